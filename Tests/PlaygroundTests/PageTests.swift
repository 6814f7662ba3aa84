import Catalog
import Foundation
import Playground
import Testing

/// The pages that a running server answers with.
@Suite struct PageTests {
  /// Every page that has no settings, and what it is to show.
  @Test(arguments: [
    ("/", "Adv ≤"), ("/games", "ind_uf"), ("/lessons", "What a game is"), ("/lessons/forging", "Predict:"),
    ("/attack", "transplant"), ("/matrix", "token.wrap-bound-to-trust"), ("/rules", "Without it these succeed"),
    ("/findings", "linear"), ("/findings/linear-in-entities", "<table>"), ("/glossary", "ε_sig"), ("/page.css", "@media"),
    ("/page.js", "use strict"), ("/attack/transplant.svg", "<svg"),
  ]) func everyPageIsThere(_ path: String, _ shown: String) async throws {
    try await Served.run { served in
      let answer = try await served.ask(path)
      #expect(answer.status == 200 && answer.body.contains(shown), "\(path): \(answer.status)")
    }
  }

  @Test func everyGameAndHopHasAPage() async throws {
    try await Served.run { served in
      for entry in Catalog.registry.entries {
        let page = try await served.ask("/\(entry.kind.rawValue)/\(entry.name)")
        #expect(page.status == 200 && page.body.contains("<math>") && page.body.contains("name=\"adversary\""), "\(entry.name)")
      }
    }
  }

  @Test func aRunIsTheOneOfTheCommandLineAndStaysAtItsAddress() async throws {
    try await Served.run { served in
      let form = "adversary=replay&twin=forgetful&trials=40&guess=nothing"
      let started = try await served.ask("/run/game/signature-idealization", post: form)
      let address = "/game/signature-idealization?adversary=replay&guess=nothing&trials=40&twin=forgetful"
      #expect(started.status == 303 && started.head.contains("Location: \(address)\r\n"), "\(started.head)")
      var page = try await served.ask(address)
      for _ in 0..<200 where !page.body.contains("data-state=\"ended\"") {
        try await Task.sleep(for: .milliseconds(50))
        page = try await served.ask(address)
      }
      #expect(page.body.contains("<strong>invalid</strong>"))
      #expect(page.body.contains("You said: no advantage that shows. It is: more than the bound"))
      #expect(page.body.contains("first difference"), "the trial of the violation is open")
      #expect(
        page.body.contains("gamekeeper play signature-idealization -a replay --twin forgetful --trials 40"), "as a command")
      // Other settings have no verdict.
      #expect(try await served.ask(address + "&seed=2").body.contains("data-state=\"none\""))
    }
  }

  @Test(arguments: [
    ("/hop/ind_uv", "unknown hop <code>ind_uv</code>", "ind_uf"),
    ("/hop/ind_uf?adversary=gues", "unknown adversary", "<code>guess</code>"),
    ("/hop/ind_uf?set-signatureBits=99", "out of range", "1 to 64"),
    ("/hop/ind_uf?set-signatureBits=x", "no whole number", "range"),
    ("/hop/ind_uf?set-q_gen=1000000&set-tries=1000000", "steps under these budgets", "command line"),
    ("/hop/ind_uf?trials=0", "<code>trials</code> is <code>0</code>", "command line"),
    ("/hop/ind_uf?seed=-1", "<code>seed</code>", "2^64"), ("/hop/ind_uf?suite=rsa", "unknown suite", "calibrated"),
    ("/attack/transplant?without=token.wrap", "there is no rule", "/rules"),
    ("/attack/transplan", "unknown scenario", "transplant"),
    ("/trial?token=gk1:x", "replay token", "copy the whole token"), ("/nowhere", "there is no page", "menu"),
  ]) func mistakesAreNamed(_ path: String, _ words: String, _ hint: String) async throws {
    try await Served.run { served in
      let answer = try await served.ask(path)
      #expect(answer.status == 404 && answer.body.contains(words) && answer.body.contains(hint), "\(answer.body)")
    }
  }

  @Test func aRuleTakenOutLetsTheAttackThroughAndItIsSaved() async throws {
    try await Served.run { served in
      let intact = try await served.ask("/attack/transplant?suite=symbolic")
      #expect(intact.body.contains("holds: no property is broken") && intact.body.contains("✗ refused"))
      let policy = "?suite=symbolic&without=token.wrap-bound-to-trust"
      let broken = try await served.ask("/attack/transplant\(policy)")
      #expect(broken.body.contains("<strong>breaks ") && broken.body.contains("<code>symbolic</code> does not stop it"))
      #expect(intact.body.contains("<ins>x0, its own</ins>") && !intact.body.contains("<ins>x1</ins>"))
      #expect(broken.body.contains("<ins>x1</ins>") && !intact.body.contains("does not stop it"))
      let saved = try await served.ask("/attack/transplant.yaml\(policy)")
      #expect(saved.head.contains("attachment; filename=\"transplant.yaml\""))
      #expect(saved.body.contains("without: [token.wrap-bound-to-trust]"))
    }
  }

  @Test func aBlockOfALessonIsRunAsItStands() async throws {
    try await Served.run { served in
      let page = try await served.ask("/lessons/forging").body
      let block = try #require(page.firstMatch(of: /action="(\/lessons\/forging\/\d+)#/)?.1)
      let command = try #require(page.firstMatch(of: /<code>\$ (gamekeeper [^<]+)<\/code>/)?.1)
      #expect(try await served.ask(String(block), post: "command=rm").body.contains("ran: \(command)"))
      #expect(try await served.ask("/lessons/forging/999", post: "").status == 404)
    }
  }

  /// What a hop is in Swift is what is compiled.
  @Test func aListingLeadsToItsSwift() async throws {
    try await Served.run { served in
      let page = try await served.ask("/hop/ind_uf").body
      let links = page.matches(of: /href="(\/source\/Games\/[^"]+\.swift)"/).map { String($0.1) }
      #expect(links.count >= 2)
      for link in links { #expect(try await served.ask(link).body.contains("<pre class=\"source\"")) }
      #expect(try await served.ask(links[0]).body.contains("import GameKit"))
      #expect(try await served.ask("/source/Games/SignatureIdealization").status == 404)
    }
  }

  /// Every page whose like a shell shows says how.
  @Test(arguments: [
    ("/", "theorem"), ("/journey/2", "describe forging"), ("/games", "list"), ("/hop/ind_uf", "hop ind_uf -a guess"),
    ("/lessons", "list lessons"), ("/lessons/forging", "describe forging"), ("/attack", "list scenarios"),
    ("/attack/transplant", "attack transplant"), ("/moves", "explore --operators 2 --domains 1 --depth 1"),
    ("/findings", "list findings"), ("/findings/linear-in-entities", "describe linear-in-entities"),
    ("/matrix", "matrix"), ("/rules", "list rules"), ("/glossary", "list words"),
  ]) func aPageIsACommandLine(_ path: String, _ command: String) async throws {
    try await Served.run { served in
      let page = try await served.ask(path).body
      #expect(page.contains("<p id=\"command\" class=\"command\"><code>gamekeeper \(command)</code>"))
    }
  }

  @Test func oneCommandOfALessonPlaysAtATime() async throws {
    let (began, end) = (AsyncStream<Void>.makeStream(), AsyncStream<Void>.makeStream())
    let shell: Shell = { _ in
      began.continuation.yield()
      for await _ in end.stream { break }
      return ShellResult(output: "", ending: .cut("was ended: it may take 1 s"))
    }
    try await Served.run(shell: shell) { served in
      let page = try await served.ask("/lessons/forging").body
      let block = String(try #require(page.firstMatch(of: /action="(\/lessons\/forging\/\d+)#/)?.1))
      async let first = served.ask(block, post: "")
      for await _ in began.stream { break }
      let second = try await served.ask(block, post: "")
      #expect(second.status == 503 && second.body.contains("Another command of a lesson is playing."))
      end.continuation.yield()
      #expect(try await first.body.contains("The command was ended: it may take 1 s."))
    }
  }

  @Test func aLinkOfAnAttackStaysOnItsSuite() async throws {
    try await Served.run { served in
      let links = { (page: String) in page.matches(of: /href="(\/attack\/transplant\?[^"]+)"/).map { String($0.1) } }
      for policy in ["", "&without=token.wrap-bound-to-trust"] {
        let found = links(try await served.ask("/attack/transplant?suite=symbolic\(policy)").body)
        #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("suite=symbolic") }, "\(found)")
      }
    }
  }

  @Test func aPortThatIsTakenIsNamed() async throws {
    try await Served.run { served in
      #expect(throws: PlaygroundServer.Failure.self) {
        try PlaygroundServer(port: served.port, registry: Catalog.registry) { _ in
          ShellResult(output: "", ending: .exited(0))
        }
      }
    }
  }

  #if os(Linux)
    /// A port that was chosen and not yet listened on went to whoever asked next, and two servers took each other's requests.
    @Test func aPortIsItsServersBeforeItListens() throws {
      let quiet: Shell = { _ in ShellResult(output: "", ending: .exited(0)) }
      let server = try PlaygroundServer(port: 0, registry: Catalog.registry, shell: quiet)
      let served = try #require(Served(address: server.address))
      #expect(!Client.canBind(served.port))
      #expect(throws: Client.Unreachable.self) { try Client(served.port) }
    }
  #endif
}
