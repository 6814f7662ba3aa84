internal import Arena
internal import Pages
internal import Primitives
internal import Records
internal import Reports
internal import Scenarios
internal import Teaching
internal import Words

/// Which page answers what. No path of a request is looked for among files: all of them are names in lists.
struct Router: Sendable {
  let book: Book
  let runs = PlayRuns()
  let searches = Searches()
  let assets: Assets
  let shell: Shell
  let hands = Hands()
  let benches = Benches()
  let stage = Stage()

  func reply(_ ask: Ask) async -> Reply {
    do throws(CatalogError) { return try await page(ask) } catch {
      return Reply(.message("That cannot be shown", error.message, hint: error.hint), status: 404)
    }
  }

  private func page(_ ask: Ask) async throws(CatalogError) -> Reply {
    if ask.isPost { return try await act(ask) }
    if ask.parts.count == 1, let asset = Asset(rawValue: ask.parts[0]) { return .asset(asset, try assets(asset)) }
    switch ask.parts.first {
    case nil:
      guard let theorem = Book.theorem else { return unreadable("theorem") }
      return Reply(book.map(theorem, .served))
    case "games" where ask.parts.count == 1: return Reply(.games(book.entries, .served))
    case "glossary" where ask.parts.count == 1: return Reply(.glossary(Book.words))
    case "rules" where ask.parts.count == 1:
      guard let matrix = Book.matrix else { return unreadable("matrix") }
      return Reply(.rules(Book.rules, matrix, .served))
    case "matrix" where ask.parts.count == 1:
      guard let matrix = Book.matrix else { return unreadable("matrix") }
      return Reply(.matrix(matrix, command: CommandWords.line("matrix"), .served))
    case "findings": return try finding(ask)
    case "lessons": return try lesson(ask)
    case "attack": return try attack(ask)
    case "moves" where ask.parts.count == 1, "moves.svg" where ask.parts.count == 1, "moves.yaml" where ask.parts.count == 1:
      return try await moves(ask)
    case "found.svg" where ask.parts.count == 1, "found.yaml" where ask.parts.count == 1: return try await found(ask)
    case "intervals" where ask.parts.count == 1: return try await intervals(ask)
    case "journey": return try journey(ask)
    case "source":
      let path = ask.parts.dropFirst().joined(separator: "/")
      guard let page = Page.source(path) else {
        throw CatalogError("there is no file `\(path)`", hint: "the page of a game leads to its files")
      }
      return Reply(page)
    case "trial" where ask.parts.count == 1: return try trial(ask)
    case "game" where ask.parts.count > 2, "hop" where ask.parts.count > 2: return try await way(ask)
    case "game", "hop":
      let request = try request(ask.parts, ask)
      let run = await runs.run(at: request.key)
      return Reply(
        .play(book.facts(request.selection), listing: Listing.named(request.selection.entry.name), request.state(run), .served))
    default: throw CatalogError("there is no page `/\(ask.parts.joined(separator: "/"))`", hint: "the menu has all of them")
    }
  }

  private func unreadable(_ what: String) -> Reply {
    Reply(
      .message("No record", "The recorded \(what) cannot be read.", hint: "`\(CommandWords.line(what))` makes it anew"),
      status: 500)
  }

  /// What forms send.
  private func act(_ ask: Ask) async throws(CatalogError) -> Reply {
    switch ask.parts.first {
    case "run" where ask.parts == ["run", "moves"], "stop" where ask.parts == ["stop", "moves"]: return try await search(ask)
    case "run":
      let request = try request(Array(ask.parts.dropFirst()), ask)
      guard await runs.start(request.key, request.selection, request.settings, in: book.registry) else {
        return Reply(
          .message(
            "Busy", "\(runs.most) runs go on already.", hint: "stop one, or wait for it: a run that no page shows ends soon"),
          status: 503)
      }
      return .see(request.address)
    case "stop":
      let request = try request(Array(ask.parts.dropFirst()), ask)
      await runs.stop(request.key)
      return .see(request.address)
    case "lessons" where ask.parts.count == 3: return try await block(ask)
    case "game" where ask.parts.count == 4, "hop" where ask.parts.count == 4: return try await move(ask)
    default: throw CatalogError("nothing is done at `/\(ask.parts.joined(separator: "/"))`", hint: "the menu has all pages")
    }
  }

  func request(_ parts: [String], _ ask: Ask) throws(CatalogError) -> PlayRequest {
    guard parts.count == 2, let kind = Entry.Kind(rawValue: parts[0]) else {
      throw CatalogError("there is no page `/\(parts.joined(separator: "/"))`", hint: "`/games` names all games and hops")
    }
    return try PlayRequest(try book.registry.entry(parts[1], kind: kind), ask, in: book.registry)
  }

  private func trial(_ ask: Ask) throws(CatalogError) -> Reply {
    let token = try ReplayToken(ask["token"] ?? "", in: book.registry)
    func address(_ number: UInt64) -> String {
      "/trial?token=\(Escape.query(ReplayToken(token.selection, source: token.source, trial: number).text))"
    }
    let entry = token.selection.entry
    return Reply(
      .trial(
        token.play(mostSteps: 500, showsReduction: true), of: (entry.kind.rawValue, entry.name),
        previous: token.trial == 0 ? nil : address(token.trial - 1), next: address(token.trial &+ 1),
        command: CommandWords.replay(token.text)))
  }

  private func finding(_ ask: Ask) throws(CatalogError) -> Reply {
    guard ask.parts.count > 1 else { return Reply(.findings(Finding.all.map { ($0.name, $0.title) }, .served)) }
    guard ask.parts.count == 2, let found = Finding.all.first(where: { $0.name == ask.parts[1] }) else {
      throw .unknown("finding", ask.parts[1...].joined(separator: "/"), among: Finding.all.map(\.name))
    }
    return Reply(.finding(found, .served))
  }
}
