public import Records

extension ScenarioReport {
  public var exitStatus: RunStatus { isAsExpected ? .met : .notMet }
  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}
