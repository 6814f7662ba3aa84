import Catalog
import Foundation
import Pages
import Playground
import Records
import Teaching
import Testing

/// What a page shows of a run beside its verdict, and pages that the program computes.
@Suite struct ViewTests {
  /// Runs a form to its end, and answers the page.
  private func ended(_ served: Served, _ path: String, _ form: String) async throws -> String {
    _ = try await served.ask("/run\(path)", post: form)
    for _ in 0..<400 {
      let page = try await served.ask("\(path)?\(form)").body
      if page.contains("data-state=\"ended\"") { return page }
      try await Task.sleep(for: .milliseconds(50))
    }
    return "it does not end"
  }

  @Test func theFirstViolationStopsTheRunAndTheLastTrialsAreOnItsTape() async throws {
    try await Served.run { served in
      let (path, form) = ("/game/signature-idealization", "adversary=replay&trials=200000&twin=forgetful")
      let cut = try await ended(served, path, form)
      #expect(cut.contains("it stopped at the first violation") && cut.contains("<details class=\"trial\" open>"))
      let trials = try #require(cut.firstMatch(of: /\?adversary=replay&amp;trials=(\d+)&amp;twin=forgetful">these/)?.1)
      #expect(try #require(UInt64(trials)) < 200_000)
      #expect(cut.contains("V violation: 60"), "each shows it")
      // These trials alone are a whole run.
      let whole = try await ended(served, path, "adversary=replay&trials=\(trials)&twin=forgetful")
      #expect(!whole.contains("class=\"cut\"") && whole.contains("<strong>invalid</strong>"))
    }
  }

  @Test func aRunThatIsStoppedIsNotTheRunOfItsSettings() async throws {
    try await Served.run { served in
      let (path, form) = ("/game/signature-idealization", "adversary=guess&trials=10000000")
      _ = try await served.ask("/run\(path)", post: form)
      var page = ""
      for _ in 0..<200 where !page.contains("data-trials") {
        page = try await served.ask("\(path)?\(form)").body
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(page.contains("but for an error probability of"))
      _ = try await served.ask("/stop\(path)", post: form)
      for _ in 0..<400 where !page.contains("data-state=\"ended\"") {
        page = try await served.ask("\(path)?\(form)").body
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(page.contains("Not the whole run of these settings") && page.contains("it was stopped by hand"))
    }
  }

  @Test func aHundredRunsAreStacked() async throws {
    try await Served.run { served in
      let page = try await served.ask("/intervals?trials=100&seed=5")
      #expect(page.status == 200 && page.body.contains("fixed size, looked at after every trial"))
      #expect(page.body.matches(of: /<rect class="interval/).count == 200)
      #expect(page.body.contains("--trials 100 --seed 5"))
      #expect(try await served.ask("/intervals?trials=99999").status == 404)
    }
  }

  @Test func everyStopOfTheJourneyLeadsOn() async throws {
    try await Served.run { served in
      let stops = Lesson.all.count
      for stop in 1...stops {
        let page = try await served.ask("/journey/\(stop)").body
        #expect(page.contains("Stop \(stop) of \(stops)") && page.contains("Read the lesson"))
        #expect(page.contains("rel=\"prev\" href=\"/journey/\(stop - 1)\"") == (stop > 1))
        #expect(page.contains("rel=\"next\" href=\"/journey/\(stop + 1)\"") == (stop < stops))
        #expect(page.contains("spoken of here") || page.contains("about no one box"))
      }
      #expect(try await served.ask("/journey/\(stops + 1)").status == 404)
    }
  }
}
