/// Adjustments for a family of hypotheses, valid under arbitrary dependence. Results are in the order of the arguments.
public enum MultipleTesting {
  /// Holm's adjusted p-values: hypothesis i is rejected at family-wise level α iff its value is at most α.
  ///
  /// With p = 1/sup E the rejections are never taken back while sampling goes on. Source: Holm, Scand. J. Statist. 6, 1979.
  public static func holm(_ p: [Double]) -> [Double] {
    precondition(p.allSatisfy { $0 >= 0 && $0 <= 1 }, "p-values must lie in 0...1")
    var adjusted = p, running = 0.0
    for (rank, i) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
      running = max(running, min(1, p[i] * Double(p.count - rank)))
      adjusted[i] = running
    }
    return adjusted
  }

  /// Adjusted e-values of the closed test by averages: e*ₖ = minᵢ (eₖ + the sum of the i smallest)/(i + 1) over the i smallest
  /// below eₖ.
  ///
  /// Hypothesis k is rejected at family-wise level α iff e*ₖ ≥ 1/α, on e-values of one common stopping time (never on running
  /// maxima). Source: Vovk and Wang, *E-values*, Ann. Stat. 49, 2021.
  public static func eHolm(_ e: [Double]) -> [Double] {
    precondition(e.allSatisfy { $0 >= 0 }, "e-values must not be negative")
    let order = e.indices.sorted { (e[$0], $0) < (e[$1], $1) }
    var adjusted = e
    for (rank, k) in order.enumerated() {
      var sum = e[k]
      for (i, smaller) in order.prefix(rank).enumerated() {
        sum += e[smaller]
        adjusted[k] = min(adjusted[k], sum / Double(i + 2))
      }
    }
    return adjusted
  }

  /// The indices, ascending, that the e-BH procedure rejects at false discovery rate `alpha`: the k* largest, where k* is the
  /// largest k whose k-th largest e-value is at least M/(α k).
  ///
  /// On e-values of one common stopping time; on running maxima it is not valid. Source: Wang and Ramdas, arXiv 2009.02824.
  public static func eBH(_ e: [Double], alpha: Double) -> [Int] {
    precondition(e.allSatisfy { $0 >= 0 }, "e-values must not be negative")
    Require.level(alpha)
    let descending = e.indices.sorted { (e[$1], $0) < (e[$0], $1) }
    let rejected = descending.indices.last { rank in
      e[descending[rank]] >= Double(e.count) / (alpha * Double(rank + 1))
    }
    return descending.prefix((rejected ?? -1) + 1).sorted()
  }
}
