internal import Foundation

/// Where a value lies on a picture, on a linear or a logarithmic scale.
struct Axis: Sendable {
  private let low: Double
  private let high: Double
  private let start: Double
  private let end: Double
  private let isLogarithmic: Bool

  /// The scale that shows `values` between the places `start` and `end`.
  init(_ values: [Double], from start: Double, to end: Double, isLogarithmic: Bool) {
    (self.start, self.end, self.isLogarithmic) = (start, end, isLogarithmic && !values.contains { $0 <= 0 })
    let scaled = values.map { [isLogarithmic = self.isLogarithmic] in isLogarithmic ? log10($0) : $0 }
    let (least, most) = (scaled.min() ?? 0, scaled.max() ?? 1)
    let margin = most > least ? (most - least) * 0.05 : 0.5
    (low, high) = (least - margin, most + margin)
  }

  /// Values below the scale lie at its start.
  func position(_ value: Double) -> Double {
    let scaled = isLogarithmic ? (value > 0 ? log10(value) : low) : value
    return start + (min(max(scaled, low), high) - low) / (high - low) * (end - start)
  }

  /// Powers of ten on a logarithmic scale, and 2 and 5 times them where there are few; the ends on a linear one.
  var ticks: [Double] {
    guard isLogarithmic else { return [low, high] }
    let exponents = Int(floor(low))...Int(ceil(high))
    let steps: [Double] = high - low < 2 ? [1, 2, 5] : [1]
    // At most some twelve decades are named.
    let stride = max(1, (exponents.count + 11) / 12)
    return exponents.filter { $0.isMultiple(of: stride) }.flatMap { exponent in steps.map { $0 * pow(10, Double(exponent)) } }
      .filter { (low...high).contains(log10($0)) }
  }
}
