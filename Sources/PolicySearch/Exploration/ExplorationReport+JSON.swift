public import Records

extension ExplorationReport {
  /// What it is to somebody who expects `expected`. That nothing fell where little can happen decides nothing.
  public func exitStatus(expecting expected: Outcome) -> RunStatus {
    if outcome == .inconclusive || (outcome == .holds && !missing.isEmpty) { return .inconclusive }
    return outcome == expected ? .met : .notMet
  }

  public func json(_ status: RunStatus) throws -> String { try JSON.text(self, status: status) }
}
