internal import Foundation

/// A probability p together with 1 − p, so that neither end of [0, 1] loses digits.
///
/// A bound of 2⁻¹²⁸ and its complement cannot both be recovered from one `Double`; every limit below is therefore computed and
/// returned as the pair.
public struct Probability: Sendable, Hashable, Codable {
  /// p, in 0…1.
  public let value: Double
  /// 1 − p, in 0…1.
  public let complement: Double

  /// The probability `value`; its complement is 1 − `value`, rounded once.
  public init(_ value: Double) {
    Require.probability(value)
    self.init(value: value, complement: 1 - value)
  }

  /// The probability with the given odds p/(1 − p), in 0…∞.
  public init(odds: Double) {
    precondition(odds >= 0, "odds must not be negative: \(odds)")
    self.init(value: odds == .infinity ? 1 : odds / (1 + odds), complement: 1 / (1 + odds))
  }

  /// The probability with the given logit ln(p/(1 − p)).
  public init(logit: Double) {
    self.init(value: 1 / (1 + exp(-logit)), complement: 1 / (1 + exp(logit)))
  }

  init(value: Double, complement: Double) {
    self.value = value
    self.complement = complement
  }

  public static let zero = Probability(value: 0, complement: 1)
  public static let one = Probability(value: 1, complement: 0)

  /// 1 − p, as a pair.
  public var mirrored: Probability { Probability(value: complement, complement: value) }
  /// p/(1 − p); infinite at 1.
  public var odds: Double { value / complement }
  /// ln(p/(1 − p)).
  public var logit: Double { log(value) - log(complement) }
  /// 2p − 1, the advantage of a guesser who is right with probability p; exact near 1/2 up to the rounding of the pair.
  public var advantage: Double { value - complement }
}
