/// What a game measures of a policy: the advantage of the adversary that is found to be the best there.
public struct GameMeasure: Codable, Hashable, Sendable {
  public var game: String
  /// How the policy differs from the intact one.
  public var changes: [PolicyChange]
  public var adversary: String
  /// How many adversaries were tried to find it.
  public var tried: Int
  public var trials: UInt64
  public var advantage: Estimate

  public init(game: String, changes: [PolicyChange], adversary: String, tried: Int, trials: UInt64, advantage: Estimate) {
    (self.game, self.changes, self.adversary) = (game, changes, adversary)
    (self.tried, self.trials, self.advantage) = (tried, trials, advantage)
  }

  public var isShown: Bool { advantage.lower > 0 }
}

/// What the games say about a rule.
public enum GameFinding: Codable, Hashable, Sendable {
  /// No game puts a question to it: these are the kinds that it decides.
  case outside([String])
  /// Without the rule alone; beside each smallest set of changes with which the search finds a use for it; and with that set
  /// alone.
  case measured(GameMeasure, beside: [Pair])

  public struct Pair: Codable, Hashable, Sendable {
    public var without: GameMeasure
    public var with: GameMeasure

    public init(without: GameMeasure, with: GameMeasure) { (self.without, self.with) = (without, with) }

    /// Whether the rule is what stands between the set of changes and an advantage.
    public var isDecided: Bool { without.isShown && !with.isShown }
  }
}
