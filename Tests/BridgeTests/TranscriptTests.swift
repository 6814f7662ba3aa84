import Adversaries
import AdversaryBridge
import Arena
import Catalog
import ChildProcesses
import Coins
import Forms
import Foundation
import GameKit
import Games
import Primitives
import Referee
import Synchronization
import TestSupport
import Testing

/// The same strategy says the same, byte for byte, in whatever language it is written: in Swift, Python, JavaScript and C.
@Suite struct TranscriptTests {
  fileprivate typealias S = CalibratedSignature
  fileprivate typealias Query = SignatureQuery<S>
  fileprivate typealias Answer = SignatureAnswer<S>
  fileprivate static let scheme = S(signatureBits: 4, keyBits: 64)
  private static let trials: Range<UInt64> = 0..<1000
  private static let source = CoinSource(seed: 3)

  /// Three games: forgery with one key, with several, and the hop to ideal signatures.
  enum Board: CaseIterable {
    case oneKey, manyKeys, idealization

    fileprivate func experiment<A: Adversary<Query, Answer>>(_ adversary: A) -> AnyExperiment {
      let budget = Budget<Query.Kind> { [.keygen: self == .oneKey ? 1 : 3, .sign: 3, .verify: 4][$0] ?? 0 }
      return switch self {
      case .oneKey, .manyKeys:
        AnyExperiment(WinningExperiment({ SignatureForgery(scheme: scheme) }, adversary: adversary, budget: budget))
      case .idealization:
        AnyExperiment(DistinguishingExperiment(SignatureIdealization(scheme: scheme), adversary: adversary, budget: budget))
      }
    }
  }

  @Test(arguments: ["guess", "replay", "maul"], ["python", "javascript", "c"])
  func everyLanguageSaysTheSame(_ attack: String, _ language: String) throws {
    let queries = try #require(Form.of(Query.self)), answers = try #require(Form.of(Answer.self))
    for board in Board.allCases {
      let expected = try Self.inSwift(attack, board, queries, answers)
      for lanes in [1, 7, 64] {
        var program = Program(try Command(try Self.command(attack, language)))
        (program.lanes, program.launcher) = (lanes, Self.launcher)
        let said = Mutex<[String]>([])
        let hello: Document = [
          "hello": [
            "protocol": [1, 1], "game": "signature-forgery", "suite": "calibrated",
            "parameters": ["tries": 4, "signatureBits": 4], "budgets": ["q_sig": 3, "q_ver": 4],
            "lanes": .number("\(lanes)"), "queries": queries.schema, "answers": answers.schema,
          ]
        ]
        let player = ProcessOutsider(program) { line in said.withLock { $0.append(line) } }
          .player(hello, queries, answers) { board.experiment($0) }
        let pieces = player.run(Self.trials, Self.source, .leftFirst) { _ in true }
        let scripts = pieces.compactMap(\.script).map(\.text)
        #expect(scripts.count == 1000 && said.withLock { $0 } == [], "\(language), \(lanes) lanes")
        func words(_ script: [UInt8]) -> String { String(decoding: script, as: UTF8.self) }
        let difference = zip(scripts, expected).first { $0 != $1 }.map { "\(words($0)), and in Swift \(words($1))" }
        #expect(difference == nil, "\(language), \(board), \(lanes) lanes")
      }
    }
  }

  /// What the strategy of this package says, trial by trial.
  private static func inSwift(_ attack: String, _ board: Board, _ queries: Form<Query>, _ answers: Form<Answer>) throws
    -> [[UInt8]]
  {
    let script = Mutex<[UInt8]>([])
    func experiment<A: Adversary<Query, Answer>>(_ adversary: A) -> AnyExperiment {
      board.experiment(
        Scripted(adversary: adversary, queries: queries, answers: answers) { text in script.withLock { $0 += text } })
    }
    let played =
      switch attack {
      case "guess": experiment(Guess(scheme: scheme, tries: 4))
      case "replay": experiment(Replay<S>())
      default: experiment(Maul(scheme: scheme))
      }
    return trials.map { trial in
      script.withLock { $0 = [] }
      _ = played.run(trial..<trial + 1, source: source)
      return script.withLock { $0 }
    }
  }

  static let launcher = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "gamekeeper").path

  /// The command; a program in C is compiled first. Whatever is missing fails the test, as README.md says that it is needed.
  static func command(_ attack: String, _ language: String) throws -> String {
    let folder = PackageRoot.url.appending(path: "Adversaries/External/\(language)").path
    switch language {
    case "python": return "python3 \(folder)/\(attack).py"
    case "javascript": return "node \(folder)/\(attack).js"
    default:
      let program = FileManager.default.temporaryDirectory.appending(path: "gamekeeper-\(attack)-\(getpid())").path
      if !FileManager.default.fileExists(atPath: program) {
        let compiled = try ChildProcess(["cc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", program, "\(folder)/\(attack).c"])
        #expect(compiled.status == 0, "\(compiled.error)")
      }
      return program
    }
  }
}

/// Writes down what an adversary asks, is answered and says in the end, as the line protocol would.
struct Scripted<A: Adversary>: Adversary where A.Answer: Sendable {
  typealias Query = A.Query
  typealias Answer = A.Answer
  let adversary: A
  let queries: Form<A.Query>
  let answers: Form<A.Answer>
  let write: @Sendable ([UInt8]) -> Void

  func play(_ oracle: inout some Oracle<A.Query, A.Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let (queries, answers, write) = (queries, answers, write)
    func line<Value>(_ value: Value, _ form: Form<Value>) {
      var emitter = Emitter()
      form.write(value, &emitter)
      write(emitter.bytes + [10])
    }
    let bit = try ErasedOracle.lent(&oracle) { erased throws(Forfeit) in
      var listening = Listening(inner: erased) {
        line($0, queries)
      } heard: {
        line($0, answers)
      }
      return try adversary.play(&listening, coins: coins)
    }
    line("guess \(bit)", Form.of(String.self)!)
    return bit
  }
}

private struct Listening<Query: GameQuery, Answer>: Oracle {
  var inner: ErasedOracle<Query, Answer>
  let asked: (Query) -> Void
  let heard: (Answer) -> Void

  var budget: Budget<Query.Kind> { inner.budget }

  mutating func ask(_ query: Query) throws(Forfeit) -> Answer {
    let answer = try inner.ask(query)
    asked(query)
    heard(answer)
    return answer
  }
}
