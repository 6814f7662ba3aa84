internal import ChildProcesses
internal import Forms

/// What this program and a process say to each other, a line at a time, about the trials of all lanes.
///
/// `@unchecked Sendable`: one thread has it at a time, the one that has taken it from the `Pool`, whose lock hands it over; an
/// adversary that plays through it is played on that thread alone.
final class Conversation: @unchecked Sendable {
  /// Why nothing more comes from a process.
  struct Lost: Error { let why: String }

  let program: Program
  private let makePeer: () throws(StartFailure) -> any Peer
  /// The first line: about the game, and what its adversary may use.
  private let hello: Document
  let say: (String) -> Void
  var peer: (any Peer)?
  private let restarts: Restarts
  private var hasStarted = false
  /// What it said about itself.
  private(set) var name = ""
  /// How many trials it plays at once.
  private(set) var width = 1
  /// The budgets that the first line tells.
  let budgets: Document
  /// The same as a value, once a trial has had it.
  var usualBudget: (any Sendable)?

  // One thread has the conversation, and no closure that is handed one of these touches another: nothing is left to check at each
  // access, of which a query has dozens.
  @exclusivity(unchecked) var lanes: [Lane]
  /// Each trial is played in one of its two worlds, the one that comes first.
  var playsOneWorld = false
  /// The lane whose trial is being played.
  @exclusivity(unchecked) var current = 0

  @exclusivity(unchecked) var out = Emitter()
  @exclusivity(unchecked) var lineNumber = 1
  /// The line that is read, and where in it.
  @exclusivity(unchecked) var scanner = Scanner([])
  @exclusivity(unchecked) var isInLine = false
  /// How many lines had been sent when it came: what it says answers these, and none that was sent later.
  @exclusivity(unchecked) var cameAfter = 0
  /// Lines that came before what was sent last.
  var early: [(line: [UInt8], cameAfter: Int)] = []
  @exclusivity(unchecked) var isList = false
  @exclusivity(unchecked) var isInItem = false
  var lastSent = ""
  /// Where the query that was read last stands in the line.
  @exclusivity(unchecked) var queryText = 0..<0

  init(
    _ program: Program, hello: Document, restarts: Restarts, say: @escaping (String) -> Void,
    makePeer: @escaping () throws(StartFailure) -> any Peer
  ) {
    (self.program, self.hello, self.restarts, self.say, self.makePeer) = (program, hello, restarts, say, makePeer)
    budgets = hello["hello"]?["budgets"] ?? [:]
    lanes = Array(repeating: Lane(), count: max(1, program.lanes))
  }

  deinit { peer?.end() }

  // MARK: The process

  /// Begins the conversation, if there is none.
  func open() throws(Lost) {
    guard peer == nil else { return }
    if program.isInterrupted() { throw Lost(why: "\(ChildFault.interrupted)") }
    guard let number = restarts.begin(isFirst: !hasStarted) else {
      throw Lost(
        why: "`\(program.command)` was started again \(Restarts.most) times, and has ended each time"
          + (restarts.lastLoss.map { "; the last time: \($0)" } ?? ""))
    }
    if number > 0 { say("`\(program.command)` is started again (\(number) of \(Restarts.most))") }
    hasStarted = true
    do throws(StartFailure) { peer = try makePeer() } catch { throw lost(error.description) }
    restarts.standing = peer?.confinement
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
  func lost(_ why: String) -> Lost {
    let words = peer?.lastLines ?? ""
    peer?.end()
    peer = nil
    out.bytes.removeAll(keepingCapacity: true)
    early.removeAll()
    (isInLine, isInItem) = (false, false)
    let whole = words.isEmpty ? why : "\(why); its last words: \(words)"
    restarts.lastLoss = whole
    return Lost(why: whole)
  }

  // MARK: Saying

  /// Adds an item about this lane to the next line.
  func tell(_ lane: Int, _ rest: (inout Emitter) -> Void) {
    out.raw(out.bytes.isEmpty ? "[[" : ",[")
    out.unsigned(UInt64(lane))
    out.byte(",")
    rest(&out)
    out.byte("]")
    lanes[lane].toldIn = lineNumber
  }

  /// Sends what the lanes were told, if they were.
  func finishLine() throws(Lost) {
    if !out.bytes.isEmpty { out.raw("]\n") }
    try flush()
  }

  func flush(as what: String = "a line of answers") throws(Lost) {
    guard !out.bytes.isEmpty, let peer else { return }
    for line in peer.linesAtHand() where !Self.isBlank(line) { early.append((line, lineNumber)) }
    do throws(ChildFault) { try peer.send(out.bytes, within: program.patience.line) } catch {
      throw lost("`\(program.command)` \(error)")
    }
    lastSent = what
    out.bytes.removeAll(keepingCapacity: true)
    lineNumber += 1
  }
}
