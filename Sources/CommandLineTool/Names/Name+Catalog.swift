internal import Arena
internal import Catalog
internal import Records
internal import Reports
internal import Teaching
internal import Words

/// What the catalogue names.
extension Name {
  static func entry(_ entry: Entry) -> Name {
    Name(entry.kind == .game ? .games : .hops, entry.name, entry.title) {
      let bound = entry.bound(.calibrated)
      return Description(
        DescriptionRecord(
          kind: entry.kind.rawValue, name: entry.name,
          words: "\(entry.kind.rawValue) \(entry.name): \(entry.title)\n\n\(entry.claim)",
          facts: [
            .init("source", entry.source), .init("bad event", entry.badEvent), .init("bound", bound.description),
            .init("calibrated", bound.definitions.joined(separator: "; ")), .init("grows with", growth(of: bound, in: entry)),
            .init("LaTeX", bound.latex),
            .init("may use", allowance(in: entry)?.words ?? ""),
            .init("weakened", entry.weakening.map { "\($0), so that every term is large enough to be seen" } ?? ""),
            .init("adversaries", entry.adversaries.joined(separator: ", ")),
            .init("suites", entry.suiteNames.joined(separator: ", ")),
            .init(
              "twins", entry.twins.isEmpty ? "none" : entry.twins.joined(separator: ", ") + " (planted defects, for --twin)"),
          ].filter { !$0.value.isEmpty },
          parameters: entry.settings, allowances: allowance(in: entry).map { [.init(entry.name, $0)] }), latex: entry.sheet.latex)
    }
  }

  static func adversary(_ facts: AttackFacts) -> Name {
    let words = "adversary \(facts.name): it \(facts.title).\nExpected advantage: \(facts.expectation)."
    return Name(.adversaries, facts.name, facts.title, isDerived: facts.around != nil) {
      let games = Gamekeeper.registry.entries.filter { $0.adversaries.contains(facts.name) }
      let allowances = games.compactMap { entry in
        allowance(of: facts.name, in: entry).map { DescriptionRecord.GameAllowance(entry.name, $0) }
      }
      let may = allowances.map(\.allowance).eachOnce.map { allowance in
        let names = allowances.filter { $0.allowance == allowance }.map(\.game)
        return DescriptionRecord.Fact("may use", "\(allowance.words) (\(names.joined(separator: ", ")))")
      }
      return Description(
        DescriptionRecord(
          kind: List.Section.adversaries.kind, name: facts.name, words: words,
          facts: [.init("around", facts.around ?? ""), .init("plays", games.map(\.name).joined(separator: ", "))].filter {
            !$0.value.isEmpty
          } + may, allowances: allowances))
    }
  }

  /// What an adversary may use at the default parameters; nil where it does not play on the entry's first suite that it is on.
  private static func allowance(of adversary: String? = nil, in entry: Entry) -> Allowance? {
    let suite = entry.suites.first { suite in adversary.map { entry.adversaries(on: suite).contains($0) } ?? true }
    let selection = suite.flatMap {
      try? Gamekeeper.registry.select(entry, adversary: adversary, suite: $0.rawValue, settings: [])
    }
    return selection?.allowance
  }

  /// The parameters in a bound, by the resource that they are numbers of: what ε is a function of.
  private static func growth(of bound: Bound, in entry: Entry) -> String {
    Resource.allCases.compactMap { resource in
      let names = entry.parameters.filter { $0.resource == resource && bound.names($0.name) }.map(\.name)
      return names.isEmpty ? nil : "\(resource.rawValue) (\(names.joined(separator: ", ")))"
    }.joined(separator: ", ")
  }

  static func twin(_ facts: TwinFacts) -> Name {
    Name(.twins, facts.name, facts.title, words: "twin \(facts.name), a planted defect for --twin: \(facts.title).") {
      [.init("of", entries { $0.twins.contains(facts.name) })]
    }
  }

  /// Every parameter once, with all that it means.
  static var parameters: [Name] {
    let names = Gamekeeper.registry.entries.flatMap(\.parameters).map(\.name).eachOnce
    return names.map { name in
      let uses = Gamekeeper.registry.entries.flatMap { entry in
        entry.parameters.filter { $0.name == name }.map { (entry: entry.name, parameter: $0) }
      }
      let meanings = uses.map(\.parameter.meaning).eachOnce
      return Name(.parameters, name, meanings.joined(separator: "; or: ")) {
        Description(
          DescriptionRecord(
            kind: "parameter", name: name, words: "parameter \(name), for --set \(name)=NUMBER",
            facts: meanings.map { meaning in
              .init(
                meaning,
                uses.filter { $0.parameter.meaning == meaning }.map { "\($0.entry) (\($0.parameter.value))" }.joined(
                  separator: ", "))
            } + [.init("bounds with it", entries { $0.bound(.calibrated).names(name) })].filter { !$0.value.isEmpty }))
      }
    }
  }

  static func verdict(_ kind: Verdict.Kind) -> Name {
    Name(.verdicts, kind.rawValue, kind.meaning) { [.init("exit status", "\(kind.status), where no verdict was expected")] }
  }

  static var atMostBound: Name {
    let expected = ExpectedVerdict.atMostBound
    return Name(.verdicts, expected.name, expected.meaning)
  }

  static func word(_ word: Word) -> Name {
    Name(.words, group: word.group.rawValue, word.term, word.meaning, words: "\(word.term): \(word.meaning).") {
      let definitions = Gamekeeper.registry.entries.flatMap { entry in
        entry.bound(.calibrated).definitions.filter { $0.hasPrefix("\(word.term) = ") }.map { (entry: entry.name, text: $0) }
      }
      let formulas = definitions.map(\.text).eachOnce
      return formulas.map { text in .init(text, definitions.filter { $0.text == text }.map(\.entry).joined(separator: ", ")) } + [
        .init("more in", word.place)
      ]
    }
  }

  /// The entries that something is true of.
  private static func entries(where isTrue: (Entry) -> Bool) -> String {
    Gamekeeper.registry.entries.filter(isTrue).map(\.name).joined(separator: ", ")
  }
}

extension Entry {
  fileprivate var settings: [DescriptionRecord.Parameter] {
    parameters.map {
      .init(name: $0.name, value: $0.value, least: $0.range.lowerBound, most: $0.range.upperBound, meaning: $0.meaning)
    }
  }

  fileprivate var sheet: Sheet {
    Sheet(
      title: "\(kind == .hop ? "Hop" : "Game") \(name): \(title)", claim: claim, source: source, badEvent: badEvent,
      bound: bound(suites[0]), listing: Listing.named(name)?.record(of: name),
      adversaries: attacks.map { [$0.name, $0.title, $0.expectation] }, parameters: settings)
  }
}
