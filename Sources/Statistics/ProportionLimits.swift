/// Lower and upper limit of a proportion, each carried with its complement.
public struct ProportionLimits: Sendable, Hashable, Codable {
  public let lower: Probability
  public let upper: Probability

  public init(lower: Probability, upper: Probability) {
    precondition(lower.value <= upper.value, "limits need lower <= upper, not \(lower.value), \(upper.value)")
    self.lower = lower
    self.upper = upper
  }

  /// The limits as plain numbers.
  public var interval: Interval { Interval(lower: lower.value, upper: upper.value) }

  /// The interval of the advantage 2p − 1 of a guesser.
  public var advantage: Interval { Interval(lower: lower.advantage, upper: upper.advantage) }

  static let everything = ProportionLimits(lower: .zero, upper: .one)
}
