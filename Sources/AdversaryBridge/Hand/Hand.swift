public import Arena
@_spi(Harness) public import Coins
internal import Forms
public import GameKit
public import Referee
internal import Synchronization

/// A person who plays one trial: what is asked and answered goes by lines.
public final class Hand: Outsider {
  /// What comes from the person.
  public enum Input: Hashable, Sendable {
    case line(String)
    case ended, interrupted
  }

  /// Why the trial is not over.
  public enum Unfinished: Hashable, Sendable { case inputEnded, interrupted }

  struct State {
    /// The queries that were asked, each a line of JSON.
    var queries: [String] = []
    var answers: [Document] = []
    /// How it ended; nil before it has.
    var ending: Ending?
    var unfinished: Unfinished?
  }

  public let command = "by-hand"
  let say: @Sendable (String) -> Void
  let read: @Sendable (_ prompt: String) -> Input
  let state = Mutex(State())

  /// - Parameters:
  ///   - say: shows a line.
  ///   - read: shows the prompt, and waits for a line.
  public init(say: @escaping @Sendable (String) -> Void, read: @escaping @Sendable (_ prompt: String) -> Input) {
    (self.say, self.read) = (say, read)
  }

  public func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    guard let queries = Form.of(Query.self), let answers = Form.of(Answer.self) else {
      return game(ErasedAdversary(Unable(why: "its queries and answers have no form in JSON")))
    }
    return game(
      ErasedAdversary(HandAdversary(hand: self, queries: queries, answers: answers, hasTwoWorlds: selection.hasTwoWorlds)))
  }

  /// Plays a trial in one world, and nothing of it is known before the person has ended: the other world is played afterwards,
  /// with the same queries.
  /// - Returns: how it ended, or why it did not.
  public func play(_ selection: Selection, trial: UInt64, source: CoinSource) -> Result<HandScript, Stop> {
    _ = selection.experiment.run(trial..<trial + 1, source: source, order: Self.world(of: trial, source))
    return state.withLock { state in
      if let unfinished = state.unfinished { return .failure(Stop(why: unfinished, asked: state.queries.count)) }
      return .success(HandScript(queries: state.queries, ending: state.ending ?? .forfeit(.resigned("was not asked"))))
    }
  }

  /// The end of a trial that is none.
  public struct Stop: Error {
    public let why: Unfinished
    public let asked: Int
  }

  /// In which world a person plays: a coin of the trial.
  public static func world(of trial: UInt64, _ source: CoinSource) -> WorldOrder {
    source.coins(trial: trial, role: .adversary).bits(1, for: Label("byhand")) == 0 ? .leftFirst : .rightFirst
  }
}
