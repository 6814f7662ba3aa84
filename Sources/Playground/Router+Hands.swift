internal import AdversaryBridge
internal import Arena
internal import Pages
internal import Teaching

extension Router {
  /// The pages on which the reader is the adversary, by hand or by a program.
  func way(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try request(Array(ask.parts.prefix(2)), ask)
    switch (Way(rawValue: ask.parts[2]), ask.parts.dropFirst(3).first) {
    case (.play, nil):
      let page = request.path(.play)
      var state: HandState?
      if let name = ask["session"] { state = try await hands.state(name, page) }
      return Reply(hand(request, state))
    case (.break, nil): return try await bench(ask, request)
    case (.break, let name?):
      if ask.parts.count == 4, let file = Self.client(name) { return file }
      fallthrough
    default:
      throw CatalogError("there is no page `/\(ask.parts.joined(separator: "/"))`", hint: "`/games` names all games and hops")
    }
  }

  private func hand(_ request: PlayRequest, _ state: HandState?) -> Page {
    let selection = request.selection
    return .hand(
      book.facts(selection, by: AgentSession.command), listing: Listing.named(selection.entry.name), request.state(.none),
      hasTwoWorlds: selection.hasTwoWorlds, state)
  }

  /// What the forms of these pages send.
  func move(_ ask: Ask) async throws(CatalogError) -> Reply {
    let request = try request(Array(ask.parts.prefix(2)), ask)
    let page = request.path(.play)
    let name = ask["session"] ?? ""
    if ask.parts[2] == Way.break.rawValue { return try await work(ask.parts[3], ask, request) }
    switch (Way(rawValue: ask.parts[2]), ask.parts[3]) {
    case (.play, "begin"):
      guard let name = try await hands.begin(request.game(for: AgentSession.command, in: book.registry), on: page) else {
        return Reply(
          .message("Busy", "\(Hands.most) readers play already.", hint: "leave a trial that you do not need"), status: 503)
      }
      return .see(request.address(.play, naming: ["session": name]))
    case (.play, "ask"):
      let values = ask.fields.filter { $0.name.hasPrefix("field-") && !$0.value.isEmpty }
        .map { (name: String($0.name.dropFirst(6)), value: $0.value) }
      guard let fault = try await hands.ask(name, page, ask["query"] ?? "", values) else { break }
      var state = try await hands.state(name, page)
      state.fault = fault
      return Reply(hand(request, state), status: 422)
    case (.play, "guess"):
      guard let bit = ["0": false, "1": true][ask["bit"] ?? ""] else { throw CatalogError("a guess is 0 or 1") }
      try await hands.guess(name, page, bit)
    case (.play, "again"): try await hands.again(name, page)
    case (.play, "leave"):
      await hands.leave(name, page)
      return .see(request.address(.play))
    default: throw CatalogError("nothing is done at `/\(ask.parts.joined(separator: "/"))`", hint: "the menu has all pages")
    }
    return .see(request.address(.play, naming: ["session": name]))
  }
}

extension PlayRequest {
  func path(_ way: Way) -> String { way.address(Links.path(kind: selection.entry.kind.rawValue, name: selection.entry.name)) }

  /// The page of this way with these settings.
  func address(_ way: Way, naming things: [String: String] = [:]) -> String {
    Links.address(path(way), fields.merging(things) { $1 })
  }

  /// The game with the settings that mean something to whoever plays from outside.
  func game(for outsider: String, in registry: Registry) -> HandGame {
    let entry = selection.entry
    let settings = entry.parameters.filter { fields["set-\($0.name)"] != nil && $0.applies(to: outsider) }
    return HandGame(
      entry, in: registry, adversary: selection.adversary, suite: selection.suite.rawValue,
      settings: settings.map { ($0.name, selection[$0.name]) }, twin: selection.twin)
  }
}
