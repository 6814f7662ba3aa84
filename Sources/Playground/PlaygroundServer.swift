public import Arena
internal import FlyingFox
internal import FlyingSocks
internal import Foundation
public import Pages
internal import Words

/// The playground on this machine: the pages, and the runs that they ask for.
public struct PlaygroundServer: Sendable {
  /// The most bytes of a form.
  static let longestBody = 1 << 17
  /// How long an answer may take, in seconds; a run is answered at once, and asked for again.
  private static let longestAnswer = 120.0

  private let gate: Gate
  private let server: HTTPServer
  /// Held as long as the server is.
  private let port: ReservedPort

  public enum Failure: Error, Sendable {
    case portIsTaken(UInt16)
    case cannotListen(String)
  }

  /// - Parameters:
  ///   - assets: the texts that go with the pages; those in the program, if nobody writes them just now.
  ///   - shell: plays a command of a lesson, and says what it prints and how it ends.
  public init(
    port: UInt16, registry: Registry, assets: @escaping Assets = { $0.shipped }, shell: @escaping Shell
  ) throws(Failure) {
    self.port = try ReservedPort(port)
    let port = self.port.number
    // Sixteen digits each; the generator is the system's.
    let token = (0..<2).map { _ in String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16) }.joined()
    let gate = Gate(port: port, token: token)
    let router = Router(book: Book(registry), assets: assets, shell: shell)
    do {
      server = HTTPServer(
        address: try .inet(ip4: "127.0.0.1", port: port), timeout: Self.longestAnswer, logger: .disabled,
        handler: ClosureHTTPHandler { await Self.answer($0, gate, router) })
    } catch { throw .cannotListen("\(error)") }
    self.gate = gate
  }

  /// The address to open first.
  public var address: String { "http://127.0.0.1:\(gate.port)/?token=\(gate.token)" }

  /// Waits until it listens.
  public func listens() async { try? await server.waitUntilListening(timeout: 5) }

  /// Serves until the task is cancelled. What ends listening while it goes on, as a shortage of files does, ends nothing else.
  public func run() async throws(Failure) {
    var shortages = 0
    while !Task.isCancelled {
      let clock = ContinuousClock(), began = ContinuousClock.now
      do {
        try await withTaskCancellationHandler {
          try await server.run()
        } onCancel: {
          Task { await server.stop() }
        }
      } catch {
        if Task.isCancelled { return }
        if case .failed(_, EADDRINUSE, _)? = error as? SocketError { throw .portIsTaken(gate.port) }
        shortages = clock.now - began < .seconds(1) ? shortages + 1 : 0
        if shortages > 20 { throw .cannotListen("\(error)") }
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  // MARK: Answers

  private static func answer(_ request: HTTPRequest, _ gate: Gate, _ router: Router) async -> HTTPResponse {
    let isPost = request.method == .POST
    guard isPost || request.method == .GET || request.method == .HEAD else {
      return last(.init(.message("Not understood", "Pages are read, and forms are sent.", hint: nil), status: 405))
    }
    let query = request.query.map { (name: $0.name, value: $0.value) }
    let decision = gate.judge(
      isPost: isPost, host: request.headers[.host], origin: request.headers[HTTPHeader("Origin")],
      cookies: request.headers[.cookie], offered: request.path == "/" ? query.first { $0.name == "token" }?.value : nil,
      site: request.headers[HTTPHeader("Sec-Fetch-Site")], destination: request.headers[HTTPHeader("Sec-Fetch-Dest")])
    switch decision {
    case .refused(let why):
      return last(.init(.message("Not let in", why, hint: nil), status: 403))
    case .welcome(let cookie):
      var reply = Reply.lead(to: "/")
      reply.headers.append(("Set-Cookie", cookie))
      return response(reply)
    case .again:
      let path = request.path.split(separator: "/").map { "/" + Escape.query($0.removingPercentEncoding ?? String($0)) }
      return response(.lead(to: Links.address(path.isEmpty ? "/" : path.joined(), query)))
    case .open:
      guard let form = await form(of: request) else {
        return last(
          .init(.message("Too long", "A form has \(longestBody) bytes at most.", hint: nil), status: 413))
      }
      let parts = request.path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
      return response(await router.reply(Ask(isPost: isPost, parts: parts, fields: isPost ? form : query)))
    }
  }

  /// What a form has sent; nil if it is too long.
  private static func form(of request: HTTPRequest) async -> [(name: String, value: String)]? {
    if let length = request.bodySequence.count, length > longestBody { return nil }
    var body = Data()
    do {
      for try await chunk in request.bodySequence {
        body += chunk
        if body.count > longestBody { return nil }
      }
    } catch { return nil }
    guard let text = String(validating: body, as: UTF8.self) else { return [] }
    return text.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.replacing("+", with: " ").removingPercentEncoding ?? ""
      }
      return (name: halves[0], value: halves.count > 1 ? halves[1] : "")
    }
  }

  /// The last answer on a connection: what was sent with the request is not read.
  private static func last(_ reply: Reply) -> HTTPResponse {
    var response = response(reply)
    response.headers[.connection] = "close"
    let data = Data(reply.text.utf8)
    response.payload = .httpBody(HTTPBodySequence(from: ClosingBody(data: data), count: data.count))
    return response
  }

  private static func response(_ reply: Reply) -> HTTPResponse {
    var headers: HTTPHeaders = [
      .contentType: reply.type, .cacheControl: "no-store",
      HTTPHeader("Content-Security-Policy"):
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
      HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("Referrer-Policy"): "same-origin",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin", HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    ]
    for (name, value) in reply.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(
      statusCode: HTTPStatusCode(reply.status, phrase: ""), headers: headers, body: Data(reply.text.utf8))
  }
}
