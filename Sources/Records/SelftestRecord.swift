/// What the referee's own examination found.
public struct SelftestRecord: Codable, Sendable {
  public let format: Int
  @ExactNumber public private(set) var seed: UInt64
  public let procedures: [ErrorRateRecord]
  public let outcome: Outcome

  /// - Parameter isComplete: false if an interrupt left procedures out.
  public init(seed: UInt64, procedures: [ErrorRateRecord], isComplete: Bool) {
    format = 1
    (self.seed, self.procedures) = (seed, procedures)
    let odd = procedures.filter { !$0.isAsExpected }.map(\.procedure)
    outcome = !isComplete ? .interrupted : odd.isEmpty ? .met : .notMet("not as expected: \(odd.joined(separator: ", "))")
  }
}
