public import Arena
internal import Forms
internal import Words

/// The games as tools of the Model Context Protocol: it is told lines of JSON-RPC 2.0, and answers each. One thread uses it.
///
/// The sessions have fresh secret coins. What is said of all of them together is wrong with probability `alpha` at most: the k-th
/// has its share α/(k·(k+1)), so that nobody gains by beginning again.
public final class AgentServer {
  static let versions = ["2025-06-18", "2025-03-26", "2024-11-05"]
  static let mostSessions = 1000

  let registry: Registry
  private let version: String
  private let alpha: Double
  var sessions: [AgentSession] = []
  /// Whether the tools have changed since they were listed.
  private var hasNewTools = false

  public init(_ registry: Registry, version: String, alpha: Double) {
    (self.registry, self.version, self.alpha) = (registry, version, alpha)
  }

  /// A mistake in the protocol itself.
  private struct Fault: Error {
    let code: Int
    let text: String
    init(_ code: Int, _ text: String) { (self.code, self.text) = (code, text) }
  }

  /// The lines that answer this one: none for a notification.
  public func answer(_ line: String) -> [String] {
    guard line.contains(where: { !$0.isWhitespace }) else { return [] }
    let message: Document
    do throws(Malformed) { message = try Document(Array(line.utf8)) } catch {
      return [Self.failed(.null, Fault(-32700, "the line is no JSON, \(error)")).line]
    }
    var replies: [Document]
    if let batch = message.elements, !batch.isEmpty {
      replies = batch.compactMap(reply)
      if !replies.isEmpty { replies = [.array(replies)] }
    } else {
      replies = reply(message).map { [$0] } ?? []
    }
    defer { hasNewTools = false }
    let news: Document = ["jsonrpc": "2.0", "method": "notifications/tools/list_changed"]
    return (hasNewTools ? [news.line] : []) + replies.map(\.line)
  }

  private func reply(_ message: Document) -> Document? {
    guard case .object = message, message["jsonrpc"]?.text == "2.0", let method = message["method"]?.text else {
      // An answer to something that was never asked.
      if message["method"] == nil, message["result"] != nil || message["error"] != nil { return nil }
      return Self.failed(message["id"] ?? .null, Fault(-32600, "no request of JSON-RPC 2.0: `jsonrpc`, `id`, `method`, `params`"))
    }
    guard let id = message["id"] else { return nil }
    do throws(Fault) {
      return ["jsonrpc": "2.0", "id": id, "result": try result(method, message["params"] ?? [:])]
    } catch { return Self.failed(id, error) }
  }

  private static func failed(_ id: Document, _ fault: Fault) -> Document {
    ["jsonrpc": "2.0", "id": id, "error": ["code": .number("\(fault.code)"), "message": .string(fault.text)]]
  }

  private func result(_ method: String, _ params: Document) throws(Fault) -> Document {
    switch method {
    case "initialize":
      let asked = params["protocolVersion"]?.text ?? ""
      return [
        "protocolVersion": .string(Self.versions.contains(asked) ? asked : Self.versions[0]),
        "capabilities": ["tools": ["listChanged": true]],
        "serverInfo": ["name": .string(Words.Program.name), "version": .string(version)],
        "instructions": .string(Self.instructions),
      ]
    case "ping": return [:]
    case "tools/list": return ["tools": .array(AgentTool.allCases.map { $0.document(self) })]
    case "tools/call":
      let name = params["name"]?.text ?? ""
      guard let tool = AgentTool(rawValue: name) else {
        throw Fault(-32602, "unknown tool `\(name)`: there are \(AgentTool.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      do throws(AgentError) {
        let result = try tool.call(AgentArguments(params["arguments"] ?? [:], of: tool), self)
        return ["content": [["type": "text", "text": .string(result.line)]], "structuredContent": result, "isError": false]
      } catch { return ["content": [["type": "text", "text": .string(error.text)]], "isError": true] }
    default: throw Fault(-32601, "there is no method `\(method)`")
    }
  }

  private static let instructions = """
    Games of a security proof. List them, describe one, and start a trial: you are the adversary. Ask queries within the budgets \
    that you are told, and end the trial with a guess. Where there are two worlds you play in one, drawn by a coin, and the bit \
    is your opinion: 1 for the right-hand, ideal one. Where a game is to be won, what you asked has won it, and the bit does not \
    count. Play many trials: the score is the lower confidence limit of your advantage, as a share of the bound that is proved.
    """

  // MARK: Sessions

  func begin(_ game: String, suite: String, settings: [(name: String, value: Int)]) throws(AgentError) -> AgentSession {
    let number = sessions.count + 1
    guard number <= Self.mostSessions else { throw AgentError("there are \(Self.mostSessions) sessions: go on with one of them") }
    do throws(CatalogError) {
      let session = try AgentSession(
        "s\(number)", HandGame(try registry.entry(game, kind: .game), in: registry, suite: suite, settings: settings),
        alpha: alpha / Double(number * (number + 1)))
      sessions.append(session)
      hasNewTools = true
      return session
    } catch { throw AgentError(error) }
  }

  func session(_ name: String) throws(AgentError) -> AgentSession {
    guard let session = sessions.first(where: { $0.name == name }) else {
      throw AgentError("there is no session `\(name)`: `start` with a game begins one")
    }
    return session
  }
}
