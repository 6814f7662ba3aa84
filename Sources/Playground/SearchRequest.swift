internal import Arena
internal import Pages
internal import Policy
internal import PolicySearch
internal import Primitives
internal import Records
internal import Scenarios
internal import Words

/// Which search a page asks for, checked: a scope, a policy, and the moves that a reader has chosen of it.
struct SearchRequest: Sendable {
  static let mostStates = 20_000
  static let mostSeconds: Int64 = 120

  /// Small enough to be searched while somebody waits, and with room for every kind of move but a second domain and a rotation.
  private static let usual = {
    var scope = ExplorationScope()
    (scope.operators, scope.domains, scope.depth) = (2, 1, 1)
    return scope
  }()

  /// So many checks and so much memory are let ahead, by the estimate.
  private static let limits = {
    var limits = SearchLimits()
    (limits.bytes, limits.checks) = (1e9, 5e7)
    return limits
  }()

  /// Each state that is walked through is followed by all trusts that can be written: more of them are not made for a page.
  private static let mostTrusts = 50_000.0

  private static let transparentWrap = "transparent-wrap"

  /// More are not chosen in a row: each is found by walking there.
  private static let mostMoves = 40

  /// That of the scenario, where one is begun in.
  let scope: ExplorationScope
  /// The name of a shipped scenario and the number of a step, with a dot between them: it is begun after that step.
  let from: String?
  let beginning: GuidedSearch.Beginning?
  let policy: PolicySelection
  let path: [Int]

  /// - Throws: what is out of range, unknown or too large, in words.
  init(_ ask: Ask) throws(CatalogError) {
    from = ask["from"]
    beginning = try from.map { text throws(CatalogError) in try Self.beginning(text) }
    var scope = beginning?.scope ?? Self.usual
    for count in ScopeCount.allCases {
      guard beginning == nil, let text = ask[count.rawValue] else { continue }
      let range = Self.range(of: count)
      guard let number = Int(text), range.contains(number) else {
        throw CatalogError(
          "`\(count.rawValue)` is `\(text)`",
          hint: "\(range.lowerBound) to \(range.upperBound) on a page; more on the command line")
      }
      scope[keyPath: count.place] = number
    }
    for part in ScopeText.allCases {
      guard beginning == nil, let text = ask[part.rawValue], !part.set(text, of: &scope) else { continue }
      throw CatalogError("`\(part.rawValue)` is `\(text)`", hint: part.meaning)
    }
    if beginning == nil, let text = ask[Self.transparentWrap] {
      guard text == "true" else { throw CatalogError("`\(Self.transparentWrap)` is `\(text)`", hint: "`true`, or left out") }
      scope.transparentWrap = true
    }
    if let objection = scope.objection {
      throw CatalogError(objection, hint: "`/moves` begins with a scope that can be searched")
    }
    policy = PolicySelection(without: ask.all("without"), with: ask.all("with"))
    do throws(PolicyMistake) { _ = try policy.validated() } catch {
      throw CatalogError(error.description, hint: "`/rules` names all rules")
    }
    let text = ask["path"] ?? ""
    let path = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard text.isEmpty || path.allSatisfy({ $0 != nil }), path.count <= Self.mostMoves else {
      throw CatalogError("the path is `\(text)`", hint: "numbers of moves with dots between them, \(Self.mostMoves) at most")
    }
    (self.scope, self.path) = (scope, path.compactMap(\.self))
    guard !scope.exceeds(Self.limits), scope.contents <= Self.mostTrusts else {
      throw CatalogError(
        "the scope is too large for a page: \(scope.estimateInWords)",
        hint: "fewer operators, hosts or HSMs; or `\(command)` in a shell")
    }
  }

  private static func beginning(_ text: String) throws(CatalogError) -> GuidedSearch.Beginning {
    let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = parts.first, let scenario = Book.scenarios.first(where: { $0.name == name })?.scenario else {
      throw .unknown("scenario", parts.first ?? "", among: Book.scenarios.map(\.name))
    }
    guard parts.count == 2, let step = Int(parts[1]), (0...scenario.steps.count).contains(step) else {
      throw CatalogError("`from` is `\(text)`", hint: "`\(name).` and the number of a step, 0 to \(scenario.steps.count)")
    }
    return .init(scenario, after: step)
  }

  private static func range(of count: ScopeCount) -> ClosedRange<Int> {
    switch count {
    case .operators: 1...5
    case .hsms: 1...4
    case .domains: 1...2
    case .dishonest: 0...5
    case .rogueOperators, .rogueHSMs, .hosts, .rogueHosts, .sharedKeys, .rotations: 0...2
    case .depth: 0...3
    case .customerKeys: 0...1
    }
  }

  var parts: [Page.ScopeField] {
    ScopeCount.allCases.map {
      .init(name: $0.rawValue, meaning: $0.meaning, value: .number(scope[keyPath: $0.place], Self.range(of: $0)))
    } + ScopeText.allCases.map { .init(name: $0.rawValue, meaning: $0.meaning, value: .text($0.text(of: scope))) }
      + [
        .init(
          name: Self.transparentWrap, meaning: ExplorationScope.transparentWrapMeaning,
          value: .flag(isSet: scope.transparentWrap))
      ]
  }

  /// The scope as an address has it, less what is as by default.
  var fields: [(name: String, value: String)] { from.map { [("from", $0)] } ?? fields(against: Self.usual) }

  /// The parts that are others there.
  private func fields(against other: ExplorationScope) -> [(name: String, value: String)] {
    var fields = ScopeCount.allCases.filter { scope[keyPath: $0.place] != other[keyPath: $0.place] }.map {
      (name: $0.rawValue, value: "\(scope[keyPath: $0.place])")
    }
    fields += ScopeText.allCases.filter { $0.text(of: scope) != $0.text(of: other) }.map { ($0.rawValue, $0.text(of: scope)) }
    return fields + (scope.transparentWrap ? [(Self.transparentWrap, "true")] : [])
  }

  /// The address of the state.
  var address: String { Links.moves(after: path, fields, under: policy) }

  /// What the search is kept under: it begins with nothing, whichever moves were chosen beside it.
  var key: String { Links.moves(after: [], fields(against: ExplorationScope()), under: policy) }

  /// What searches the same in a shell.
  var command: String {
    let fields = fields(against: ExplorationScope()) + policy.fields
    return CommandWords.line(
      ["explore"]
        + fields.map { $0.name == Self.transparentWrap ? CommandWords.option($0.name) : CommandWords.option($0.name, $0.value) })
  }

  /// Searches all orders of the moves, and tells how far it is.
  func search(_ live: Live<SearchStanding>) throws(Exploration.Failure) -> Page.Search.Ended {
    var exploration = Exploration(scope: scope, policy: policy)
    (exploration.isForAll, exploration.maximumStates, exploration.replaySuite) = (true, Self.mostStates, .kms)
    let began = ContinuousClock.now
    let record = try exploration.run { progress in
      if progress.seconds > Double(Self.mostSeconds) { live.cut(.tooLong) }
      return !live.go(to: progress)
    }
    // What ends it while an attack is played again leaves nothing out.
    return .init(record, seconds: (ContinuousClock.now - began) / .seconds(1), cut: record.stopped == nil ? nil : live.cut)
  }
}
