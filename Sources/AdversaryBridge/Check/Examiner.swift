internal import ChildProcesses
internal import Coins
internal import Forms
internal import Records
internal import Referee
internal import Synchronization

/// Plays some trials again and again, each time in another way, and compares.
struct Examiner: Sendable {
  let program: Program
  let trials: UInt64
  let say: @Sendable (String) -> Void
  /// The first line for a program with so many lanes.
  let hello: @Sendable (Program) -> Document
  let player: @Sendable (ProcessOutsider, Document) -> Player
  /// Everybody may know the coins: nothing is measured.
  let source = CoinSource(seed: 1)

  /// What was said in each trial, or why there is nothing more.
  private typealias Scripts = Result<[[UInt8]], Fault>
  private struct Fault: Error { let why: String }

  func findings() -> [Finding] {
    let flooded = Mutex(false)
    let listen: @Sendable (String) -> Void = { line in if line.hasSuffix(Child.flood) { flooded.withLock { $0 = true } } }
    let told: @Sendable (String) -> Void = { line in
      listen(line)
      say(line)
    }
    let first = scripts(lanes: 1, say: told)
    var findings: [Finding] = []
    switch first {
    case .failure(let fault):
      findings = [Finding(.play, .notMet, fault.why)]
      findings += Manner.allCases.dropFirst().dropLast().map { Finding($0, .notTried, "it does not play") }
    case .success(let said):
      findings = [Finding(.play, .met)]
      findings.append(compare(.coins, said, [scripts(lanes: 1, isReversed: true, say: listen)]))
      findings.append(compare(.lanes, said, [7, 64].map { scripts(lanes: $0, say: listen) }))
      findings.append(compare(.unknownFields, said, [scripts(lanes: 1, hello: \.withMoreGrease, say: listen)]))
      findings.append(compare(.blankLines, said, [scripts(lanes: 1, isSpaced: true, say: listen)]))
      findings += Reactions(program: program, hello: hello(program.with(lanes: 1)).withoutGrease, source: source, say: listen)
        .findings()
    }
    let isFlooded = flooded.withLock { $0 }
    findings.append(
      Finding(.standardError, isFlooded ? .notMet : .met, isFlooded ? "it writes more than is shown, and nobody reads it" : nil))
    return findings
  }

  private func compare(_ manner: Manner, _ first: [[UInt8]], _ others: [Scripts]) -> Finding {
    for other in others {
      switch other {
      case .failure(let fault): return Finding(manner, .notMet, fault.why)
      case .success(let said):
        for (trial, pair) in zip(first, said).enumerated() {
          if let why = TrialScript.difference(pair.0, pair.1) { return Finding(manner, .notMet, "in trial \(trial), \(why)") }
        }
      }
    }
    return Finding(manner, .met)
  }

  /// Lets a new process play the trials.
  private func scripts(
    lanes: Int, isReversed: Bool = false, isSpaced: Bool = false, hello change: (Document) -> Document = \.withoutGrease,
    say: @escaping @Sendable (String) -> Void
  ) -> Scripts {
    let program = program.with(lanes: lanes)
    let outsider = ProcessOutsider(program, say: say) { () throws(StartFailure) in
      let peer = try program.started(say: say)
      return isSpaced ? Spaced(peer) : peer
    }
    let player = player(outsider, change(hello(program)))
    var said: [UInt64: [UInt8]] = [:]
    // One trial at a time where there is one lane, so that whoever fails is not waited for in all of them.
    let parts = lanes > 1 ? [0..<trials] : (0..<trials).map { $0..<$0 + 1 }
    for part in isReversed ? parts.reversed() : parts {
      for piece in player.run(part, source, .leftFirst, compares: { _ in true }) {
        guard let (trial, text) = piece.script else { continue }
        if let forfeit = piece.tally.firstForfeit { return .failure(Fault(why: "in trial \(trial): \(forfeit)")) }
        said[trial] = text
      }
    }
    return .success(said.sorted { $0.key < $1.key }.map(\.value))
  }
}

extension Document {
  /// Without the field that nobody knows.
  fileprivate var withoutGrease: Document { mapHello { $0.filter { !$0.key.hasPrefix("grease") } } }

  /// With more that nobody knows: fields of several kinds, and a version that is still to come.
  fileprivate var withMoreGrease: Document {
    mapHello { members in
      [Member("grease-0000", .null)]
        + members.map {
          $0.key == "protocol" ? Member($0.key, [.number("\(Hello.version)"), .number("\(Hello.version + 8)")]) : $0
        }
        + [Member("grease-ffff", [["deep": [1, "two", .null]]])]
    }
  }

  private func mapHello(_ change: ([Member]) -> [Member]) -> Document {
    guard case .object(let members)? = self["hello"] else { return self }
    return ["hello": .object(change(members))]
  }
}

/// Sends blank lines, carriage returns and white space around every line.
private final class Spaced: Peer {
  private let peer: any Peer

  init(_ peer: any Peer) { self.peer = peer }

  func send(_ bytes: [UInt8], within time: Duration) throws(ChildFault) {
    try peer.send(Array("\n \t\r\n ".utf8) + bytes.dropLast() + Array(" \r\n".utf8), within: time)
  }

  func readLine(within time: Duration) throws(ChildFault) -> [UInt8] { try peer.readLine(within: time) }
  func linesAtHand() -> [[UInt8]] { peer.linesAtHand() }
  func end() { peer.end() }
  var lastLines: String { peer.lastLines }
  var confinement: Standing? { peer.confinement }
}
