internal import Arena
internal import Pages
internal import Policy
internal import PolicySearch
internal import Primitives
internal import Records
internal import Reports
internal import Scenarios
internal import Words

extension Router {
  /// A scenario under the policy of the address: as a page, as its picture (`.svg`), or as a file (`.yaml`).
  func attack(_ ask: Ask) throws(CatalogError) -> Reply {
    let scenarios = Book.scenarios
    guard ask.parts.count > 1 else { return Reply(.attacks(scenarios.map { ($0.name, $0.scenario.title) }, .served)) }
    let asked = ask.parts[1...].joined(separator: "/")
    let ending = [".svg", ".yaml"].first(where: asked.hasSuffix)
    let name = String(asked.dropLast(ending?.count ?? 0))
    guard let scenario = scenarios.first(where: { $0.name == name })?.scenario else {
      throw .unknown("scenario", name, among: scenarios.map(\.name))
    }
    guard let suite = SuiteName(rawValue: ask["suite"] ?? "kms") else {
      throw .unknown("suite", ask["suite"] ?? "", among: SuiteName.allCases.map(\.rawValue))
    }
    let record = try played(
      scenario, PolicySelection(without: ask.all("without"), with: ask.all("with")), suite, explaining: ending == nil)
    switch ending {
    case ".svg": return .picture(record.svg)
    case ".yaml":
      do throws(UnknownRule) {
        let yaml = try scenario.stating(record).yaml
        return .file(yaml, type: "application/yaml; charset=utf-8", name: "\(name).yaml")
      } catch { throw CatalogError(error.description) }
    default: return Reply(.attack(record, choices(name, scenario, record), .served))
    }
  }

  func played(
    _ scenario: Scenario, _ policy: PolicySelection, _ suite: SuiteName, explaining: Bool = false
  ) throws(CatalogError) -> ScenarioRecord {
    do throws(PolicyMistake) { _ = try policy.validated() } catch {
      throw CatalogError(error.description, hint: "`/rules` names all rules")
    }
    do throws(UnknownRule) {
      return try ScenarioRunner.run(scenario, policy: policy, suite: suite, explaining: explaining)
    } catch { throw CatalogError(error.description) }
  }

  func choices(_ name: String, _ scenario: Scenario, _ record: ScenarioRecord) -> Page.AttackChoices {
    let options =
      record.policy.without.map { CommandWords.option("without", $0) }
      + record.policy.with.map { CommandWords.option("with", $0) }
    let suite = record.suite == "kms" ? [] : [CommandWords.option("suite", record.suite)]
    return .init(
      rules: Book.rules, suites: SuiteName.allCases.map(\.rawValue),
      twin: scenario.twin.map { PolicySelection(without: $0.without, with: $0.with) },
      command: CommandWords.line(["attack", name] + options + suite))
  }
}
