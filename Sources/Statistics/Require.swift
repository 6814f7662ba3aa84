/// Preconditions shared by every statistic. They name the argument, because a wrong count is a bug of the caller, not of the
/// data.
enum Require {
  static func counts(events k: Int, trials n: Int) {
    precondition(n >= 0 && n <= 1 << 53, "trials must lie in 0...2^53, not \(n)")
    precondition(k >= 0 && k <= n, "events must lie in 0...\(n) trials, not \(k)")
  }

  static func counts(_ counts: [Int]) {
    precondition(counts.allSatisfy { $0 >= 0 && $0 <= 1 << 53 }, "counts must lie in 0...2^53, not \(counts)")
  }

  static func level(_ alpha: Double) {
    precondition(alpha > 0 && alpha < 1, "the level alpha must lie strictly between 0 and 1, not \(alpha)")
  }

  static func bound(_ m: Double) {
    precondition(!m.isNaN, "the bound is not a number")
  }

  static func probability(_ p: Double) {
    precondition(p >= 0 && p <= 1, "a probability must lie in 0...1, not \(p)")
  }
}
