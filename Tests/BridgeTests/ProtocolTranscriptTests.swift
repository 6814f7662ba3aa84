import Adversaries
import AdversaryBridge
import Arena
import Catalog
import ChildProcesses
import Coins
import Forms
import GameKit
import Games
import Referee
import Synchronization
import Testing

/// The same attack on the whole protocol says the same in every language.
@Suite struct ProtocolTranscriptTests {
  fileprivate typealias Experiment = @Sendable (ErasedAdversary<KeySecrecyQuery, KeySecrecyAnswer>) -> AnyExperiment
  private static let trials: Range<UInt64> = 0..<40
  private static let source = CoinSource(seed: 5)

  /// Plays nothing, and sees the game.
  private final class Window: Outsider {
    let command = "window"
    let game = Mutex<Experiment?>(nil)

    func experiment<Query: GameQuery, Answer: Sendable>(
      _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
    ) -> AnyExperiment {
      self.game.withLock { $0 = game as? Experiment }
      return game(ErasedAdversary(Idle()))
    }
  }

  @Test(arguments: ["python", "javascript", "c"]) func everyLanguageAdmitsTheSameRogue(_ language: String) throws {
    let window = Window()
    let entry = try Catalog.registry.entry("key-secrecy").played(by: window)
    let selection = try Catalog.registry.select(
      entry, adversary: window.command, suite: "calibrated", settings: [("signatureBits", 4)])
    _ = selection.experiment
    let game = try #require(window.game.withLock { $0 })
    let queries = KeySecrecyQuery.form, answers = KeySecrecyAnswer.form
    func parameter(_ name: String) throws -> Int { try #require(selection.parameters[name]) }

    let script = Mutex<[UInt8]>([])
    let size = DomainSize(
      operators: try parameter("q_ops"), hsms: try parameter("q_hid"), quorum: try parameter("n"),
      keys: max(1, try parameter("q_dom") - 3))
    let swift = Scripted(
      adversary: TestStolenKey(AdmitRogueHSM(population: size, tries: try parameter("tries"))), queries: queries,
      answers: answers
    ) { text in script.withLock { $0 += text } }
    let expected = Self.trials.map { trial in
      script.withLock { $0 = [] }
      _ = game(ErasedAdversary(swift)).run(trial..<trial + 1, source: Self.source)
      return String(decoding: script.withLock { $0 }, as: UTF8.self)
    }

    let members = selection.parameters.sorted { $0.key < $1.key }.map { Document.Member($0.key, .number("\($0.value)")) }
    for lanes in [1, 7, 64] {
      var program = Program(try Command(try TranscriptTests.command("admit_rogue_hsm", language)))
      (program.lanes, program.launcher) = (lanes, TranscriptTests.launcher)
      let hello: Document = [
        "hello": [
          "protocol": [1, 1], "game": "key-secrecy", "suite": "calibrated", "parameters": .object(members), "budgets": [:],
          "lanes": .number("\(lanes)"), "queries": queries.schema, "answers": answers.schema,
        ]
      ]
      let player = ProcessOutsider(program) { _ in }.player(hello, queries, answers, game)
      let said = player.run(Self.trials, Self.source, .leftFirst) { _ in true }.compactMap(\.script)
        .map { String(decoding: $0.text, as: UTF8.self) }
      #expect(said == expected, "\(language), \(lanes) lanes")
    }
    // Both ways of a trial occur: the guess was right, or nothing was stolen.
    #expect(expected.contains { $0.contains("\"test\"") } && expected.contains { !$0.contains("\"test\"") })
  }
}
