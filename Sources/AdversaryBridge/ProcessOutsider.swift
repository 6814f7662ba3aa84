public import Arena
internal import ChildProcesses
internal import Coins
package import Forms
public import GameKit
public import Records
public import Referee

/// A command as an adversary.
public struct ProcessOutsider: Outsider {
  private let program: Program
  private let say: @Sendable (String) -> Void
  private let start: StartPeer
  private let restarts = Restarts()

  /// - Parameter say: where what people should read goes.
  public init(_ program: Program, say: @escaping @Sendable (String) -> Void) {
    self.init(program, say: say) { () throws(StartFailure) in try program.started(say: say) }
  }

  /// - Parameter start: starts a process, or what plays in its place.
  package init(
    _ program: Program, say: @escaping @Sendable (String) -> Void, start: @escaping StartPeer
  ) {
    (self.program, self.say, self.start) = (program, say, start)
  }

  public var command: String { program.command.description }

  public var record: OutsideRecord? {
    let standing = restarts.standing
    return OutsideRecord(
      confinedBy: standing?.rungs.map(\.rawValue) ?? [],
      notConfinedBy: standing?.missing.map { .init(rung: $0.rung.rawValue, reason: $0.reason) } ?? [], lanes: program.lanes,
      restarts: restarts.count, strict: program.isStrict, stateful: program.isStateful)
  }

  public func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    guard let queries = Form.of(Query.self), let answers = Form.of(Answer.self) else {
      return game(ErasedAdversary(Unable(why: "its queries and answers have no form in JSON")))
    }
    let hello = Hello.document(
      selection, program, SpokenGame(queries, answers, budgets: BudgetProbe.budgets(of: game)))
    // A reduction plays the adversary again, in a game of its own.
    let plain = game(ErasedAdversary(Idle()))
    let isSimple =
      selection.measure == .independentWorlds && selection.entry.reduction == nil && selection.entry.chain == nil
      && !plain.playsAgain
    let pool = Pool(program, plain.measure) { lanes in
      player(hello, queries, answers, lanes: lanes, mayPlayOneWorld: isSimple, game)
    }
    return plain.played(
      run: { trials, source, order in pool.run(trials, source, order) },
      replay: { trial, source, steps in pool.lend { $0.experiment.replay(trial: trial, source: source, mostSteps: steps) } },
      chances: { trials, source in pool.chances(trials, source) })
  }

  /// A process that plays the game.
  /// - Parameters:
  ///   - hello: the first line.
  ///   - lanes: nil for as many as the program is to have.
  ///   - mayPlayOneWorld: whether a trial may be played in one world alone.
  package func player<Query: GameQuery, Answer: Sendable>(
    _ hello: Document, _ queries: Form<Query>, _ answers: Form<Answer>, lanes: Int? = nil,
    mayPlayOneWorld: Bool = false, _ game: (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> Player {
    let conversation = Conversation(program.with(lanes: lanes), hello: hello, restarts: restarts, say: say, makePeer: start)
    let script = TrialScript()
    let adversary = WireAdversary(conversation: conversation, queries: queries, answers: answers, record: script)
    return Player(
      conversation: conversation, script: script, experiment: game(ErasedAdversary(adversary)), mayPlayOneWorld: mayPlayOneWorld)
  }
}

/// Plays nothing, and says why.
struct Unable<Query: GameQuery, Answer: Sendable>: Adversary {
  let why: String
  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool { throw .resigned(why) }
}
