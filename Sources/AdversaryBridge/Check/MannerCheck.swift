public import Arena
internal import ChildProcesses
internal import Forms
public import GameKit
public import Records
public import Referee
internal import Synchronization

typealias Finding = MannerRecord.Finding

/// Looks at how a command plays a game: whether its manners are those of the protocol.
public final class MannerCheck: Outsider {
  private let program: Program
  private let trials: UInt64
  private let say: @Sendable (String) -> Void
  private let examine = Mutex<(@Sendable () -> [Finding])?>(nil)

  /// - Parameters:
  ///   - trials: how many are compared.
  ///   - say: where what people should read goes.
  public init(_ program: Program, trials: UInt64, say: @escaping @Sendable (String) -> Void) {
    (self.program, self.trials, self.say) = (program, trials, say)
  }

  public var command: String { program.command.description }

  /// - Parameter selection: a game with this as its adversary.
  /// - Returns: nil if the game cannot be played from outside.
  public func findings(in selection: Selection) -> [MannerRecord.Finding]? {
    _ = selection.experiment
    return examine.withLock { $0 }?()
  }

  public func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    if let queries = Form.of(Query.self), let answers = Form.of(Answer.self) {
      let spoken = SpokenGame(queries, answers, budgets: BudgetProbe.budgets(of: game))
      let (program, trials, say) = (program, trials, say)
      let findings: @Sendable () -> [Finding] = {
        Examiner(program: program, trials: trials, say: say) {
          Hello.document(selection, $0, spoken)
        } player: { outsider, hello in
          outsider.player(hello, queries, answers, game)
        }.findings()
      }
      examine.withLock { $0 = findings }
    }
    return game(ErasedAdversary(Idle()))
  }
}
