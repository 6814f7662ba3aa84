internal import Arena
internal import Catalog
internal import DomainManagement
internal import Families
internal import Grading
internal import Pages
internal import Policy
internal import Records
internal import Scenarios
internal import ShippedFiles
internal import Teaching
internal import Words

/// All that the pages show before anybody plays: from the catalogue, and from the texts that travel in the program.
struct Book: Sendable {
  let registry: Arena.Registry

  init(_ registry: Arena.Registry) { self.registry = registry }

  // MARK: Games and hops

  var entries: [(kind: String, name: String, title: String)] {
    registry.entries.map { ($0.kind.rawValue, $0.name, $0.title) }
  }

  /// What the page of an entry tells, with the parameters that mean something to the selection.
  /// - Parameter outsider: who plays in the place of an adversary of the catalogue, if anybody does.
  func facts(_ selection: Selection, by outsider: String? = nil) -> PlayFacts {
    let entry = selection.entry
    let siblings = registry.entries.filter { $0.kind == entry.kind }
    let place = siblings.firstIndex { $0.name == entry.name } ?? 0
    func named(_ place: Int) -> PlayFacts.Named? {
      siblings.indices.contains(place) ? .init(siblings[place].name, siblings[place].title) : nil
    }
    return PlayFacts(
      kind: entry.kind.rawValue, name: entry.name, title: entry.title, claim: entry.claim, source: entry.source,
      badEvent: entry.hasBadEvent ? entry.badEvent : nil, bound: entry.bound(selection.suite), reduction: entry.reduction?.words,
      adversaries: entry.attacks.map { .init($0.name, $0.title) }, suites: entry.suites.map { .init($0.rawValue, $0.title) },
      twins: entry.twins,
      parameters: entry.parameters.filter { parameter in
        selection.parameters[parameter.name] != nil && (outsider.map(parameter.applies(to:)) ?? true)
      }.map {
        .init(name: $0.name, meaning: $0.meaning, value: $0.value, range: $0.range)
      }, previous: named(place - 1), next: named(place + 1))
  }

  // MARK: The whole proof

  /// As it was recorded when the program was built; nil if that record is of another format.
  static let theorem = recorded(TheoremRecord.self, "results/figures/theorem.json")
  static let matrix = recorded(MatrixRecord.self, "results/tables/matrix.json")

  private static func recorded<Record: Decodable>(_ type: Record.Type, _ path: String) -> Record? {
    ShippedFiles.texts[path].flatMap { try? JSON.read(type, from: $0) }
  }

  /// From the real service to the ideal one.
  func map(_ theorem: TheoremRecord, _ links: Links) -> Page {
    .map(
      steps(theorem), theorem, bound: MainTheorem.published, symbols: symbols(of: MainTheorem.published),
      command: CommandWords.line("theorem"), links)
  }

  private func steps(_ theorem: TheoremRecord) -> [MapStep] {
    let weights = MainTheorem.weights(theorem.terms.first?.together.parameters ?? [:]).map(\.weight)
    let named = Dictionary(zip(theorem.terms.map(\.symbol), weights)) { first, _ in first }
    return MainTheorem.way.map { hop in
      let entry = registry.entries.first { $0.kind == .hop && $0.name == hop.name }
      return MapStep(
        name: hop.name, title: hop.title, bound: hop.bound, source: entry?.source, reduction: entry?.reduction?.words,
        of: theorem, weights: named)
    }
  }

  /// What stands in a bound: an ε as the glossary has it, a budget as the parameters of the whole game have it.
  private func symbols(of bound: Bound) -> [(name: String, meaning: String)] {
    let parameters = registry.entries.first { $0.kind == .game && $0.name == "end-to-end" }?.parameters ?? []
    var known: [(name: String, meaning: String)] = Glossary.words.map { (name: $0.term, meaning: $0.meaning) }
    known += parameters.map { (name: $0.name, meaning: $0.meaning) }
    return known.filter { bound.symbols.contains($0.name) }
  }

  /// A stop of the journey: the lesson of this number, and the hops on the map that it speaks of.
  func journey(_ number: Int, _ theorem: TheoremRecord, _ links: Links) -> Page {
    let lesson = Lesson.all[number]
    let played = registry.entries.filter { lesson.entries.contains($0.name) }
    // A lesson of a primitive is one of the hops that pay its ε.
    let assumed = Set(played.flatMap { Self.epsilons($0.bound($0.suite(for: .calibrated) ?? .calibrated)) })
    let steps = steps(theorem)
    let lit = steps.filter { step in
      lesson.entries.contains(step.name) || !Self.epsilons(step.bound).isDisjoint(with: assumed)
    }
    return .journey(
      number, steps, lit: Set(lit.map(\.name)),
      plays: played.map { (Links.path(kind: $0.kind.rawValue, name: $0.name), $0.name) },
      links)
  }

  /// The advantages that a bound is paid in.
  private static func epsilons(_ bound: Bound) -> Set<String> {
    Set(Glossary.words.map { $0.term }.filter { $0.hasPrefix("ε_") && bound.names($0) })
  }

  // MARK: Rules and attacks

  static let rules: [Page.Rule] =
    (RuleCatalogue<SymbolicSuite>.rules + RuleCatalogue<SymbolicSuite>.weaker).map(\.facts).map {
      .init(name: $0.identifier, words: $0.words, source: $0.source, weakens: $0.weakens)
    }

  private static let folder = "Adversaries/Scenarios/"

  /// Those that travel in the program, by the names of their files.
  static let scenarios: [(name: String, scenario: Scenario)] =
    ShippedFiles.paths(in: "Adversaries/Scenarios", ending: ".yaml").compactMap { path in
      ShippedFiles.texts[path].flatMap { try? Scenario(yaml: $0, file: path) }.map {
        (String(path.dropFirst(folder.count).dropLast(5)), $0)
      }
    }

  // MARK: Assignments

  /// Of a course that travels in the program, in its order.
  static let assignments: [Assignment] =
    ShippedFiles.paths(in: "Adversaries/Assignments", ending: ".yaml").compactMap { path in
      ShippedFiles.texts[path].flatMap { try? Assignment(yaml: $0, file: path) }
    }

  // MARK: Words

  static let words: [Page.Term] = Glossary.words.map { .init(group: $0.group.rawValue, name: $0.term, meaning: $0.meaning) }
}
