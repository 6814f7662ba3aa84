internal import Foundation
internal import Records
internal import Words

extension ChanceRecord {
  /// The lines of a run that chances judge.
  func lines(_ bound: Double?) -> [String] {
    var lines = [
      "chances    added up over \(Number.grouped(trials)) trials (`\(CommandWords.line("describe", "chances"))`)"
    ]
    lines += kinds.map { "           \($0.kind): \(Number.power($0.mean)) a trial" }
    lines.append("causes     \(Number.power(causes.estimate))   in \(Number.powers(causes.lower, causes.upper))")
    lines.append("           some move succeeds; an advantage, and the bad event, need one")
    lines.append("forced     bad event \(Number.power(bad.estimate))   in \(Number.powers(bad.lower, bad.upper))")
    lines.append(
      "           advantage \(Number.power(advantage.estimate))   in \(Number.powers(advantage.lower, advantage.upper))")
    if let bound, bound > 0, bound < 1 {
      let (lower, upper) = (advantage.lower / bound, advantage.upper / bound)
      lines.append("share      \(Number.share(advantage.estimate / bound)) of the bound   in \(Number.interval(lower, upper))")
    }
    if violations > 0, let first { lines.append("           \(violations) contradictions; first: \(first)") }
    lines.append("reports    \(reports)")
    return lines
  }

  /// What is bet against the reported chances.
  private var reports: String {
    log10EvidenceAgainstReports < 3
      ? "nothing speaks against the reported chances"
      : "against the reported chances speaks 10^\(Int(log10EvidenceAgainstReports)) : 1"
  }
}

extension Number {
  /// A small number as a power of two, with two digits behind the point; others as ever.
  static func power(_ x: Double, _ rounding: Rounding = .nearest) -> String {
    guard 0 < x, x < 1e-6 else { return text(x, rounding) }
    let hundredths = 100 * log2(x)
    let rounded =
      switch rounding {
      case .nearest: hundredths.rounded()
      case .down: (hundredths - 1e-9).rounded(.down)
      case .up: (hundredths + 1e-9).rounded(.up)
      }
    return "2^" + String(format: "%.2f", rounded / 100)
  }

  static func powers(_ lower: Double, _ upper: Double) -> String { "[\(power(lower, .down)), \(power(upper, .up))]" }

  /// Three digits.
  static func share(_ x: Double) -> String { String(format: "%.3g", x) }
}
