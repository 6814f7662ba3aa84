internal import Foundation

/// Numbers as people read them.
enum Number {
  /// Four significant digits; small and large ones with an exponent.
  static func text(_ x: Double) -> String {
    if x == 0 { return "0" }
    if abs(x) >= 1e-4 && abs(x) < 1e7 {
      let digits = max(0, 3 - Int(floor(log10(abs(x)))))
      let text = String(format: "%.\(digits)f", x)
      guard text.contains(".") else { return text }
      let trimmed = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
      return String(trimmed.reversed())
    }
    return String(format: "%.3e", x)
  }

  /// A count with thin grouping: 1,000,000.
  static func grouped(_ n: UInt64) -> String {
    var digits = Array(String(n).reversed())
    for position in stride(from: 3, to: digits.count, by: 3).reversed() { digits.insert(",", at: position) }
    return String(digits.reversed())
  }
}
