internal import Foundation
internal import Records
internal import Words

extension ChanceRecord {
  /// The lines of a run that chances judge.
  func lines(_ bound: Double?, hasBadEvent: Bool) -> [String] {
    var lines = [
      "chances    judge: \(why) (`\(CommandWords.line("describe", "chances"))`)",
      "           added up over \(Number.grouped(trials)) trials",
    ]
    lines += kinds.map { "           \($0.kind): \(Number.power($0.mean)) a trial" }
    lines.append("causes     \(Number.power(causes.estimate))   in \(Number.powers(causes.lower, causes.upper))")
    lines.append("           some move succeeds; an advantage\(hasBadEvent ? ", and the bad event, need" : " needs") one")
    let sum = kinds.reduce(0) { $0 + $1.mean }
    if sum > 1 { lines.append("           chances came to \(Number.text(sum)) a trial; what they estimate is a probability") }
    let forced = (hasBadEvent ? [("bad event", bad)] : []) + [("advantage", advantage)]
    lines += forced.enumerated().map { index, entry in
      let (name, estimate) = entry
      return "\(index == 0 ? "forced" : "      ")     \(name) \(Number.power(estimate.estimate))   "
        + "in \(Number.powers(estimate.lower, estimate.upper))"
    }
    if let share = share(of: bound), let bound {
      let (lower, upper) = (advantage.lower / bound, advantage.upper / bound)
      lines.append("share      \(share)   in \(Number.interval(lower, upper))")
    }
    lines += precision + counting
    if violations > 0, let first { lines.append("           \(violations) contradictions; first: \(first)") }
    lines.append("reports    \(reports)")
    return lines
  }

  /// What the estimate comes to, as a part of a bound that says something.
  func share(of bound: Double?) -> String? {
    guard let bound, bound > 0, bound < 1 else { return nil }
    return "\(Number.share(advantage.estimate / bound)) of the bound"
  }

  /// How much the advantage varies, and what an interval of a hundredth takes.
  private var precision: [String] {
    guard let spread = spread.advantage, let width else { return [] }
    let words = "spread     of one trial, over the mean: \(Number.share(spread)); the interval is ± \(Number.percent(width, .up))"
    return [width > 0.01 ? "\(words), and about \(Number.power(trials(within: 0.01, spread))) trials make it ± 1 %" : words]
  }

  /// Half the interval of the advantage over its estimate; nil where that is 0.
  var width: Double? {
    advantage.estimate > 0 ? (advantage.upper - advantage.lower) / 2 / advantage.estimate : nil
  }

  /// A half-width relative to the mean is about 4.8·r/√n + 10·R/n after n trials, for a spread r and a range of R times the mean:
  /// solved for n.
  func trials(within width: Double, _ spread: Double) -> Double {
    let (slope, range) = (4.8 * spread, 10 * 2 * most / advantage.estimate)
    let root = (-slope + (slope * slope + 4 * range * width).squareRoot()) / (2 * range)
    return (1 / (root * root)).rounded(.up)
  }

  /// What the same would take without chances.
  private var counting: [String] {
    guard let countingNeeds, countingNeeds > 1e9 else { return [] }
    return ["counting   would need \(Number.power(countingNeeds)) trials without an event to certify as much"]
  }

  /// What is bet against the reported chances.
  private var reports: String {
    log10EvidenceAgainstReports < 3
      ? "nothing speaks against the reported chances"
      : "against the reported chances speaks 10^\(Int(log10EvidenceAgainstReports)) : 1"
  }
}

extension Number {
  /// A small or a huge number as a power of two, with two digits behind the point; others as ever.
  static func power(_ x: Double, _ rounding: Rounding = .nearest) -> String {
    guard 0 < x, x < 1e-6 || x > 1e12, x.isFinite else { return text(x, rounding) }
    let hundredths = 100 * log2(x)
    let rounded =
      switch rounding {
      case .nearest: hundredths.rounded()
      case .down: (hundredths - 1e-9).rounded(.down)
      case .up: (hundredths + 1e-9).rounded(.up)
      }
    return "2^" + String(format: "%.2f", rounded / 100)
  }

  /// A number, and a small one as a power of two, too.
  static func both(_ x: Double) -> String {
    let (text, power) = (text(x), power(x))
    return text == power ? text : "\(text) = \(power)"
  }

  static func powers(_ lower: Double, _ upper: Double) -> String { "[\(power(lower, .down)), \(power(upper, .up))]" }

  /// Three digits.
  static func share(_ x: Double) -> String { String(format: "%#.3g", x) }
}
