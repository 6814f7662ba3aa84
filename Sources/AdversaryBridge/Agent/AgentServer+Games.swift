internal import Arena
internal import Forms

extension AgentServer {
  /// The schema of what can be asked in the games that are played.
  var queries: Document {
    var schemas: [Document] = []
    for session in sessions {
      if let schema = session.spoken?.queries, !schemas.contains(schema) { schemas.append(schema) }
    }
    return switch schemas.count {
    case 0: ["type": "object"]
    case 1: schemas[0]
    default: ["anyOf": .array(schemas)]
    }
  }

  /// The suite on which a game is played if nothing is said; an unknown game is refused when it is looked up.
  func suite(of game: String) -> String { (try? registry.entry(game))?.suiteNames.first ?? "" }

  func described(_ game: String, suite: String?) throws(AgentError) -> Document {
    do throws(CatalogError) {
      let entry = try registry.entry(game, kind: .game)
      let name = suite ?? entry.suiteNames[0]
      let selection = try registry.select(entry, adversary: nil, suite: name, settings: [])
      guard let spoken = try SpokenGame(entry, in: registry, suite: name) else {
        throw CatalogError("`\(game)` cannot be played from outside", hint: "its queries and answers have no form in JSON")
      }
      let bound = entry.bound(selection.suite)
      let parameters = entry.parameters.filter { $0.applies(to: selection.suite) }.map { parameter in
        Document.Member(
          parameter.name,
          [
            "default": .number("\(parameter.value)"), "least": .number("\(parameter.range.lowerBound)"),
            "most": .number("\(parameter.range.upperBound)"), "meaning": .string(parameter.meaning),
          ])
      }
      return [
        "name": .string(entry.name), "title": .string(entry.title), "claim": .string(entry.claim),
        "badEvent": .string(entry.badEvent), "worlds": selection.hasTwoWorlds ? 2 : 1,
        "suites": .array(entry.suiteNames.map { .string($0) }), "suite": .string(name),
        "bound": .string("\(bound)"), "definitions": .array(bound.definitions.map { .string($0) }),
        "parameters": .object(parameters), "budgets": spoken.budgets, "queries": spoken.queries,
        "answers": spoken.answers,
      ]
    } catch { throw AgentError(error) }
  }
}
