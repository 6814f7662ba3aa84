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
    func names(_ finding: ErrorRateRecord.Finding) -> String? {
      let found = procedures.filter { $0.finding == finding }.map(\.procedure)
      return found.isEmpty ? nil : found.joined(separator: ", ")
    }
    outcome =
      if !isComplete {
        .interrupted
      } else if let names = names(.unexpected) {
        .notMet("not as expected: \(names)")
      } else if let names = names(.tooFew) {
        .inconclusive("too few campaigns to see the control fail: \(names)")
      } else {
        .met
      }
  }
}
