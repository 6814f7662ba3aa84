internal import ChildProcesses
internal import Forms

/// What this program and a process say to each other, a line at a time, about the trials of all lanes.
///
/// `@unchecked Sendable`: one thread has it at a time, the one that has taken it from the `Pool`, whose lock hands it over; an
/// adversary that plays through it is played on that thread alone.
final class Conversation: @unchecked Sendable {
  /// Why nothing more comes from a process.
  struct Lost: Error { let why: String }

  /// More of them say that the program is broken.
  static let mostRestarts = 3

  let program: Program
  private let makePeer: () throws(StartFailure) -> any Peer
  /// The first line: about the game, and what its adversary may use.
  private let hello: Document
  private let say: (String) -> Void
  private var peer: (any Peer)?
  private var starts = 0
  /// What it said about itself.
  private(set) var name = ""
  /// How many trials it plays at once.
  private(set) var width = 1
  /// The budgets that the first line tells.
  let budgets: Document

  var lanes: [Lane]
  /// The lane whose trial is being played.
  var current = 0

  private var out = Emitter()
  private var lineNumber = 1
  /// The line that is read, and where in it.
  private var scanner = Scanner([])
  private var isInLine = false
  private var isList = false
  private var isInItem = false
  private var lastSent = ""

  init(
    _ program: Program, hello: Document, say: @escaping (String) -> Void,
    makePeer: @escaping () throws(StartFailure) -> any Peer
  ) {
    (self.program, self.hello, self.say, self.makePeer) = (program, hello, say, makePeer)
    budgets = hello["hello"]?["budgets"] ?? [:]
    lanes = Array(repeating: Lane(), count: max(1, program.lanes))
  }

  deinit { peer?.end() }

  // MARK: The process

  /// Begins the conversation, if there is none.
  func open() throws(Lost) {
    guard peer == nil else { return }
    guard starts <= Self.mostRestarts else {
      throw Lost(why: "`\(program.command)` was started again \(Self.mostRestarts) times, and has ended each time")
    }
    if starts > 0 { say("`\(program.command)` is started again (\(starts) of \(Self.mostRestarts))") }
    starts += 1
    do throws(StartFailure) { peer = try makePeer() } catch { throw Lost(why: error.description) }
    out.document(hello)
    out.byte("\n")
    try flush(as: "hello")
    try greet(try nextLine(within: program.patience.hello))
  }

  private func greet(_ line: [UInt8]) throws(Lost) {
    scanner = Scanner(line)
    let document: Document
    do throws(Malformed) { document = try Document(line) } catch { throw lost(notUnderstood(error)) }
    guard let ready = document["ready"] else {
      throw lost("the first line of `\(program.command)` is not {\"ready\":…}: \(Self.excerpt(line))")
    }
    guard ready["protocol"]?.integer == Hello.version else {
      throw lost(
        "`\(program.command)` speaks protocol \(ready["protocol"]?.line ?? "of no number"), and this program speaks "
          + "\(Hello.version)")
    }
    name = ready["name"]?.text ?? ""
    width = min(max(1, ready["lanes"]?.integer ?? 1), max(1, program.lanes))
  }

  /// The process has failed; all that it was playing is lost.
  private func lost(_ why: String) -> Lost {
    let words = peer?.lastLines ?? ""
    peer?.end()
    peer = nil
    out.bytes.removeAll(keepingCapacity: true)
    (isInLine, isInItem) = (false, false)
    return Lost(why: words.isEmpty ? why : "\(why); its last words: \(words)")
  }

  // MARK: Saying

  /// Adds an item about this lane to the next line.
  func tell(_ lane: Int, _ rest: (inout Emitter) -> Void) {
    out.byte(out.bytes.isEmpty ? "[" : ",")
    out.byte("[")
    out.unsigned(UInt64(lane))
    out.byte(",")
    rest(&out)
    out.byte("]")
    lanes[lane].toldIn = lineNumber
  }

  private func flush(as what: String = "a line of answers") throws(Lost) {
    guard !out.bytes.isEmpty, let peer else { return }
    do throws(ChildFault) { try peer.send(out.bytes, within: program.patience.line) } catch {
      throw lost("`\(program.command)` \(error)")
    }
    lastSent = what
    out.bytes.removeAll(keepingCapacity: true)
    lineNumber += 1
  }

  // MARK: Hearing

  /// Waits for the next item; says which lane's it is, and puts the move there.
  func hear() throws(Lost) -> Int {
    while true {
      if isInLine {
        let lane: Int?
        do throws(Malformed) { lane = try nextItem() } catch { throw lost(notUnderstood(error)) }
        if let lane { return lane }
      } else {
        if !out.bytes.isEmpty { out.raw("]\n") }
        try flush()
        scanner = Scanner(try nextLine(within: program.patience.line))
        isInLine = true
        isList = false
      }
    }
  }

  /// The next item of the line; nil if it has no more.
  private func nextItem() throws(Malformed) -> Int? {
    if isInItem {
      // The query, if whoever plays did not want it.
      isInItem = false
      try scanner.expect(UInt8(ascii: "]"))
      if isList, scanner.accept(UInt8(ascii: ",")) { return try item() }
      if isList { try scanner.expect(UInt8(ascii: "]")) }
      try scanner.end()
      isInLine = false
      return nil
    }
    if scanner.peek() == UInt8(ascii: "{") {
      try remark()
      isInLine = false
      return nil
    }
    try scanner.expect(UInt8(ascii: "["))
    isList = scanner.peek() == UInt8(ascii: "[")
    if !isList { return try item(isOpen: true) }
    return try item()
  }

  private func item(isOpen: Bool = false) throws(Malformed) -> Int {
    if !isOpen { try scanner.expect(UInt8(ascii: "[")) }
    isInItem = true
    let place = scanner.position
    let number = try scanner.unsigned()
    guard number < UInt64(lanes.count), lanes[Int(number)].isPlaying else {
      throw Malformed(at: place, expected: "the number of a lane that is playing")
    }
    let lane = Int(number)
    guard lanes[lane].toldIn < lineNumber else {
      throw Malformed(at: place, expected: "nothing about lane \(lane) before it is told the answer to what was said last")
    }
    try scanner.expect(UInt8(ascii: ","))
    let verb = scanner.position
    let move: Lane.Move
    switch try scanner.string() {
    case "ask":
      try scanner.expect(UInt8(ascii: ","))
      move = .ask
    case "guess":
      try scanner.expect(UInt8(ascii: ","))
      move = .guess(try bit())
    case "credit":
      try scanner.expect(UInt8(ascii: ","))
      move = .credit(try scanner.string())
    case "resign":
      try scanner.expect(UInt8(ascii: ","))
      move = .resign(try scanner.string())
    default: throw Malformed(at: verb, expected: "`ask`, `guess`, `credit` or `resign`")
    }
    lanes[lane].move = move
    return lane
  }

  private func bit() throws(Malformed) -> Bool {
    switch scanner.peek() {
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return try scanner.bool()
    default:
      let place = scanner.position
      switch try scanner.unsigned() {
      case 0: return false
      case 1: return true
      default: throw Malformed(at: place, expected: "a bit: 0, 1, false or true")
      }
    }
  }

  /// A line that is about no lane.
  private func remark() throws(Malformed) {
    let document = try scanner.document()
    try scanner.end()
    if let text = document["log"] { say("\(name.isEmpty ? program.name : name): \(text.text ?? text.line)") }
  }

  /// Reads the query that was asked; says what is wrong with it where it is none.
  func query<Query>(_ form: Form<Query>) -> Result<Query, Malformed> {
    let start = scanner.position
    do throws(Malformed) { return .success(try form.read(&scanner)) } catch {
      scanner.position = start
      // Where it is no JSON either, the line is at fault, and is said to be when it is read on.
      do throws(Malformed) { try scanner.skip() } catch { scanner.position = start }
      return .failure(Malformed(at: error.position - start, expected: error.expected))
    }
  }

  // MARK: Lines

  /// The next line that is not blank.
  private func nextLine(within patience: Duration) throws(Lost) -> [UInt8] {
    let deadline = ContinuousClock.now + patience
    var left = patience
    while true {
      guard let peer else { throw Lost(why: "`\(program.command)` has ended") }
      let line: [UInt8]
      do throws(ChildFault) { line = try peer.readLine(within: left) } catch {
        throw lost("`\(program.command)` \(error), after \(lastSent)")
      }
      if line.contains(where: { $0 > 0x20 }) { return line }
      left = deadline - .now
    }
  }

  private func notUnderstood(_ error: Malformed) -> String {
    let line = scanner.bytes
    let looksLikeJSON = line.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
    return "a line of `\(program.command)` cannot be read: \(error); "
      + (looksLikeJSON ? "" : "was it meant for standard error? ") + "the line: \(Self.excerpt(line)); after: \(lastSent); "
      + "docs/protocol.md has the form"
  }

  private static func excerpt(_ line: [UInt8]) -> String {
    let text = String(decoding: line.prefix(200), as: UTF8.self)
    return "`\(text)\(line.count > 200 ? "…" : "")`"
  }
}
