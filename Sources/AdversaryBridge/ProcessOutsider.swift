public import Arena
internal import ChildProcesses
internal import Coins
internal import Forms
public import GameKit
public import Referee

/// A command as an adversary.
public struct ProcessOutsider: Outsider {
  private let program: Program
  private let say: @Sendable (String) -> Void

  /// - Parameter say: where what people should read goes.
  public init(_ program: Program, say: @escaping @Sendable (String) -> Void) { (self.program, self.say) = (program, say) }

  public var command: String { program.command.description }

  public func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    let plain = game(ErasedAdversary(Idle()))
    guard let queries = Form.of(Query.self), let answers = Form.of(Answer.self) else {
      return game(ErasedAdversary(Unable(why: "its queries and answers have no form in JSON")))
    }
    let seen = BudgetProbe.budgets(of: game)
    let pool = Pool { [program, say] lanes in
      let program = program.with(lanes: lanes)
      let schemas = (queries.schema, answers.schema)
      let conversation = Conversation(
        program,
        hello: Hello.document(selection, program, queries: schemas.0, answers: schemas.1, budgets: seen), say: say
      ) { () throws(StartFailure) in try program.started(say: say) }
      let script = TrialScript()
      let adversary = WireAdversary(conversation: conversation, queries: queries, answers: answers, record: script)
      return Player(conversation: conversation, script: script, experiment: game(ErasedAdversary(adversary)))
    }
    return plain.played(
      run: { trials, source, order in pool.run(trials, source, order, checks: !program.isStateful) },
      replay: { trial, source, steps in pool.lend { $0.experiment.replay(trial: trial, source: source, mostSteps: steps) } },
      chances: { trials, source in pool.chances(trials, source) })
  }
}

/// Plays nothing, and says why.
private struct Unable<Query: GameQuery, Answer: Sendable>: Adversary {
  let why: String
  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool { throw .resigned(why) }
}
