internal import Foundation
internal import Statistics

/// How likely the quorum assumption is to fail if each of N operators is dishonest with probability p, independently: that n or
/// more are.
public struct QuorumRisk: Encodable, Hashable, Sendable {
  public let quorum: Int
  /// P[X ≥ n] for X binomial with N and p, as far as a `Double` reaches.
  public let failure: Double
  /// Its decimal logarithm, which does not end with it, and that of the rest to 1; nil for probability 0.
  public let log10Failure: Double?
  public let log10Complement: Double?
  /// How many operators may be unavailable before the domain can no longer change.
  public let spare: Int

  /// The place and reason of a value that is none.
  public struct BadValue: Error, CustomStringConvertible {
    public let description: String
  }

  public init(operators: Int, quorum: Int, probability: Double) throws(BadValue) {
    guard (1...1_000).contains(operators) else {
      throw BadValue(description: "`--operators` is \(operators); it should be 1 … 1000")
    }
    guard (1...operators).contains(quorum) else {
      throw BadValue(description: "`--n` is \(quorum); it should be 1 … \(operators)")
    }
    guard probability >= 0, probability <= 1 else { throw BadValue(description: "`--p` is \(probability); it should be 0 … 1") }
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

  /// For choosing n.
  public static func table(operators: Int, probability: Double) throws(BadValue) -> [QuorumRisk] {
    var rows: [QuorumRisk] = []
    for quorum in 1...max(1, operators) {
      rows.append(try QuorumRisk(operators: operators, quorum: quorum, probability: probability))
    }
    return rows
  }

  /// The probability with six digits, never rounded to 0 or to 1: 1.23e-4000, or 1 − 4.56e-20.
  public var failureText: String {
    guard let log10Failure else { return "0" }
    guard let log10Complement else { return "1" }
    return log10Complement < -6 ? "1 − \(Self.text(log10Complement))" : Self.text(log10Failure)
  }

  private static func text(_ logarithm: Double) -> String {
    if logarithm > -300 { return String(format: "%.6g", pow(10, logarithm)) }
    let exponent = floor(logarithm)
    return String(format: "%.6g", pow(10, logarithm - exponent)) + "e\(Int(exponent))"
  }
}
