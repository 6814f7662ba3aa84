public import Arena
internal import Coins
public import Forms
internal import GameKit
internal import Referee
internal import Synchronization

/// What is said in a game: its queries, its answers and its budgets.
public struct SpokenGame: Sendable {
  public let queries: Document
  public let answers: Document
  /// By symbol; null where there is no limit.
  public let budgets: Document

  /// Reads a query and writes it again, and the same for an answer.
  package let rewriteQuery, rewriteAnswer: @Sendable ([UInt8]) throws(Malformed) -> [UInt8]

  /// - Parameter suite: what it is played on.
  /// - Returns: nil if its queries and answers have no form.
  public init?(_ entry: Entry, in registry: Registry, suite: String, settings: [(name: String, value: Int)] = [])
    throws(CatalogError)
  {
    let reader = Reader()
    let selection = try registry.select(
      entry.played(by: reader), adversary: reader.command, suite: suite, settings: settings)
    _ = selection.experiment
    guard let game = reader.game.withLock({ $0 }) else { return nil }
    self = game
  }

  /// Reads a text as a query; for whoever looks for a text that cannot be read or refused.
  public func readQuery(_ text: String) {
    guard let normal = try? rewriteQuery(Array(text.utf8)) else { return }
    precondition((try? rewriteQuery(normal)) == normal, "what was written is read as what it was")
  }

  init<Query, Answer>(_ queries: Form<Query>, _ answers: Form<Answer>, budgets: Document) {
    (self.queries, self.answers, self.budgets) = (queries.schema, answers.schema, budgets)
    rewriteQuery = { bytes throws(Malformed) in try queries.rewritten(bytes) }
    rewriteAnswer = { bytes throws(Malformed) in try answers.rewritten(bytes) }
  }

  /// Plays nothing, and sees what it could say.
  private final class Reader: Outsider {
    let command = "reader"
    let game = Mutex<SpokenGame?>(nil)

    func experiment<Query: GameQuery, Answer: Sendable>(
      _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
    ) -> AnyExperiment {
      if let queries = Form.of(Query.self), let answers = Form.of(Answer.self) {
        let spoken = SpokenGame(queries, answers, budgets: BudgetProbe.budgets(of: game))
        self.game.withLock { $0 = spoken }
      }
      return game(ErasedAdversary(Idle()))
    }
  }
}

extension Form {
  fileprivate func rewritten(_ bytes: [UInt8]) throws(Malformed) -> [UInt8] {
    var scanner = Scanner(bytes)
    var emitter = Emitter()
    let value = try read(&scanner)
    try scanner.end()
    write(value, &emitter)
    return emitter.bytes
  }
}

/// Asks nothing, and shows what it might.
struct BudgetProbe<Query: GameQuery, Answer: Sendable>: Adversary {
  private let show: @Sendable (Document) -> Void

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    show(Hello.document(oracle.budget))
    return false
  }

  /// What an adversary may use in the game, or in the world that is played first.
  static func budgets(of game: (ErasedAdversary<Query, Answer>) -> AnyExperiment) -> Document {
    let budgets = Mutex(Document.null)
    // What is played after it, such as a reduction, may allow less, and is not what the game allows.
    let probe = Self { seen in budgets.withLock { $0 = $0 == .null ? seen : $0 } }
    _ = game(ErasedAdversary(probe)).run(0..<1, source: CoinSource(seed: 0))
    return budgets.withLock { $0 }
  }
}
