import Foundation
import Testing

/// Attacks on a server that runs: each beside a request that differs from it in one thing and is let in.
@Suite struct SafetyTests {
  @Test func theAddressThatIsPrintedLetsIn() async throws {
    try await Served.run { served in
      let first = try await served.ask("/?token=\(served.token)", headers: ["Cookie": nil])
      #expect(first.status == 200 && first.body.contains("<meta http-equiv=\"refresh\" content=\"0;url=/\">"))
      #expect(first.head.contains("Set-Cookie: \(served.cookie); Path=/; HttpOnly; SameSite=Strict"))
      let page = try await served.ask("/")
      #expect(page.status == 200 && page.body.contains("<h1>The proof, hop by hop</h1>"))
      #expect(page.head.contains("Content-Security-Policy: default-src 'self';"))
      #expect(page.head.contains("X-Content-Type-Options: nosniff"))
    }
  }

  @Test func whoeverDoesNotKnowTheTokenIsRefused() async throws {
    try await Served.run { served in
      let others: [[String: String?]] = [
        ["Cookie": nil], ["Cookie": "gamekeeper-\(served.port)=\(String(served.token.reversed()))"],
        ["Cookie": "gamekeeper-1=\(served.token)"],
      ]
      for headers in others {
        for path in ["/", "/page.js", "/hop/ind_uf", "/nothing"] {
          let answer = try await served.ask(path, headers: headers)
          #expect(answer.status == 403 && answer.body.contains("This server does not know you."), "\(headers) \(path)")
        }
      }
      let wrong = try await served.ask("/?token=\(String(repeating: "0", count: 32))", headers: ["Cookie": nil])
      #expect(wrong.status == 403 && !wrong.head.contains("Set-Cookie"))
    }
  }

  /// Browsers send no strict cookie with the first request of whoever follows a link on another site.
  @Test func aLinkOnAnotherSiteLeadsHereByASecondRequest() async throws {
    try await Served.run { served in
      let link = ["Cookie": nil, "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"]
      let path = "/hop/ind_uf?seed=3&adversary=%22%3E"
      let first = try await served.ask(path, headers: link)
      #expect(first.status == 200 && first.body.contains("content=\"0;url=/hop/ind_uf?seed=3&amp;adversary=%22%3E\""))
      #expect(!first.body.contains("name=\"adversary\"") && !first.head.contains("Set-Cookie"))
      let changes: [[String: String?]] = [
        ["Sec-Fetch-Site": "same-origin"], ["Sec-Fetch-Dest": "iframe"], ["Sec-Fetch-Dest": nil], ["Host": "evil.example"],
      ]
      for change in changes {
        #expect(try await served.ask(path, headers: link.merging(change) { $1 }).status == 403, "\(change)")
      }
      let stays = try await served.ask("//evil.example", headers: link).body
      #expect(stays.contains("content=\"0;url=/") && !stays.contains("url=//"), "it stays here")
    }
  }

  @Test func anotherNameOfThisMachineIsRefused() async throws {
    try await Served.run { served in
      for host in ["evil.example:\(served.port)", "127.0.0.1", "127.0.0.1:\(served.port).evil.example", "[::1]:\(served.port)"] {
        let answer = try await served.ask("/", headers: ["Host": host])
        #expect(answer.status == 403, "\(host)")
      }
      let none = try await served.ask("/", headers: ["Host": nil])
      #expect(none.status == 403)
      let named = try await served.ask("/", headers: ["Host": "localhost:\(served.port)"])
      #expect(named.status == 200)
    }
  }

  @Test func anotherPageIsRefused() async throws {
    try await Served.run { served in
      let form = "trials=5"
      for origin in ["http://evil.example", "null", "https://\(served.host)", "http://127.0.0.1:1"] {
        let answers = try await [
          served.ask("/run/hop/ind_uf", headers: ["Origin": origin], post: form), served.ask("/", headers: ["Origin": origin]),
        ]
        #expect(answers.map(\.status) == [403, 403], "\(origin)")
      }
      let unsaid = try await served.ask("/run/hop/ind_uf", headers: ["Origin": nil], post: form)
      #expect(unsaid.status == 403)
      #expect(try await served.ask("/run/hop/ind_uf", post: form).status == 303)
    }
  }

  @Test func noPathLeadsToAFile() async throws {
    try await Served.run { served in
      let paths = [
        "/../../../../etc/passwd", "/..%2f..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "/findings/../../etc/passwd",
        "/findings/..%2f..%2fREADME", "/lessons/%2fetc%2fpasswd", "/attack/..%2f..%2f..%2fPackage.swift",
        "/attack//etc/passwd.yaml",
        "/game/etc/passwd", "//etc/passwd",
        "/source/Package.swift", "/source/Games/../Package.swift", "/source/..%2fPackage.swift", "/page.css/../../Package.swift",
      ]
      for path in paths {
        let answer = try await served.ask(path)
        #expect(answer.status == 404 && !answer.body.contains("root:"), "\(path): \(answer.status)")
      }
    }
  }

  @Test func markupInNamesIsEscaped() async throws {
    try await Served.run { served in
      let mark = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
      let paths = [
        "/\(mark)", "/hop/\(mark)", "/game/\(mark)", "/lessons/\(mark)", "/findings/\(mark)", "/attack/\(mark)",
        "/attack/transplant?without=\(mark)", "/attack/transplant?suite=\(mark)", "/hop/ind_uf?adversary=\(mark)",
        "/hop/ind_uf?twin=\(mark)", "/hop/ind_uf?suite=\(mark)", "/hop/ind_uf?seed=\(mark)", "/hop/ind_uf?trials=\(mark)",
        "/hop/ind_uf?set-tries=\(mark)", "/hop/ind_uf?set-\(mark)=1", "/hop/ind_uf?guess=\(mark)", "/trial?token=\(mark)",
      ]
      for path in paths {
        let body = try await served.ask(path).body
        #expect(!body.contains("<script>alert"), "\(path)")
      }
      #expect(try await served.ask("/hop/\(mark)").body.contains("&lt;script&gt;alert(1)"), "it is told, escaped")
    }
  }

  /// Whether the connection would stay open for more, or not.
  @Test(arguments: ["Connection: close\r\n", ""]) func aHugeFormIsRefusedAndTheServerLives(_ header: String) async throws {
    try await Served.run { served in
      let status = try await served.apart {
        let client = try Client(served.port)
        defer { client.close() }
        client.send(
          "POST /run/hop/ind_uf HTTP/1.1\r\nHost: \(served.host)\r\nCookie: \(served.cookie)\r\nOrigin: http://\(served.host)\r\n"
            + "Content-Length: 104857600\r\n\(header)\r\n")
        let part = String(repeating: "a=b&", count: 1 << 18)
        for _ in 0..<100 { client.send(part) }
        return client.answer().status
      }
      #expect(status == 413)
      #expect(try await served.ask("/games").status == 200)
      #expect(try await served.ask("/run/hop/ind_uf", post: String(repeating: "a", count: 1 << 16) + "=1").status != 413)
    }
  }

  /// In a process of its own, whose files alone run out.
  @Test func connectionsThatStayOpenDoNotEndIt() async throws {
    let (process, output) = (Process(), Pipe())
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(
      path: "gamekeeper")
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit -n 64; exec '\(program.path)' serve --port 0"]
    process.standardOutput = output
    try process.run()
    defer { process.terminate() }
    var line = ""
    while !line.hasSuffix("\n"), let byte = try output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
      line += String(decoding: byte, as: UTF8.self)
    }
    let served = try #require(Served(address: String(line.dropLast())), "\(line)")
    var (clients, refusals) = ([Client](), 0)
    defer { for client in clients { client.close() } }
    for _ in 0..<300 {
      guard let client = try? Client(served.port) else {
        refusals += 1
        continue
      }
      client.send("GET /games HTTP/1.1\r\nHost: \(served.host)\r\n")
      clients.append(client)
    }
    #expect(refusals > 0, "its files have run out")
    var status = 0
    for _ in 0..<200 where status != 200 {
      status = (try? await served.ask("/games").status) ?? 0
      if status != 200 { try await Task.sleep(for: .milliseconds(50)) }
    }
    #expect(status == 200, "it answers again while all of them stay open")
    #expect(process.isRunning)
  }

  @Test func malformedRequestsAreNotFatal() async throws {
    try await Served.run { served in
      for text in ["\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
        let client = try Client(served.port)
        client.send(text)
        client.close()
      }
      #expect(try await served.ask("/hop/ind_uf?%ff%fe=%00&=&&set-=").status == 404)
      #expect(try await served.ask("/games").status == 200)
    }
  }
}
