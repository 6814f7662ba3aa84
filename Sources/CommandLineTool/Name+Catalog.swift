internal import Arena
internal import Catalog
internal import Records
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
            .init("calibrated", bound.definitions.joined(separator: "; ")), .init("LaTeX", bound.latex),
            .init("weakened", entry.weakening.map { "\($0), so that every term is large enough to be seen" } ?? ""),
            .init("adversaries", entry.adversaries.joined(separator: ", ")),
            .init("suites", entry.suiteNames.joined(separator: ", ")),
            .init(
              "twins", entry.twins.isEmpty ? "none" : entry.twins.joined(separator: ", ") + " (planted defects, for --twin)"),
          ].filter { !$0.value.isEmpty },
          parameters: entry.parameters.map {
            .init(name: $0.name, value: $0.value, least: $0.range.lowerBound, most: $0.range.upperBound, meaning: $0.meaning)
          }))
    }
  }

  static func adversary(_ facts: AttackFacts) -> Name {
    let words = "adversary \(facts.name): it \(facts.title).\nExpected advantage: \(facts.expectation)."
    return Name(.adversaries, facts.name, facts.title, isDerived: facts.around != nil, words: words) {
      [.init("around", facts.around ?? ""), .init("plays", entries { $0.adversaries.contains(facts.name) })]
    }
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
