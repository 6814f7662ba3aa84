extension ScenarioReport {
  public var json: String { JSONText.of(self) }
}

extension ExplorationReport {
  public var json: String { JSONText.of(self) }
}
