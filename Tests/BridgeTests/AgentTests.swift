import AdversaryBridge
import Arena
import Catalog
import Coins
import Forms
import Foundation
import GameKit
import Games
import Referee
import Synchronization
import Testing

/// An agent's face: the games as tools, driven by raw lines of JSON-RPC.
@Suite struct AgentTests {
  /// What a client sees.
  final class Client {
    private let server: AgentServer
    private var id = 0

    init(_ registry: Registry = Catalog.registry) { server = AgentServer(registry, version: "1", alpha: 1e-3) }

    func send(_ line: String) -> [Document] {
      server.answer(line).map { line in
        guard let document = try? Document(Array(line.utf8)) else { fatalError("no JSON: \(line)") }
        return document
      }
    }

    func request(_ method: String, _ params: Document = [:]) throws -> Document {
      id += 1
      let message: Document = ["jsonrpc": "2.0", "id": .number("\(id)"), "method": .string(method), "params": params]
      let reply = try #require(send(message.line).last)
      #expect(reply["id"] == .number("\(id)") && reply["jsonrpc"] == "2.0")
      return reply
    }

    /// What a tool answers, as a text and as a document, and whether that is an error.
    func call(_ tool: String, _ arguments: Document = [:]) throws -> (value: Document, error: String?) {
      let reply = try request("tools/call", ["name": .string(tool), "arguments": arguments])
      let result = try #require(reply["result"], "\(reply.line)")
      let text = try #require(result["content"]?.elements?.first?["text"]?.text)
      guard result["isError"] == false else { return (.null, text) }
      let value = try #require(result["structuredContent"])
      #expect(text == value.line)
      return (value, nil)
    }

    /// A tool that does what it is asked.
    func done(_ tool: String, _ arguments: Document = [:]) throws -> Document {
      let (value, error) = try call(tool, arguments)
      #expect(error == nil, "\(tool) \(arguments.line)")
      return value
    }

    func ask(_ session: String, _ query: Document) throws -> Document {
      try #require(try done("ask", ["session": .string(session), "query": query])["answer"])
    }
  }

  /// Strategies of graded skill; each says its bit.
  enum Skill: String {
    case idle, replay, guess, maul

    func play(_ client: Client, _ session: String, tries: Int) throws -> Bool {
      guard self != .idle else { return true }
      let key = try client.ask(session, ["keygen": [:]])["key"]?["key"] ?? .null
      let message: Document = .string(String(repeating: "0", count: 32))
      let signature = try client.ask(session, ["sign": ["key": key, "message": message]])["signature"]?["signature"]
      func accepts(_ message: Document, _ signature: Document) throws -> Bool {
        try client.ask(session, ["verify": ["key": key, "message": message, "signature": signature]])["accepted"] != nil
      }
      switch self {
      case .idle: return true
      case .replay: return try !accepts(message, signature ?? .null)
      case .maul: return try !accepts(message, .string(AgentTests.mauled(signature?.text ?? "")))
      case .guess:
        let other: Document = .string("01" + String(repeating: "0", count: 30))
        for candidate in 0..<tries where try accepts(other, .string("000000000000000" + String(candidate, radix: 16))) {
          return false
        }
        return true
      }
    }
  }

  /// (r, s) as (r, n − s), in DER.
  private static func mauled(_ signature: String) -> String {
    let n = "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973"
    func bytes(_ hex: String) -> [UInt8] {
      stride(from: 0, to: hex.count, by: 2).map { UInt8(hex.dropFirst($0).prefix(2), radix: 16) ?? 0 }
    }
    let raw = bytes(signature)
    guard raw.count > 4 else { return signature }
    let middle = 4 + Int(raw[3])
    let s = Array(Array(repeating: 0, count: 48) + raw[(middle + 2)...]).suffix(48)
    var (difference, borrow) = (Array(repeating: UInt8(0), count: 48), 0)
    for (index, (minuend, subtrahend)) in zip(bytes(n), s).enumerated().reversed() {
      let value = Int(minuend) - Int(subtrahend) - borrow
      (difference[index], borrow) = (UInt8(truncatingIfNeeded: value), value < 0 ? 1 : 0)
    }
    var body = Array(difference.drop { $0 == 0 })
    if body.first.map({ $0 > 127 }) ?? true { body.insert(0, at: 0) }
    let whole = raw[2..<middle] + [2, UInt8(body.count)] + body
    return ([0x30, UInt8(whole.count)] + whole).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// The verdict after so many trials.
  private func played(
    _ skill: Skill, _ game: String, suite: String = "calibrated", parameters: Document = [:], trials: Int
  ) throws -> Document {
    let client = Client()
    var session: Document = .null
    for trial in 0..<trials {
      let arguments: Document =
        trial == 0 ? ["game": .string(game), "suite": .string(suite), "parameters": parameters] : ["session": session]
      session = try #require(try client.done("start", arguments)["session"])
      let bit = try skill.play(client, session.text ?? "", tries: parameters["q_ver"]?.integer ?? 4)
      _ = try client.done("guess", ["session": session, "bit": .number(bit ? "1" : "0")])
    }
    return try client.done("verdict", ["session": session])
  }

  private func score(_ verdict: Document) throws -> Double {
    guard case .number(let text)? = verdict["score"] else { fatalError("no score: \(verdict.line)") }
    return try #require(Double(text))
  }

  @Test func theScoreOrdersPlayersBySkill() throws {
    for game in ["signature-forgery-one-key", "signature-idealization"] {
      let toy: Document = ["signatureBits": 3]
      let idle = try score(played(.idle, game, parameters: toy, trials: 300))
      let replay = try score(played(.replay, game, parameters: toy, trials: 300))
      let guess = try score(played(.guess, game, parameters: toy, trials: 300))
      #expect(idle == 0 && replay == 0 && guess > 0 && guess < 1, "\(game): \(guess)")
      let lost = try score(played(.guess, game, suite: "kms", trials: 30))
      let maul = try score(played(.maul, game, suite: "kms", trials: 30))
      #expect(lost == 0 && maul > 0.3, "\(game): \(maul)")
    }
  }

  /// A signature of ECDSA that was changed into another one is accepted in the left world alone.
  @Test func theWorldThatIsToldIsTheOneThatWasPlayed() throws {
    let client = Client()
    _ = try client.done("start", ["game": "signature-idealization", "suite": "kms"])
    var trials: [(accepted: Bool, world: String?)] = []
    for trial in 0..<20 {
      if trial > 0 { _ = try client.done("start", ["session": "s1"]) }
      let rejected = try Skill.maul.play(client, "s1", tries: 1)
      let outcome = try client.done("guess", ["session": "s1", "bit": .number("\(trial % 2)")])
      trials.append((!rejected, outcome["world"]?.text))
      #expect((outcome["isRight"] == true) == (rejected == (trial % 2 == 1)))
    }
    func agrees(_ told: (String?) -> String?) -> Bool { trials.allSatisfy { $0.accepted == (told($0.world) == "left") } }
    #expect(agrees { $0 })
    // Told crosswise, or always the same, it would be found out.
    #expect(!agrees { $0 == "left" ? "right" : "left" } && !agrees { _ in "left" } && !agrees { _ in "right" })
  }

  /// What is told is told of one world, after the move has been made in both: time tells nothing.
  @Test func aMoveIsMadeInBothWorldsBeforeItIsAnswered() throws {
    let (left, right) = (CountedWorld(), CountedWorld())
    let entry = Entry(
      .game, "counted", "Counted", claim: "none", source: "none", measure: .independentWorlds, parameters: [],
      bound: { _ in 0 }, attacks: [Attack("idle-counted", "does nothing", expects: "nothing") { _ in Idle() }]
    ) { wiring in
      ErasedStage(wiring) { adversary in
        AnyExperiment(
          AssumptionExperiment(left: { left }, right: { right }, adversary: adversary, budget: Budget { _ in 3 }))
      }
    }
    let client = Client(try Catalog.registry.adding([Additions(from: "tests", entries: [entry])]))
    _ = try client.done("start", ["game": "counted"])
    let first = left.asked.load(ordering: .relaxed), second = right.asked.load(ordering: .relaxed)
    for count in 1...3 {
      _ = try client.ask("s1", ["honest": [:]])
      #expect(left.asked.load(ordering: .relaxed) - first == count && right.asked.load(ordering: .relaxed) - second == count)
    }
  }

  @Test func severalSessionsGoOnAtOnce() throws {
    let client = Client()
    let games = ["signature-forgery-one-key", "signature-idealization", "key-secrecy"]
    let sessions = try games.map { try #require(try client.done("start", ["game": .string($0)])["session"]) }
    #expect(sessions == ["s1", "s2", "s3"])
    let keys = try sessions.prefix(2).map { try client.ask($0.text ?? "", ["keygen": [:]])["key"]?["key"] }
    #expect(keys[0] != nil && keys[0] != keys[1])
    // In whatever order.
    for session in sessions.reversed() { _ = try client.done("guess", ["session": session, "bit": 0]) }
    for (session, game) in zip(sessions, games) {
      let verdict = try client.done("verdict", ["session": session])
      #expect(verdict["game"] == .string(game) && verdict["trials"] == 1)
    }
    // All that is said together is wrong with probability 1/1000 at most: each session has its share, and a quarter of it.
    let errors = try sessions.map { try client.done("verdict", ["session": $0])["advantage"]?["error"] }
    #expect(errors == [2, 6, 12].map { .number("\(1e-3 / $0 / 4)") })
  }

  @Test func aSessionHasCoinsThatNobodyHasSeen() throws {
    let keys = try (0..<2).map { _ in
      let client = Client()
      _ = try client.done("start", ["game": "signature-forgery-one-key"])
      return try client.ask("s1", ["keygen": [:]])["key"]?["key"]
    }
    #expect(keys[0] != nil && keys[0] != keys[1])
  }

  @Test func whatCanBeAskedIsTheFormOfTheGame() throws {
    let client = Client()
    func query() throws -> Document? {
      let tools = try #require(try client.request("tools/list")["result"]?["tools"]?.elements)
      #expect(tools.map { $0["name"]?.text } == ["list_games", "describe_game", "start", "ask", "guess", "verdict", "replay"])
      return tools[3]["inputSchema"]?["properties"]?["query"]
    }
    #expect(try query()?["type"] == "object")
    let described = try client.done("describe_game", ["game": "signature-idealization"])
    let begun = client.send(
      #"{"jsonrpc":"2.0","id":"a","method":"tools/call","params":{"name":"start","arguments":{"game":"signature-idealization"}}}"#
    )
    #expect(begun.map { $0["method"]?.text } == ["notifications/tools/list_changed", nil] && begun[1]["id"] == "a")
    #expect(try query()?["oneOf"] == described["queries"]?["oneOf"])
    _ = try client.done("start", ["game": "aead"])
    #expect(try query()?["anyOf"]?.elements?.count == 2)
    #expect(try client.done("list_games")["games"]?.elements?.count == Catalog.registry.games.count)
  }

  @Test func aTrialIsShownWhenItIsOver() throws {
    let client = Client()
    _ = try client.done("start", ["game": "signature-idealization"])
    let key = try #require(try client.ask("s1", ["keygen": [:]])["key"]?["key"]?.text)
    let early = try client.call("replay", ["session": "s1", "trial": 0])
    #expect(early.error == "trial 0 is under way: its coins are told when it is over")
    let outcome = try client.done("guess", ["session": "s1", "bit": 1])
    #expect((outcome["world"] == "right") == (outcome["isRight"] == true))
    let shown = try client.done("replay", ["session": "s1", "trial": 0])
    #expect(shown["steps"]?.line == #"[{"query":"keygen()","answers":["\#(key)","\#(key)"]}]"#)
    #expect(shown["endings"] == ["bit 1", "bit 1"] && shown["coins"] == ["challenger.keygen(0,0,0)": .string(key)])
  }

  @Test func aBudgetIsTheChallengersToCount() throws {
    let client = Client()
    _ = try client.done("start", ["game": "signature-forgery-one-key"])
    _ = try client.ask("s1", ["keygen": [:]])
    let spent = try client.call("ask", ["session": "s1", "query": ["keygen": [:]]])
    #expect(spent.error == "the budget `q_gen` is used up: trial 0 is over, and a forfeit")
    let verdict = try client.done("verdict", ["session": "s1"])
    #expect(verdict["trials"] == 1 && verdict["forfeits"] == 1 && verdict["won"] == 0 && verdict["score"] == .number("0.0"))
  }

  @Test func aWrongCallIsSaidInWords() throws {
    let client = Client()
    func error(_ tool: String, _ arguments: Document) throws -> String? { try client.call(tool, arguments).error }
    #expect(try error("ask", ["session": "s1", "query": ["keygen": [:]]])?.hasPrefix("there is no session `s1`") == true)
    #expect(try error("start", ["game": "key-secrcy"]) == "unknown game `key-secrcy`; did you mean `key-secrecy`?")
    #expect(try error("start", [:])?.hasPrefix("`start` needs `game`") == true)
    #expect(try error("start", ["game": "aead", "session": "s1"])?.hasPrefix("`start` takes `game`") == true)
    #expect(try error("start", ["game": "aead", "suite": "modern"])?.hasPrefix("game `aead` does not run on suite") == true)
    #expect(
      try error("start", ["game": "aead", "parameters": ["q": 1]])?.hasPrefix("unknown parameter of aead `q`") == true)
    #expect(
      try error("start", ["game": "aead", "parameters": ["tagBits": "x"]])
        == "`parameters.tagBits` of `start` is to be a whole number")
    #expect(try error("verdict", [:])?.hasPrefix("`verdict` needs `session`") == true)
    #expect(try error("verdict", ["session": 1]) == "`session` of `verdict` is to be a string")
    #expect(try error("verdict", ["session": "s1", "seed": 1]) == "`verdict` takes no `seed`: it takes `session`")
    _ = try client.done("start", ["game": "signature-forgery-one-key"])
    #expect(try error("start", ["session": "s1"])?.hasPrefix("trial 0 of session `s1` is under way") == true)
    #expect(try error("guess", ["session": "s1", "bit": 2]) == "`bit` of `guess` is to be a bit: 0 or 1")
    #expect(
      try error("ask", ["session": "s1", "query": ["sing": [:]]])
        == "no query at byte 3: expected one of keygen, sign, verify, public-keys, rogue-keygen, rogue-sign, rogue-verify; "
        + "nothing is charged")
    #expect(try error("ask", ["session": "s1", "query": "keygen"])?.hasPrefix("no query at byte 1: expected `{`") == true)
    // None of these has ended it.
    #expect(try client.done("guess", ["session": "s1", "bit": 0])["won"] == false)
    for tool in ["guess", "ask"] {
      let rest: Document.Member = tool == "ask" ? .init("query", ["keygen": [:]]) : .init("bit", 1)
      #expect(
        try error(tool, .object([.init("session", "s1"), rest]))
          == "no trial of session `s1` is under way: begin the next one with `start`")
    }
    #expect(try error("replay", ["session": "s1", "trial": 1])?.hasSuffix("1 are, counted from 0") == true)
  }

  @Test func whatIsNoRequestIsAnErrorOfTheProtocol() throws {
    let client = Client()
    func code(_ line: String) -> Document? { client.send(line).first?["error"]?["code"] }
    #expect(code("{") == -32700 && code("[]") == -32600 && code("1") == -32600)
    #expect(code(#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#) == -32600)
    #expect(code(#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#) == -32601)
    #expect(code(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"win"}}"#) == -32602)
    #expect(client.send("  ").isEmpty && client.send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#).isEmpty)
    #expect(client.send(#"{"jsonrpc":"2.0","id":7,"result":{}}"#).isEmpty)
    let batch = client.send(#"[{"jsonrpc":"2.0","id":1,"method":"ping"},{"jsonrpc":"2.0","method":"x"},7]"#)
    #expect(batch.first?.elements?.map { $0["error"]?["code"] } == [nil, -32600])
    let versions = try ["2024-11-05", "1999-01-01"].map {
      try client.request("initialize", ["protocolVersion": .string($0)])["result"]?["protocolVersion"]
    }
    #expect(versions == ["2024-11-05", "2025-06-18"])
  }
}

/// Answers, and counts how often.
private final class CountedWorld: Game, Sendable {
  typealias Query = KeyQuery
  typealias Answer = Bool
  let asked = Atomic(0)
  func restart(coins: Coins) {}
  func answer(_ query: KeyQuery) -> Bool {
    asked.wrappingAdd(1, ordering: .relaxed)
    return false
  }
}
