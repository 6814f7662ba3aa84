internal import Foundation

/// Numbers as people read them: rounded, and never to a certainty. What is neither 0 nor 1 is not shown as one of them.
public enum Number {
  public enum Rounding: Sendable {
    case nearest, down, up
  }

  /// Four significant digits; small and large ones with an exponent, and next to 1 the distance from it.
  public static func text(_ x: Double, _ rounding: Rounding = .nearest) -> String {
    guard x.isFinite, x != 0 else { return x == 0 ? "0" : "\(x)" }
    let magnitude = abs(x), whole = magnitude >= 1000 && magnitude < 1e7
    let decimal = Decimal(magnitude, digits: whole ? Int(log10(magnitude)) + 1 : 4, x < 0 ? rounding.opposite : rounding)
    let text = (x < 0 ? "-" : "") + decimal.text
    guard text == "1", x != 1 else { return text }
    return x < 1 ? "1 − \(Decimal(1 - x, digits: 2, rounding.opposite).text)" : "1 + \(Decimal(x - 1, digits: 2, rounding).text)"
  }

  /// An interval, rounded outward: what it covers is covered as printed.
  public static func interval(_ lower: Double, _ upper: Double) -> String { "[\(text(lower, .down)), \(text(upper, .up))]" }

  /// One minus an error probability, rounded down.
  public static func confidence(error: Double) -> String {
    guard error > 0, error < 1 else { return text(1 - error) }
    let rounded = Decimal(error, digits: 2, .up)
    return error < 1e-5 ? "1 − \(rounded.text)" : Decimal.trimmed(String(format: "%.\(1 - rounded.exponent)f", 1 - rounded.value))
  }

  /// A part of a whole, to a tenth of a percent where that says enough.
  public static func percent(_ part: Double, _ rounding: Rounding = .nearest) -> String {
    let exact = 100 * part
    let tenths =
      switch rounding {
      case .nearest: (10 * exact).rounded() / 10
      case .down: (10 * exact).rounded(.down) / 10
      case .up: (10 * exact).rounded(.up) / 10
      }
    let isCertain = (tenths == 0 || tenths == 100) && tenths != exact
    let text = text(isCertain && rounding != .up ? exact : tenths, rounding)
    return (text == "100" && exact < 100 ? "under 100" : text) + " %"
  }

  /// A count with thin grouping: 1,000,000.
  public static func grouped(_ n: UInt64) -> String {
    var digits = Array(String(n).reversed())
    for position in stride(from: 3, to: digits.count, by: 3).reversed() { digits.insert(",", at: position) }
    return String(digits.reversed())
  }
}

extension Number.Rounding {
  fileprivate var opposite: Self {
    switch self {
    case .nearest: .nearest
    case .down: .up
    case .up: .down
    }
  }
}

/// A positive number with so many significant digits.
private struct Decimal {
  private let digits: String
  /// That of the first digit.
  let exponent: Int

  init(_ x: Double, digits count: Int, _ rounding: Number.Rounding) {
    let parts = String(format: "%.\(count - 1)e", x).split(separator: "e")
    let nearest = (UInt64(parts[0].filter { $0 != "." }) ?? 0, Int(parts[1]) ?? 0)
    let value = Double("\(parts[0])e\(parts[1])") ?? x
    var (mantissa, exponent) = nearest
    if rounding == .up, value < x { mantissa += 1 }
    if rounding == .down, value > x { mantissa -= 1 }
    var text = String(mantissa)
    if text.count > count { (text, exponent) = (String(text.dropLast()), exponent + 1) }
    // One below a power of ten has a digit less.
    if text.count < count { (text, exponent) = (text + "9", exponent - 1) }
    (digits, self.exponent) = (text, exponent)
  }

  var value: Double { Double("\(digits)e\(exponent - digits.count + 1)") ?? 0 }

  var text: String {
    let (first, rest) = (digits.prefix(1), digits.dropFirst())
    if exponent < -4 || exponent >= max(7, digits.count) {
      return
        "\(first)\(rest.isEmpty ? "" : ".")\(rest)e\(exponent < 0 ? "-" : "+")\(abs(exponent) < 10 ? "0" : "")\(abs(exponent))"
    }
    if exponent < 0 { return Self.trimmed("0." + String(repeating: "0", count: -exponent - 1) + digits) }
    if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
    return Self.trimmed("\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))")
  }

  /// Without zeros at the end of the fraction.
  static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }
}
