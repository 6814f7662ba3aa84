public import Primitives

/// A number that a run can be given with `--set name=value`.
public struct Parameter: Sendable {
  public let name: String
  public let value: Int
  public let range: ClosedRange<Int>
  public let meaning: String
  /// Whether it belongs to the calibrated suite and means nothing on a real one.
  public let isCalibratedOnly: Bool
  /// The only adversaries that read it, by themselves or in a reduction around them (`b1-…`); nil where it belongs to the game.
  public let adversaries: [String]?

  /// - Parameter value: the default.
  public init(
    _ name: String, _ value: Int, in range: ClosedRange<Int>, _ meaning: String, calibratedOnly: Bool = false,
    of adversaries: [String]? = nil
  ) {
    (self.name, self.value, self.range, self.meaning) = (name, value, range, meaning)
    (isCalibratedOnly, self.adversaries) = (calibratedOnly, adversaries)
  }

  /// The same with another default.
  func with(_ value: Int) -> Parameter {
    Parameter(name, value, in: range, meaning, calibratedOnly: isCalibratedOnly, of: adversaries)
  }

  public func applies(to suite: SuiteName) -> Bool { suite.isCalibrated || !isCalibratedOnly }

  public func applies(to adversary: String) -> Bool {
    adversaries.map { $0.contains { adversary == $0 || adversary.hasSuffix("-\($0)") } } ?? true
  }
}

extension [Parameter] {
  /// The same with other defaults.
  package func with(_ values: [String: Int]) -> [Parameter] {
    map { parameter in values[parameter.name].map { parameter.with($0) } ?? parameter }
  }
}
