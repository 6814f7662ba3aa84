import AdversaryBridge
import Arena
import Catalog
import Coins
import GameKit
import Records
import Referee
import Synchronization
import Testing

/// A person plays every game, in the one world that a coin chooses.
@Suite struct HandTests {
  private static let source = CoinSource(seed: 1)

  /// A trial in which the person says these lines, made of what can be asked.
  private func play(_ name: String, trial: UInt64 = 0, _ lines: @escaping @Sendable ([String]) -> [String]) throws -> (
    said: [String], result: Result<HandScript, Hand.Stop>
  ) {
    let said = Mutex<[String]>([])
    let left = Mutex<[String]?>(nil)
    let hand = Hand(say: { line in said.withLock { $0.append(line) } }) { _ in
      left.withLock { rest in
        // What can be asked is told before the first line is read.
        var lines = rest ?? lines(said.withLock { $0 })
        defer { rest = lines }
        return lines.isEmpty ? .ended : .line(lines.removeFirst())
      }
    }
    let entry = try Catalog.registry.entry(name).played(by: hand)
    let selection = try Catalog.registry.select(entry, adversary: hand.command, suite: entry.suiteNames[0], settings: [])
    let result = hand.play(selection, trial: trial, source: Self.source)
    return (said.withLock { $0 }, result)
  }

  private func trace(_ script: HandScript, of name: String, trial: UInt64) throws -> TrialRecord {
    let entry = try Catalog.registry.entry(name).played(by: script)
    let selection = try Catalog.registry.select(entry, adversary: script.command, suite: entry.suiteNames[0], settings: [])
    let token = ReplayToken(selection, source: Self.source, trial: trial).text
    return try ReplayToken(token, in: Catalog.registry) { command throws(CatalogError) in
      guard let script = HandScript(command: command) else { throw CatalogError("`\(command)` is no script", hint: "") }
      return script
    }.play()
  }

  private static func trial(in world: WorldOrder) -> UInt64 {
    (0..<64).first { Hand.world(of: $0, source) == world } ?? 0
  }

  /// A value for each kind of field that needs no knowledge of the game.
  private static func filled(_ usage: String) -> String? {
    var text = usage.replacing(#/ \[[a-z-]+=[^\]]*\]/#, with: "").replacing(/=true \| false/, with: "=true")
      .replacing(/="([a-z-]+)"( \| "[a-z-]+")*/) { "=\($0.1)" }.replacing(/=\[[^=]*\]/, with: "=[]")
    for (kind, value) in [("HEX16", String(repeating: "0", count: 16)), ("HEX32", String(repeating: "0", count: 32))] {
      text = text.replacing("=\(kind)", with: "=\(value)")
    }
    text = text.replacing("=HEX", with: "=\"\"").replacing("=integer", with: "=0").replacing("=number", with: "=0")
    return text.contains("|") || text.contains("{") || text.contains("or") && text.contains(" or ") ? nil : text
  }

  @Test(arguments: Catalog.registry.entries.map(\.name)) func everyGameAndHopIsPlayedByItsSchema(_ name: String) throws {
    let (said, result) = try play(name) { said in
      said.filter { $0.hasPrefix("  ") }.compactMap { Self.filled(String($0.dropFirst(2))) }.prefix(1) + ["guess right", "done"]
    }
    let script = try result.get()
    #expect(said.contains { $0.hasPrefix("#1 ") }, "\(said)")
    #expect(script.ending == .bit(true) || script.ending == .bit(false))
    let trace = try trace(script, of: name, trial: 0)
    // Where the game is played under a simulation, the trace is of what the simulation asks.
    #expect(trace.allSteps >= 1 || name.hasPrefix("service-"))
    #expect(trace.violation == nil)
  }

  @Test(arguments: [WorldOrder.leftFirst, .rightFirst]) func thePersonHearsTheWorldThatTheCoinChose(_ world: WorldOrder) throws {
    let trial = Self.trial(in: world)
    let (said, result) = try play("aead", trial: trial) { _ in ["new-key", "lor key=0 left=00 right=ff data=\"\"", "guess left"] }
    let step = try #require(try trace(try result.get(), of: "aead", trial: trial).steps.last)
    func hex(_ words: String?) throws -> String { try String(#require((words ?? "").firstMatch(of: /[0-9a-f]{16,}/)).0) }
    let (left, right) = (try hex(step.left), try hex(step.right))
    #expect(left != right)
    let answer = try #require(said.last { $0.hasPrefix("#2 ") })
    #expect(answer.contains(world == .leftFirst ? left : right))
    #expect(!answer.contains(world == .leftFirst ? right : left))
  }

  @Test func whatCannotBeAskedIsChargedNothing() throws {
    let (said, result) = try play("signature-forgery") { _ in
      [
        "keygen", "keygn", "sign key=#1", "sign key=#9 message=00", "sign key=#1 message=00", #"{"sign":7}"#, "{", "sign key",
        "sign key=#1 key=#1 message=00", "undo", "", "done",
      ]
    }
    #expect(try result.get().command == #"by-hand:[{"keygen":{}},0]"#)
    for words in [
      "there is no query `keygn`", "`sign` needs `message`", "there is no answer #9", "expected sixteen bytes", "it is no JSON",
      "`key` is no `field=value`", "`key` stands twice", "cannot be unheard",
    ] {
      #expect(said.contains { $0.contains(words) }, "\(words): \(said)")
    }
  }

  @Test func aSpentBudgetIsSaidBeforeItCostsTheTrial() throws {
    let (said, result) = try play("signature-forgery-one-key") { _ in ["keygen", "keygen", "done"] }
    #expect(said.contains { $0.hasPrefix("not asked: the budget q_gen is used up") })
    #expect(try result.get().ending == .bit(false))
  }

  @Test func anAnswerStandsForItselfAndWhatStandsAroundAQueryMayBeLeftOut() throws {
    let (said, result) = try play("service") { _ in
      ["new-hsm", "adversary network pry token=0 hsm=#1.number", "pry token=0 hsm=#1", "guess left"]
    }
    let pry = #"{"adversary":{"network":{"pry":{"token":0,"hsm":0}}}}"#
    #expect(try result.get().command == #"by-hand:[{"adversary":{"network":{"new-hsm":{}}}},\#(pry),0]"#)
    #expect(said.contains { $0.contains("`#1.number`, `#1.identity`, `#1.agreement-key`: which one?") })
  }

  @Test func aTrialThatIsNotOverIsNone() throws {
    let (_, result) = try play("aead") { _ in ["new-key"] }
    guard case .failure(let stop) = result else {
      Issue.record("the input ended")
      return
    }
    #expect(stop.why == .inputEnded && stop.asked == 1)
  }
}
