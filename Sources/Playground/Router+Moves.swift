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
  /// Small enough to be searched while somebody waits, and with room for every kind of move but a second domain and a rotation.
  private static let scope = {
    var scope = ExplorationScope()
    (scope.operators, scope.domains, scope.depth) = (2, 1, 1)
    return scope
  }()

  /// More are not chosen in a row: each is found by walking there.
  private static let mostMoves = 40

  /// A state of the search under the policy of the address: as a page, as its picture, or as a scenario file.
  func moves(_ ask: Ask) throws(CatalogError) -> Reply {
    let policy = PolicySelection(without: ask.all("without"), with: ask.all("with"))
    do throws(PolicyMistake) { _ = try policy.validated() } catch {
      throw CatalogError(error.description, hint: "`/rules` names all rules")
    }
    let text = ask["path"] ?? ""
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard text.isEmpty || path.allSatisfy({ $0 != nil }), path.count <= Self.mostMoves else {
      throw CatalogError("the path is `\(text)`", hint: "numbers of moves with dots between them, \(Self.mostMoves) at most")
    }
    let numbers = path.compactMap(\.self)
    do throws(UnknownRule) {
      let search = try GuidedSearch.after(numbers, in: Self.scope, under: policy)
      let record = try search.map { search throws(UnknownRule) in try ScenarioRunner.run(search.scenario, policy: policy) }
      guard let search, let record else { return nowhere(text) }
      switch ask.parts[0] {
      case "moves.svg": return .picture(record.svg)
      case "moves.yaml":
        return .file(
          try search.scenario.stating(record).yaml, type: "application/yaml; charset=utf-8", name: "by-hand.yaml")
      default: return Reply(.moves(state(search, numbers, policy, record)))
      }
    } catch { throw CatalogError(error.description) }
  }

  private func nowhere(_ path: String) -> Reply {
    Reply(
      .message(
        "That cannot be shown", "There is no move at the end of the path `\(path)`.", hint: "`/moves` begins from the beginning"),
      status: 404)
  }

  private func state(
    _ search: GuidedSearch, _ path: [Int], _ policy: PolicySelection, _ record: ScenarioRecord
  ) -> Page.SearchState {
    let scope = Self.scope
    let options =
      [("operators", scope.operators), ("domains", scope.domains), ("depth", scope.depth)].map {
        CommandWords.option($0, "\($1)")
      } + policy.without.map { CommandWords.option("without", $0) } + policy.with.map { CommandWords.option("with", $0) }
    return .init(
      scope: scope.words, path: path, record: path.isEmpty ? nil : record, policy: policy,
      moves: search.moves.map { .init(words: $0.words, trusts: $0.trusts, broken: $0.broken) },
      refused: search.refusals.map { .init(rule: $0.rule, count: $0.count, examples: $0.examples) }, rules: Book.rules,
      command: CommandWords.line(["explore"] + options))
  }
}
