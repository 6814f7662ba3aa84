extension CheckReport {
  /// SARIF 2.1.0: one result for each case that is not met.
  public var sarif: String {
    let results = cases.filter { $0.outcome != .met }.map { item in
      SARIF.Result(
        ruleId: item.kind.rawValue, level: item.outcome == .inconclusive || item.outcome == .skipped ? "warning" : "error", message: .init(text: "\(item.name): \(item.message)"),
        locations: [.init(physicalLocation: .init(artifactLocation: .init(uri: item.file), region: .init(startLine: item.line ?? 1)))])
    }
    let rules = CheckReport.Case.Kind.allKinds.map { SARIF.Rule(id: $0.rawValue, shortDescription: .init(text: "\($0.plural) of a policy, or of games and hops")) }
    let driver = SARIF.Driver(name: "gamekeeper", rules: rules)
    return JSONText.of(SARIF(runs: [.init(tool: .init(driver: driver), results: results)]))
  }

  private struct SARIF: Encodable {
    var schema = "https://json.schemastore.org/sarif-2.1.0.json"
    var version = "2.1.0"
    var runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }

    struct Run: Encodable {
      var tool: Tool
      var results: [Result]
    }
    struct Tool: Encodable { var driver: Driver }
    struct Driver: Encodable {
      var name: String
      var rules: [Rule]
    }
    struct Rule: Encodable {
      var id: String
      var shortDescription: Message
    }
    struct Message: Encodable { var text: String }
    struct Result: Encodable {
      var ruleId: String
      var level: String
      var message: Message
      var locations: [Location]
    }
    struct Location: Encodable { var physicalLocation: Physical }
    struct Physical: Encodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Artifact: Encodable { var uri: String }
    struct Region: Encodable { var startLine: Int }
  }
}
