internal import Foundation

/// How likely the quorum assumption is to fail if each of N operators is dishonest with probability p, independently: that n or
/// more are.
public struct QuorumRisk: Hashable, Sendable {
  public let quorum: Int
  /// P[X ≥ n] for X binomial with N and p, as far as a `Double` reaches.
  public let failure: Double
  /// Its decimal logarithm, which does not end with it, and that of the rest to 1; nil for probability 0.
  public let log10Failure: Double?
  public let log10Complement: Double?
  /// How many operators may be unavailable before the domain can no longer change.
  public let spare: Int

  /// - Parameter quorum: n, 1 … `operators`.
  public init(operators: Int, quorum: Int, probability: Double) {
    precondition(quorum >= 1 && quorum <= operators)
    (self.quorum, spare) = (quorum, operators - quorum)
    func log10Tail(_ least: Int, _ p: Probability) -> Double? {
      if p.value == 0 { return nil }
      if p.complement == 0 { return 0 }
      return BinomialTail(events: least, trials: operators, probability: p).logProbability / log(10)
    }
    let p = Probability(probability)
    (log10Failure, log10Complement) = (log10Tail(quorum, p), log10Tail(operators - quorum + 1, p.mirrored))
    failure = log10Failure.map { pow(10, $0) } ?? 0
  }
}
