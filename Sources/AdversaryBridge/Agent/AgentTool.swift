internal import Arena
internal import Forms

/// What an agent can do.
enum AgentTool: String, CaseIterable {
  case listGames = "list_games"
  case describeGame = "describe_game"
  case start, ask, guess, verdict, replay

  struct Argument {
    let name: String
    let meaning: String
    let schema: Document
    var isRequired = true
  }

  var title: String {
    switch self {
    case .listGames: "Lists the games: what each is about, and the suites of cryptography that it is played on."
    case .describeGame: "Tells what a game claims, its bound, its parameters, what can be asked, and what is answered."
    case .start: "Begins a trial: of a game in a new session, or the next one of a session. Tells its budgets."
    case .ask: "Asks a query in the trial that is under way, and pays for it. A query beyond the budget forfeits the trial."
    case .guess: "Ends the trial with a bit, and tells how it went."
    case .verdict: "Tells what the trials of a session have shown: the advantage with its interval, the bound, the score."
    case .replay: "Shows a trial that is over, step by step, in both worlds where there are two, with its coins."
    }
  }

  private static let session = Argument(name: "session", meaning: "as `start` has told it", schema: ["type": "string"])
  private static let suite = Argument(
    name: "suite", meaning: "calibrated (breaks with a probability that is known), kms, modern; the game's first by default",
    schema: ["type": "string"], isRequired: false)
  private static func game(isRequired: Bool) -> Argument {
    Argument(name: "game", meaning: "a name from `list_games`", schema: ["type": "string"], isRequired: isRequired)
  }
  private static let integers: Document = ["type": "object", "additionalProperties": ["type": "integer"]]

  var arguments: [Argument] {
    switch self {
    case .listGames: []
    case .describeGame: [Self.game(isRequired: true), Self.suite]
    case .start:
      [
        Self.game(isRequired: false), Self.suite,
        Argument(name: "parameters", meaning: "other values than the defaults", schema: Self.integers, isRequired: false),
        Argument(
          name: "session", meaning: "to go on with; leave out the game then", schema: ["type": "string"], isRequired: false),
      ]
    case .ask:
      [
        Self.session,
        Argument(name: "query", meaning: "an object with one key, the query's name, and under it its fields", schema: [:]),
      ]
    case .guess:
      [Self.session, Argument(name: "bit", meaning: "1 for the right-hand world", schema: ["type": "integer", "enum": [0, 1]])]
    case .verdict: [Self.session]
    case .replay:
      [Self.session, Argument(name: "trial", meaning: "counted from 0", schema: ["type": "integer", "minimum": 0])]
    }
  }

  /// As it is listed. The queries are those of the games that are played.
  func document(_ server: AgentServer) -> Document {
    let properties = arguments.map { argument in
      guard case .object(var schema) = argument.name == "query" ? server.queries : argument.schema else {
        preconditionFailure("a schema is an object")
      }
      schema.append(.init("description", .string(argument.meaning)))
      return Document.Member(argument.name, .object(schema))
    }
    return [
      "name": .string(rawValue), "description": .string(title),
      "inputSchema": [
        "type": "object", "properties": .object(properties),
        "required": .array(arguments.filter(\.isRequired).map { .string($0.name) }), "additionalProperties": false,
      ],
    ]
  }

  func call(_ arguments: AgentArguments, _ server: AgentServer) throws(AgentError) -> Document {
    func session() throws(AgentError) -> AgentSession { try server.session(try arguments.text("session") ?? "") }
    switch self {
    case .listGames:
      let games = server.registry.games.map { entry -> Document in
        [
          "name": .string(entry.name), "title": .string(entry.title),
          "suites": .array(entry.suiteNames.map { .string($0) }), "worlds": entry.measure == .winning ? 1 : 2,
        ]
      }
      return ["games": .array(games)]
    case .describeGame: return try server.described(try arguments.text("game") ?? "", suite: try arguments.text("suite"))
    case .start: return try start(arguments, server)
    case .ask:
      let session = try session()
      let answer = try session.ask(arguments["query"] ?? .null)
      return ["answer": answer, "budgets": session.budgets]
    case .guess: return try session().guess(try arguments.bit("bit"))
    case .verdict: return try session().verdict
    case .replay: return try session().replay(try arguments.integer("trial"))
    }
  }

  private func start(_ arguments: AgentArguments, _ server: AgentServer) throws(AgentError) -> Document {
    let session: AgentSession
    switch (try arguments.text("game"), try arguments.text("session")) {
    case (let game?, nil):
      session = try server.begin(
        game, suite: try arguments.text("suite") ?? server.suite(of: game), settings: try arguments.numbers("parameters"))
    case (nil, let name?):
      guard arguments["suite"] == nil, arguments["parameters"] == nil else {
        throw AgentError("session `\(name)` has its suite and its parameters: another game begins another session")
      }
      session = try server.session(name)
    case (nil, nil): throw AgentError("`start` needs `game`, a name from `list_games`, or `session`, to go on with it")
    case (_?, _?): throw AgentError("`start` takes `game`, for a new session, or `session`, to go on with it")
    }
    try session.start()
    return ["session": .string(session.name), "trial": .number("\(session.trial)"), "budgets": session.budgets]
  }
}
