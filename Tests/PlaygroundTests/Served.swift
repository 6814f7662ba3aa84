import Catalog
import Foundation
import Pages
import Playground

/// A server that runs while a test does, and requests to it.
struct Served: Sendable {
  let port: UInt16
  let token: String

  /// - Parameter address: what the server prints; nil if it is not that.
  init?(address: String) {
    let parts = address.split(separator: "=")
    guard parts.count == 2, let port = URL(string: address)?.port.flatMap(UInt16.init) else { return nil }
    (self.port, token) = (port, String(parts[1]))
  }

  /// - Parameters:
  ///   - assets: the texts that go with the pages.
  ///   - shell: plays the commands of lessons; by default it says which it was asked for.
  static func run(
    assets: @escaping Assets = { $0.shipped },
    shell: @escaping Shell = { ShellResult(output: "ran: \($0)", ending: .exited(0)) },
    _ body: @Sendable (Served) async throws -> Void
  ) async throws {
    let server = try PlaygroundServer(port: 0, registry: Catalog.registry, assets: assets, shell: shell)
    guard let served = Served(address: server.address) else { throw Client.Unreachable() }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      // Connecting is refused until it listens.
      for _ in 0..<6000 {
        if (try? Client(served.port).close()) != nil { break }
        try await Task.sleep(for: .milliseconds(10))
      }
      try await body(served)
      group.cancelAll()
    }
  }

  var host: String { "127.0.0.1:\(port)" }
  var cookie: String { "gamekeeper-\(port)=\(token)" }

  /// - Parameters:
  ///   - headers: those of a page of this server, but for these; nil leaves one out.
  ///   - post: the body of a form that is sent.
  func ask(_ path: String, headers: [String: String?] = [:], post body: String? = nil) async throws -> Client.Answer {
    var all: [String: String?] = ["Host": host, "Cookie": cookie, "Connection": "close"]
    if let body {
      all["Origin"] = "http://\(host)"
      all["Content-Length"] = "\(body.utf8.count)"
    }
    all.merge(headers) { $1 }
    let lines = all.sorted { $0.key < $1.key }.compactMap { name, value in value.map { "\(name): \($0)\r\n" } }
    let request = "\(body == nil ? "GET" : "POST") \(path) HTTP/1.1\r\n\(lines.joined())\r\n\(body ?? "")"
    return try await apart {
      let client = try Client(port)
      defer { client.close() }
      client.send(request)
      return client.answer()
    }
  }

  /// Does what waits on a thread of its own: the server needs those of the tasks.
  func apart<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
  }
}
