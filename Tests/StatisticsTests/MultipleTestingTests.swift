import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct MultipleTestingTests {
  /// e-Holm by its definition: the smallest average over all sets that contain the hypothesis.
  private func closedByAverages(_ e: [Double], _ k: Int) -> Double {
    (0..<1 << e.count).filter { $0 >> k & 1 == 1 }.map { set in
      let members = e.indices.filter { set >> $0 & 1 == 1 }
      return members.reduce(0) { $0 + e[$1] } / Double(members.count)
    }.min()!
  }

  @Test func eHolmIsTheClosedTest() {
    var generator = SplitMix(state: 21)
    for _ in 0..<200 {
      let e = (0..<Int.random(in: 1...8, using: &generator)).map { _ in exp(Double.random(in: -3...6, using: &generator)) }
      for (k, adjusted) in MultipleTesting.eHolm(e).enumerated() { #expect(abs(adjusted / closedByAverages(e, k) - 1) < 1e-12) }
    }
  }

  /// Holm by its definition: the largest Bonferroni p-value over all sets that contain the hypothesis.
  @Test func holmIsTheClosedTest() {
    var generator = SplitMix(state: 22)
    for _ in 0..<200 {
      let p = (0..<Int.random(in: 1...8, using: &generator)).map { _ in exp(-Double.random(in: 0...6, using: &generator)) }
      for (k, adjusted) in MultipleTesting.holm(p).enumerated() {
        let closed = (0..<1 << p.count).filter { $0 >> k & 1 == 1 }.map { set in
          let members = p.indices.filter { set >> $0 & 1 == 1 }
          return min(1, Double(members.count) * members.map { p[$0] }.min()!)
        }.max()!
        #expect(abs(adjusted / closed - 1) < 1e-12)
      }
    }
  }

  @Test func infiniteEvidenceIsOrdinary() {
    #expect(MultipleTesting.eHolm([.infinity, 1]) == [.infinity, 1])
    #expect(MultipleTesting.eBH([0.5, .infinity, 41], alpha: 0.05) == [1, 2])
    #expect(MultipleTesting.eBH([0.5, 1, 2], alpha: 0.05) == [])
    #expect(MultipleTesting.eBH([], alpha: 0.05) == [])
  }
}
