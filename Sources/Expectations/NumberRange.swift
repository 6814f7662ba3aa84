internal import Foundation
internal import Records

/// Where a measured number is expected: `at-most 0.1`, `at-least 20 %`, or `20 %…50 %`.
public struct NumberRange: Hashable, Sendable, CustomStringConvertible {
  let lower, upper: Double?
  public let description: String

  /// Nil for what is no range of numbers.
  public init?(_ text: String) {
    func number(_ text: some StringProtocol) -> Double? {
      let plain = text.trimmingCharacters(in: .whitespaces)
      let isPart = plain.hasSuffix("%")
      let digits = isPart ? plain.dropLast().trimmingCharacters(in: .whitespaces) : plain
      return Double(digits).flatMap { $0.isFinite && $0 >= 0 ? (isPart ? $0 / 100 : $0) : nil }
    }
    description = text
    let ends = text.replacing("...", with: "…").split(separator: "…", omittingEmptySubsequences: false)
    if text.hasPrefix("at-most ") {
      (lower, upper) = (nil, number(text.dropFirst("at-most ".count)))
      if upper == nil { return nil }
    } else if text.hasPrefix("at-least ") {
      (lower, upper) = (number(text.dropFirst("at-least ".count)), nil)
      if lower == nil { return nil }
    } else {
      guard ends.count == 2, let first = number(ends[0]), let last = number(ends[1]), first <= last else { return nil }
      (lower, upper) = (first, last)
    }
  }

  /// What an interval says of it.
  enum Standing { case within, outside, open }

  /// Within if the whole interval is, outside if all of it lies on one side; so it is wrong with the interval's error at most.
  func standing(of number: Estimate) -> Standing {
    if let upper, number.lower > upper { return .outside }
    if let lower, number.upper < lower { return .outside }
    return (upper.map { number.upper <= $0 } ?? true) && (lower.map { number.lower >= $0 } ?? true) ? .within : .open
  }
}
