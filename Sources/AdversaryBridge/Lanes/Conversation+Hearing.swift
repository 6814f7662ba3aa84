internal import ChildProcesses
internal import Forms

extension Conversation {
  /// Waits for the next item; says which lane's it is, and puts the move there.
  ///
  /// Remarks do not make the wait longer.
  func hear() throws(Lost) -> Int {
    var deadline: ContinuousClock.Instant?
    while true {
      if isInLine {
        let lane: Int?
        do throws(Malformed) { lane = try nextItem() } catch { throw lost(notUnderstood(error)) }
        if let lane { return lane }
      } else {
        try finishLine()
        let end = deadline ?? .now + program.patience.line
        deadline = end
        scanner = Scanner(try nextLine(within: program.patience.line, by: end))
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
    guard lanes[lane].toldIn < cameAfter else {
      throw Malformed(at: place, expected: "nothing about lane \(lane) before it is told the answer to what was said last")
    }
    try scanner.expect(UInt8(ascii: ","))
    if scanner.accept("\"ask\",") {
      lanes[lane].move = .ask
      return lane
    }
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

  /// Reads the query that was asked.
  /// - Throws: what is wrong with it where it is none.
  func query<Query>(_ form: Form<Query>) throws(Malformed) -> Query {
    let start = scanner.position
    do throws(Malformed) {
      let query = try form.read(&scanner)
      queryText = start..<scanner.position
      return query
    } catch {
      scanner.position = start
      // Where it is no JSON either, the line is at fault, and is said to be when it is read on.
      do throws(Malformed) { try scanner.skip() } catch { scanner.position = start }
      throw Malformed(at: error.position - start, expected: error.expected)
    }
  }

  // MARK: Lines

  /// The next line that is not blank.
  /// - Parameter deadline: nil where the wait begins now.
  func nextLine(within patience: Duration, by deadline: ContinuousClock.Instant? = nil) throws(Lost) -> [UInt8] {
    if !early.isEmpty {
      let first = early.removeFirst()
      cameAfter = first.cameAfter
      return first.line
    }
    let deadline = deadline ?? .now + patience
    cameAfter = lineNumber
    while true {
      guard let peer else { throw Lost(why: "`\(program.command)` has ended") }
      let line: [UInt8]
      do throws(ChildFault) { line = try peer.readLine(within: max(.zero, deadline - .now)) } catch {
        let fault = if case .silent = error { ChildFault.silent(patience) } else { error }
        throw lost("`\(program.command)` \(fault), after \(lastSent)")
      }
      if !Self.isBlank(line) { return line }
    }
  }

  static func isBlank(_ line: [UInt8]) -> Bool { !line.contains { $0 > 0x20 } }

  func notUnderstood(_ error: Malformed) -> String {
    let line = scanner.bytes
    let looksLikeJSON = line.first { $0 > 0x20 }.map { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } ?? false
    return "a line of `\(program.command)` cannot be read: \(error); "
      + (looksLikeJSON ? "" : "was it meant for standard error? ") + "the line: \(Self.excerpt(line)); after: \(lastSent); "
      + "docs/protocol.md has the form"
  }

  static func excerpt(_ line: [UInt8]) -> String {
    let text = String(decoding: line.prefix(200), as: UTF8.self)
    return "`\(text)\(line.count > 200 ? "…" : "")`"
  }
}
