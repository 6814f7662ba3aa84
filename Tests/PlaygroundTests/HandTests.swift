import AdversaryBridge
import Arena
import Catalog
import Foundation
import Testing

/// The reader plays by hand: forms alone, and attacks on them.
@Suite struct HandTests {
  private static let page = "/game/signature-idealization/play"

  /// Begins a trial.
  private func begin(_ served: Served, _ settings: String = "") async throws -> String {
    let answer = try await served.ask("\(Self.page)/begin", post: settings)
    #expect(answer.status == 303)
    return try #require(answer.head.firstMatch(of: /session=([0-9a-f]{16})/).map { String($0.1) })
  }

  private func ask(_ served: Served, _ session: String, _ form: String) async throws -> Client.Answer {
    try await served.ask("\(Self.page)/ask", post: "session=\(session)&\(form)")
  }

  private func shown(_ served: Served, _ session: String) async throws -> String {
    try await served.ask("\(Self.page)?session=\(session)").body
  }

  @Test func aTrialIsPlayedByFormsAloneAndItsCoinsAreOpened() async throws {
    try await Served.run { served in
      let session = try await begin(served)
      #expect(try await ask(served, session, "query=keygen").status == 303)
      #expect(
        try await ask(served, session, "query=verify&field-key=%231&field-message=\(zeros(32))&field-signature=\(zeros(16))")
          .status == 303)
      let page = try await shown(served, session)
      #expect(page.contains("<code>q_gen</code> 0</li>") && page.contains("<code>q_ver</code> 3</li>"))
      #expect(page.contains("<code>rejected</code>") && !page.contains("The coins are open"))
      #expect(try await served.ask("\(Self.page)/guess", post: "session=\(session)&bit=1").status == 303)
      let opened = try await shown(served, session)
      let said =
        opened.contains("You said right, and it was the right world.")
        || opened.contains("You said right, but it was the left world.")
      #expect(said && opened.contains("the coins are open") && opened.contains("on the same coins"))
      let token = try #require(
        opened.firstMatch(of: /replay &#39;(gk3:[^&]+)&#39;|replay '(gk3:[^']+)'/).flatMap { $0.1 ?? $0.2 })
      let trial = try ReplayToken(String(token), in: Catalog.registry) { command throws(CatalogError) in
        guard let script = HandScript(command: command) else { throw CatalogError("`\(command)` is no script") }
        return script
      }.play()
      #expect(trial.steps.count == 2 && trial.endings.allSatisfy { $0.contains("1") })
      #expect(try await served.ask("\(Self.page)/again", post: "session=\(session)").status == 303)
      #expect(try await shown(served, session).contains("Trial 1</h3>"))
    }
  }

  @Test func whatIsNoQueryIsNamedByItsFieldAndCostsNothing() async throws {
    try await Served.run { served in
      let session = try await begin(served)
      _ = try await ask(served, session, "query=keygen")
      for (form, field) in [
        ("field-key=%231&field-message=12", "message"), ("field-key=%232&field-message=\(zeros(32))", "key"),
        ("field-message=\(zeros(32))", "key"), ("field-key=%3Cscript%3E&field-message=\(zeros(32))", "key"),
      ] {
        let answer = try await ask(served, session, "query=sign&\(form)")
        #expect(
          answer.status == 422 && answer.body.contains("Not asked: <code>\(field)</code>"), "\(form)")
        #expect(answer.body.contains("aria-invalid=\"true\"") && !answer.body.contains("<script>"), "\(form)")
        #expect(answer.body.contains("<code>q_sig</code> 4</li>"), "\(form)")
      }
      let good = try await ask(served, session, "query=sign&field-key=%231&field-message=\(zeros(32))")
      #expect(good.status == 303)
      let spent = try await ask(served, session, "query=keygen")
      #expect(spent.status == 422 && spent.body.contains("the budget q_gen is used up"))
    }
  }

  @Test func everyGameAndHopCanBePlayedByHand() async throws {
    try await Served.run { served in
      for entry in Catalog.registry.entries {
        let page = "/\(entry.kind.rawValue)/\(entry.name)/play"
        let begun = try await served.ask("\(page)/begin", post: "")
        let session = try #require(begun.head.firstMatch(of: /session=([0-9a-f]{16})/).map { String($0.1) }, "\(entry.name)")
        let shown = try await served.ask("\(page)?session=\(session)")
        #expect(shown.body.contains("Budgets left:") && shown.body.contains("name=\"query\""), "\(entry.name)")
        #expect(try await served.ask("\(page)/leave", post: "session=\(session)").status == 303)
        #expect(try await served.ask("\(page)?session=\(session)").status == 404, "\(entry.name)")
      }
    }
  }

  @Test func sessionsAreAsManyAsThereIsRoomFor() async throws {
    try await Served.run { served in
      var sessions: [String] = []
      for _ in 0..<16 { sessions.append(try await begin(served)) }
      let refused = try await served.ask("\(Self.page)/begin", post: "")
      #expect(refused.status == 503 && refused.body.contains("16 readers play already."))
      _ = try await served.ask("\(Self.page)/leave", post: "session=\(sessions[3])")
      _ = try await begin(served)
    }
  }

  @Test func nobodyElsePlaysASession() async throws {
    try await Served.run { served in
      let session = try await begin(served)
      let form = "session=\(session)&query=keygen"
      #expect(try await served.ask("\(Self.page)/ask", headers: ["Origin": "http://evil.example"], post: form).status == 403)
      #expect(try await served.ask("\(Self.page)/ask", headers: ["Cookie": nil], post: form).status == 403)
      #expect(try await served.ask("/hop/ind_uf/play/ask", post: form).status == 404, "it is another game's")
      #expect(try await ask(served, "0123456789abcdef", "query=keygen").status == 404)
      #expect(try await shown(served, session).contains("Nothing was asked yet."))
      #expect(try await ask(served, session, "query=keygen").status == 303)
    }
  }

  private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}
