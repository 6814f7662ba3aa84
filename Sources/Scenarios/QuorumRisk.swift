internal import Foundation

/// How likely the quorum assumption is to fail if each of N operators is dishonest with probability p, independently: that n or more are.
public struct QuorumRisk: Codable, Hashable, Sendable {
  public var operators: Int
  public var quorum: Int
  public var probability: Double
  /// P[X ≥ n] for X binomial with N and p: summed exactly, term by term, smallest first.
  public var failure: Double

  /// The place and reason of a value that is none.
  public struct BadValue: Error, CustomStringConvertible {
    public let description: String
  }

  public init(operators: Int, quorum: Int, probability: Double) throws(BadValue) {
    guard (1...1_000).contains(operators) else { throw BadValue(description: "`--operators` is \(operators); it should be 1 … 1000") }
    guard (1...operators).contains(quorum) else { throw BadValue(description: "`--n` is \(quorum); it should be 1 … \(operators)") }
    guard probability >= 0, probability <= 1 else { throw BadValue(description: "`--p` is \(probability); it should be 0 … 1") }
    (self.operators, self.quorum, self.probability) = (operators, quorum, probability)
    failure = Self.tail(operators, quorum, probability)
  }

  /// Σ_{k ≥ n} C(N, k) pᵏ (1 − p)ᴺ⁻ᵏ.
  static func tail(_ count: Int, _ least: Int, _ p: Double) -> Double {
    if p == 0 { return 0 }
    if p == 1 { return 1 }
    // In logarithms, so that no factor overflows; all terms are positive, so nothing cancels.
    var terms: [Double] = []
    for k in least...count {
      var logarithm = Double(k) * log(p) + Double(count - k) * log1p(-p)
      for i in 0..<min(k, count - k) { logarithm += log(Double(count - i)) - log(Double(i + 1)) }
      terms.append(exp(logarithm))
    }
    return min(1, terms.sorted().reduce(0, +))
  }

  /// For choosing n: for each n the risk, and how many operators may be unavailable before the domain can no longer change.
  public static func table(operators: Int, probability: Double) throws(BadValue) -> [QuorumRisk] {
    var rows: [QuorumRisk] = []
    for quorum in 1...max(1, operators) { rows.append(try QuorumRisk(operators: operators, quorum: quorum, probability: probability)) }
    return rows
  }

  public var spare: Int { operators - quorum }

  public static func text(_ rows: [QuorumRisk], chosen: Int?) -> String {
    guard let first = rows.first else { return "" }
    var out = "\(first.operators) operators, each dishonest with probability \(first.probability), independently\n\n"
    out += "  n   P[n or more are dishonest]   operators that may be away\n"
    for row in rows {
      let number = String(format: "%3d   %-26.6g   %d", row.quorum, row.failure, row.spare)
      out += (row.quorum == chosen ? "→" : " ") + String(number.dropFirst(number.hasPrefix(" ") ? 1 : 0)) + "\n"
    }
    return out
  }
}
