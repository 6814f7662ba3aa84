internal import Arena
internal import Forms
internal import GameKit

/// The first line: what is played, and what may be said.
enum Hello {
  /// The only version there is.
  static let version = 1

  static func document(_ selection: Selection, _ program: Program, _ game: SpokenGame) -> Document {
    let parameters = selection.entry.parameters.compactMap { parameter in
      selection.parameters[parameter.name].map { Document.Member(parameter.name, .number("\($0)")) }
    }
    return [
      "hello": [
        "protocol": [.number("\(version)"), .number("\(version)")], "kind": .string(selection.entry.kind.rawValue),
        "game": .string(selection.entry.name), "suite": .string(selection.suite.rawValue), "parameters": .object(parameters),
        "budgets": game.budgets.limited(to: program.mostQueries), "public": [:], "lanes": .number("\(program.lanes)"),
        "queries": game.queries,
        "answers": game.answers,
        // Whoever stumbles over what it does not know would stumble over the next version.
        "grease-5eed": ["ignore", ["me": true]],
      ]
    ]
  }

  /// The symbol of the queries of every kind together.
  static let queries = "queries"

  /// What is left of a budget, by symbol; null for what is not limited.
  static func document<Kind: QueryKind>(_ budget: Budget<Kind>) -> Document {
    .object(
      Kind.allCases.map { kind in
        Document.Member(kind.symbol, budget[kind] == Int(UInt32.max) ? .null : .number("\(budget[kind])"))
      })
  }
}

extension Document {
  /// Budgets, with one for the queries of every kind together where there is one.
  func limited(to mostQueries: Int?) -> Document {
    guard case .object(let members) = self, let mostQueries else { return self }
    return .object(members + [Member(Hello.queries, .number("\(mostQueries)"))])
  }
}
