import Foundation
import Statistics

/// The exact crossing probability of the difference e-process under continuous peeking, by dynamic programming over (plus,
/// minus).
struct DifferenceCampaign {
  private(set) var crossing = 0.0
  private(set) var meanTrials = 0.0

  init(bound m: Double, alpha: Double, horizon: Int, plus: Double, minus: Double) {
    let threshold = -log(alpha), zero = 1 - plus - minus, width = horizon + 1
    var mass = [Double](repeating: 0, count: width * width)
    mass[0] = 1
    for n in 1...horizon {
      meanTrials += 1 - crossing
      var next = [Double](repeating: 0, count: width * width)
      for up in 0..<n {
        for down in 0..<n - up where mass[up * width + down] > 0 {
          let here = mass[up * width + down]
          next[up * width + down] += here * zero
          next[(up + 1) * width + down] += here * plus
          next[up * width + down + 1] += here * minus
        }
      }
      for up in 0...n {
        for down in 0...n - up where next[up * width + down] > 0 {
          guard BettingMixture.differenceLogE(plus: up, zero: n - up - down, minus: down, bound: m) >= threshold else { continue }
          crossing += next[up * width + down]
          next[up * width + down] = 0
        }
      }
      mass = next
    }
  }
}
