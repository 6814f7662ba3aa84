/// Trials that a person played, and what lay behind them.
public struct HandRecord: Codable, Sendable {
  /// A trial with its coins opened.
  public struct Trial: Codable, Sendable {
    /// The world that it was played in; nil for a game with one world.
    public let world: String?
    /// The guess, or nil if there was none.
    public let guess: String?
    /// Whether the guess was right, or the game was won.
    public let isWon: Bool
    /// Both worlds, with the same queries.
    public let trace: TrialRecord
    /// Plays the trial again.
    public let replay: String
    /// What an adversary of the catalogue did on the same coins.
    public let other: Other

    public init(world: String?, guess: String?, isWon: Bool, trace: TrialRecord, replay: String, other: Other) {
      (self.world, self.guess, self.isWon, self.trace, self.replay, self.other) = (world, guess, isWon, trace, replay, other)
    }
  }

  public struct Other: Codable, Sendable {
    public let adversary: String
    public let trace: TrialRecord
    public let replay: String

    public init(adversary: String, trace: TrialRecord, replay: String) {
      (self.adversary, self.trace, self.replay) = (adversary, trace, replay)
    }
  }

  /// The version of this format.
  public let format: Int
  public let game: String
  public let suite: String
  public let twin: String?
  public let parameters: [String: Int]
  @ExactNumber public private(set) var seed: UInt64
  public let generator: String
  public let trials: [Trial]

  public init(
    game: String, suite: String, twin: String?, parameters: [String: Int], seed: UInt64, generator: String, trials: [Trial]
  ) {
    format = 1
    (self.game, self.suite, self.twin, self.parameters) = (game, suite, twin, parameters)
    (self.seed, self.generator, self.trials) = (seed, generator, trials)
  }
}
