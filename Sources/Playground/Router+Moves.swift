internal import Arena
internal import Pages
internal import PolicySearch
internal import Records
internal import Reports
internal import Words

/// The searches that pages begin.
typealias Searches = Runs<SearchStanding, Result<Page.Search.Ended, Exploration.Failure>>

extension Searches {
  /// One of them needs a core.
  init() { self.init(most: 2, kept: 50) }
}

extension Router {
  /// A state of the search under the policy of the address: as a page, as its picture, or as a scenario file.
  func moves(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try SearchRequest(ask)
    // Somebody looks at it, however long the walk takes.
    let run = await searches.run(at: request.key)
    let search: GuidedSearch
    do throws(GuidedSearch.Failure) {
      search = try GuidedSearch.after(request.path, from: request.beginning, in: request.scope, under: request.policy)
    } catch {
      switch error {
      case .unknownRule(let rule): throw CatalogError(rule.description)
      case .noMove:
        throw CatalogError(
          "there is no move at the end of the path `\(ask["path"] ?? "")`", hint: "`/moves` begins from the beginning")
      case .notTried(let step):
        throw CatalogError(
          "step \(step) of the scenario is none of the moves that the search tries",
          hint: "begin after step \(step - 1) at the latest")
      }
    }
    switch ask.parts[0] {
    case "moves.svg": return .picture(search.record.svg)
    case "moves.yaml": return .file(search.file, type: "application/yaml; charset=utf-8", name: "by-hand.yaml")
    default: return Reply(.moves(state(search, request, run)))
    }
  }

  /// An attack that a search has found: as a picture, or as a scenario file.
  func found(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try SearchRequest(ask)
    guard case .ended(.success(let ended)) = await searches.run(at: request.key),
      let attack = ended.record.attacks.first(where: { $0.property.rawValue == ask["property"] }), let replay = attack.replay,
      let scenario = attack.scenario
    else { throw CatalogError("this attack is not kept any more", hint: "[search again](\(request.address))") }
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
    return .see(request.address)
  }

  private func state(
    _ search: GuidedSearch, _ request: SearchRequest,
    _ run: Standing<SearchStanding, Result<Page.Search.Ended, Exploration.Failure>>
  ) -> Page.SearchState {
    var failure: String?
    let shown: Standing<SearchStanding, Page.Search.Ended>
    switch run {
    case .none: shown = .none
    case .playing(let progress): shown = .playing(progress)
    case .ended(.success(let ended)): shown = .ended(ended)
    case .ended(.failure(let why)): (shown, failure) = (.none, why.description)
    }
    return .init(
      scope: request.scope.words, beginning: request.from, parts: request.parts, fields: request.fields, path: request.path,
      record: search.record.lines.isEmpty ? nil : search.record, policy: request.policy,
      moves: search.moves.map { .init(words: $0.words, trusts: $0.trusts, broken: $0.broken) },
      refused: search.refusals.map { .init(rule: $0.rule, count: $0.count, examples: $0.examples) }, rules: Book.rules,
      search: .init(
        run: shown, failure: failure, expectedStates: Int(request.scope.estimatedStates), mostStates: SearchRequest.mostStates,
        mostSeconds: SearchRequest.mostSeconds, command: request.command))
  }
}
