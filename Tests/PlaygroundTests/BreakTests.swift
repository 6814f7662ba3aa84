import Foundation
import Testing

/// The reader's program plays through the page: what it says, well or ill, comes as lines in a form.
@Suite struct BreakTests {
  private static let page = "/game/signature-idealization/break"

  private struct Begun: Decodable { let run: String }
  private struct Told: Decodable {
    struct Line: Decodable {
      let player: Int
      let line: String
    }
    let lines: [Line]
    let isOver: Bool
  }

  /// Lets somebody play who answers each line, until the run is over.
  /// - Returns: the page of the result.
  private func played(_ served: Served, _ answer: (_ line: String) -> String?) async throws -> String {
    let begun = try await served.ask("\(Self.page)/begin", post: "trials=20")
    let run = try JSONDecoder().decode(Begun.self, from: Data(begun.body.utf8)).run
    var said: [[String: String]] = []
    for _ in 0..<1000 {
      // Numbers without quotes, texts as JSON.
      let items = said.map { #"{"player":\#($0["player"] ?? ""),"line":\#($0["line"] ?? "")}"# }
      let form = "run=\(run)&said=\(Self.escaped("[\(items.joined(separator: ","))]"))"
      let told = try JSONDecoder().decode(
        Told.self, from: Data(try await served.ask("\(Self.page)/relay", post: form).body.utf8))
      if told.isOver { return try await served.ask("\(Self.page)?run=\(run)").body }
      said = try told.lines.compactMap { line in
        try answer(line.line).map {
          ["player": "\(line.player)", "line": String(decoding: try JSONEncoder().encode($0), as: UTF8.self)]
        }
      }
    }
    return ""
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  private func lanes(_ line: String, _ reply: (String) -> String) -> String {
    if line.contains("\"hello\"") { return #"{"ready":{"protocol":1,"name":"test","lanes":4}}"# }
    return "[\(line.matches(of: /\[(\d+),"start"/).map { reply(String($0.1)) }.joined(separator: ","))]"
  }

  @Test func aProgramThatGuessesIsJudged() async throws {
    try await Served.run { served in
      let page = try await played(served) { line in lanes(line) { "[\($0),\"guess\",1]" } }
      #expect(page.contains("20, stopped:") && page.contains("<th scope=\"row\">forfeits</th><td>0</td>"))
      #expect(page.contains("replay &apos;gk3:") || page.contains("replay &#39;gk3:") || page.contains("replay 'gk3:"))
    }
  }

  @Test func whatItSaysIsEscaped() async throws {
    try await Served.run { served in
      let page = try await played(served) { line in lanes(line) { "[\($0),\"resign\",\"<script>alert(1)</script>\"]" } }
      #expect(page.contains("&lt;script&gt;alert(1)") && !page.contains("<script>alert"))
      #expect(page.contains("<th scope=\"row\">forfeits</th><td>20; first: "))
    }
  }

  @Test func aLaneThatIsNoneEndsThePlayer() async throws {
    try await Served.run { served in
      let page = try await played(served) { line in lanes(line) { _ in "[99,\"guess\",1]" } }
      #expect(page.contains("every trial was forfeited"))
      #expect(page.contains("was started again 3 times, and has ended each time"))
      #expect(try await served.ask("/").status == 200)
    }
  }

  @Test func aLineThatCannotBeReadIsNamedWithTheReason() async throws {
    try await Served.run { served in
      let page = try await played(served) { line in
        line.contains("\"hello\"") ? lanes(line) { $0 } : "I take the <b>left</b> one"
      }
      #expect(page.contains("cannot be read: ") && page.contains("the line: `I take the &lt;b&gt;left&lt;/b&gt; one`"), "\(page)")
    }
  }

  @Test func theWorkerReachesNothingAndThePageRunsNoText() async throws {
    try await Served.run { served in
      let worker = try await served.ask("/worker.js")
      #expect(worker.head.contains("Content-Security-Policy: default-src 'none'; script-src 'unsafe-eval'\r\n"))
      #expect(worker.body.contains("class Player") && !worker.body.contains("\nexport "))
      let page = try await served.ask(Self.page)
      #expect(page.head.contains("default-src 'self';") && !page.head.contains("unsafe-eval"))
      #expect(page.body.contains("run(function* mine(game)"))
      for file in ["gamekeeper.js", "package.json"] {
        #expect(try await served.ask("\(Self.page)/\(file)").head.contains("attachment; filename=\"\(file)\""))
      }
      #expect(try await served.ask("\(Self.page)/mine.js").status == 404)
    }
  }

  @Test func nobodyElseRunsAProgram() async throws {
    try await Served.run { served in
      for verb in ["begin", "relay", "stop"] {
        let form = "run=0123456789abcdef&said=%5B%5D&trials=5"
        #expect(
          try await served.ask("\(Self.page)/\(verb)", headers: ["Origin": "http://evil.example"], post: form).status == 403)
        #expect(try await served.ask("\(Self.page)/\(verb)", headers: ["Cookie": nil], post: form).status == 403)
      }
      let unknown = try await served.ask("\(Self.page)/relay", post: "run=0123456789abcdef&said=%5B%5D")
      #expect(unknown.status == 404 && unknown.body.contains("this run is not kept any more"))
      let huge = try await served.ask("\(Self.page)/relay", post: "run=1&said=\(String(repeating: "0", count: 1 << 18))")
      #expect(huge.status == 413)
      let many = try await served.ask("\(Self.page)/begin", post: "trials=10001")
      #expect(many.status == 404 && many.body.contains("1 to 10000 here"))
    }
  }

  @Test func programsAreAsManyAsThereIsRoomFor() async throws {
    try await Served.run { served in
      var runs: [String] = []
      for _ in 0..<4 {
        let begun = try await served.ask("\(Self.page)/begin", post: "trials=5")
        runs.append(try JSONDecoder().decode(Begun.self, from: Data(begun.body.utf8)).run)
      }
      let refused = try await served.ask("\(Self.page)/begin", post: "trials=5")
      #expect(refused.status == 503 && refused.body.contains("4 adversaries play already."))
      for run in runs { _ = try await served.ask("\(Self.page)/stop", post: "run=\(run)") }
    }
  }
}
