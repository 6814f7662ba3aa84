internal import Arena
internal import Pages
internal import Policy
internal import PolicySearch
internal import Records
internal import Reports
internal import Scenarios
internal import Words

/// The searches that pages begin.
typealias Searches = Runs<Page.Search.Progress, Result<Page.Search.Ended, Exploration.Failure>>

extension Searches {
  /// One of them needs a core.
  init() { self.init(most: 2, kept: 50) }
}

extension Router {
  /// A state of the search under the policy of the address: as a page, as its picture, or as a scenario file.
  func moves(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try SearchRequest(ask)
    let walked: (search: GuidedSearch, record: ScenarioRecord, yaml: String)?
    do throws(UnknownRule) {
      walked = try GuidedSearch.after(request.path, in: request.scope, under: request.policy).map {
        search throws(UnknownRule) in
        let record = try ScenarioRunner.run(search.scenario, policy: request.policy)
        return (search, record, try search.scenario.stating(record).yaml)
      }
    } catch { throw CatalogError(error.description) }
    guard let walked else {
      throw CatalogError(
        "there is no move at the end of the path `\(ask["path"] ?? "")`", hint: "`/moves` begins from the beginning")
    }
    switch ask.parts[0] {
    case "moves.svg": return .picture(walked.record.svg)
    case "moves.yaml": return .file(walked.yaml, type: "application/yaml; charset=utf-8", name: "by-hand.yaml")
    default: return Reply(.moves(try state(walked.search, request, walked.record, await searches.run(at: request.key))))
    }
  }

  /// An attack that a search has found: as a picture, or as a scenario file.
  func found(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try SearchRequest(ask)
    guard case .ended(.success(let ended)) = await searches.run(at: request.key),
      let attack = ended.record.attacks.first(where: { $0.property.rawValue == ask["property"] }), let replay = attack.replay,
      let scenario = attack.scenario
    else { throw CatalogError("this attack is not kept any more", hint: "[search again](\(request.key))") }
    return ask.parts[0] == "found.svg"
      ? .picture(replay.svg) : .file(scenario, type: "application/yaml; charset=utf-8", name: "found.yaml")
  }

  /// Begins a search, or stops it.
  func search(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try SearchRequest(ask)
    if ask.parts[0] == "stop" {
      await searches.stop(request.key)
    } else {
      let isBegun = await searches.start(request.key, isLong: true) { live in
        Result { () throws(Exploration.Failure) in try request.search(live) }
      }
      guard isBegun else {
        return Reply(.message("Busy", "\(searches.most) searches go on already.", hint: "stop one, or wait for it"), status: 503)
      }
    }
    return .see(request.address(request.path))
  }

  private func state(
    _ search: GuidedSearch, _ request: SearchRequest, _ record: ScenarioRecord,
    _ run: Standing<Page.Search.Progress, Result<Page.Search.Ended, Exploration.Failure>>
  ) throws(CatalogError) -> Page.SearchState {
    let shown: Standing<Page.Search.Progress, Page.Search.Ended> =
      switch run {
      case .none: .none
      case .playing(let progress): .playing(progress)
      case .ended(.success(let ended)): .ended(ended)
      case .ended(.failure(let failure)): throw CatalogError(failure.description)
      }
    return .init(
      scope: request.scope.words, counts: request.counts, fields: request.fields, path: request.path,
      record: request.path.isEmpty ? nil : record, policy: request.policy,
      moves: search.moves.map { .init(words: $0.words, trusts: $0.trusts, broken: $0.broken) },
      refused: search.refusals.map { .init(rule: $0.rule, count: $0.count, examples: $0.examples) }, rules: Book.rules,
      search: .init(
        run: shown, mostStates: SearchRequest.mostStates, mostSeconds: SearchRequest.mostSeconds, command: request.command))
  }
}
