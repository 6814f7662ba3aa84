/// What an experiment does over all its coins: probabilities as fractions in lowest terms, for example `15/64`.
public struct ExactRecord: Hashable, Codable, Sendable {
  /// The comparison of everything that the adversary sees and says in the two worlds.
  public struct Views: Hashable, Codable, Sendable {
    public let left: Int
    public let right: Int
    /// The statistical distance: 0 when the two distributions are equal.
    public let distance: String

    public init(left: Int, right: Int, distance: String) { (self.left, self.right, self.distance) = (left, right, distance) }
  }

  /// What the reported chances of all moves add up to, beside what happens: each pair is to be equal.
  public struct Chances: Hashable, Codable, Sendable {
    public struct Kind: Hashable, Codable, Sendable {
      public let kind: String
      public let chances: String
      public let successes: String

      public init(kind: String, chances: String, successes: String) {
        (self.kind, self.chances, self.successes) = (kind, chances, successes)
      }
    }

    public let kinds: [Kind]
    /// The bad event, or the win, by forced successes.
    public let bad: String
    /// Pr[1 right] − Pr[1 left], or the win, as it happens and by forced successes.
    public let shown: String
    public let forced: String
    /// The probability of a trial that contradicts the account.
    public let violation: String
    public let areRight: Bool

    public init(kinds: [Kind], bad: String, shown: String, forced: String, violation: String, areRight: Bool) {
      (self.kinds, self.bad, self.shown, self.forced) = (kinds, bad, shown, forced)
      (self.violation, self.areRight) = (violation, areRight)
    }
  }

  public let format: Int
  public let game: String
  public let adversary: String
  public let twin: String?
  public let parameters: [String: Int]
  /// The paths through the tree of draws.
  public let paths: Int
  public let bad: String
  /// The adversary's bit in either world, and its advantage; nil for a game that is won or lost.
  public let left: String?
  public let right: String?
  public let advantage: String?
  /// The value of `bad`, or of `advantage` where only the adversary's bits count, as a decimal number.
  public let value: Double
  public let formula: Double?
  public let bound: BoundRecord
  public let reduction: String
  public let disagreement: String
  /// For a reduction that plants its challenge: the mean number of places at which its event occurs.
  public let places: String?
  public let violation: String
  public let forfeit: String
  public let views: Views?
  /// What refutes the hop; nil where nothing does.
  public let refutation: String?
  /// Nil where chances are not known.
  public let chances: Chances?

  public init(
    game: String, adversary: String, twin: String?, parameters: [String: Int], paths: Int, bad: String, left: String?,
    right: String?,
    advantage: String?, value: Double, formula: Double?, bound: BoundRecord, reduction: String, disagreement: String,
    places: String? = nil, violation: String, forfeit: String, views: Views?, refutation: String?, chances: Chances?
  ) {
    format = 1
    (self.game, self.adversary, self.twin, self.parameters, self.paths) = (game, adversary, twin, parameters, paths)
    (self.bad, self.left, self.right, self.advantage) = (bad, left, right, advantage)
    (self.value, self.formula, self.bound) = (value, formula, bound)
    (self.reduction, self.disagreement, self.violation, self.forfeit) = (reduction, disagreement, violation, forfeit)
    (self.places, self.views, self.refutation, self.chances) = (places, views, refutation, chances)
  }
}
