import Scenarios

/// A scenario's file in the place of an expectation file, such as `explore --format yaml` writes: it states its own end, for the
/// intact policy and for its twin's.
extension ExpectationFile {
  static func isScenario(_ document: YAMLNode) -> Bool {
    let keys = (try? document.mapping().map(\.name)) ?? []
    return keys.contains("scenario") && keys.contains("steps")
  }

  static func cases(of scenario: Scenario, file: String) throws(InputError) -> [Item] {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let policies = [.intact] + (scenario.twin.map { [PolicySelection(without: $0.without, with: $0.with)] } ?? [])
    return policies.map { policy in
      let expected = PolicyExpectation(
        subject: .scenario(name), policy: policy, suite: .kms, broken: nil, properties: nil, because: .init())
      return Item(name: "\(scenario.name), \(policy.words)", line: nil, expected: .policy(expected))
    }
  }
}
