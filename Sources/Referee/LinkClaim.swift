public import Records

/// What is said of a link of a chain.
public struct LinkClaim: Sendable {
  public enum Price: Sendable {
    /// None: the two sides are one game, or their events coincide, in every trial.
    case nothing
    /// A difference of the probabilities, at most so much; nil where that is assumed to be small.
    case atMost(Double?)
    /// What the reduction of the hop loses, which is judged by itself.
    case reduction
  }

  public let from, to: String
  public let words: String
  public let price: Price
  /// What is asked of the game on the far side.
  public let charges: [Charge]

  public init(from: String, to: String, words: String, price: Price, charges: [Charge] = []) {
    (self.from, self.to, self.words, self.price, self.charges) = (from, to, words, price, charges)
  }
}
