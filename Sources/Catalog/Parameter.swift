/// A number that a run can be given with `--set name=value`.
public struct Parameter: Sendable {
  public let name: String
  public let value: Int
  public let range: ClosedRange<Int>
  public let meaning: String
  /// Whether it belongs to the calibrated suite and means nothing on a real one.
  public let isCalibratedOnly: Bool

  /// - Parameter value: the default.
  public init(_ name: String, _ value: Int, in range: ClosedRange<Int>, _ meaning: String, calibratedOnly: Bool = false) {
    (self.name, self.value, self.range, self.meaning) = (name, value, range, meaning)
    isCalibratedOnly = calibratedOnly
  }

  public func applies(to suite: Suite) -> Bool { suite.isCalibrated || !isCalibratedOnly }
}
