import Foundation
import Pages
import Records
import ShippedFiles
import Testing

/// What the map says of a hop is what the rows of the theorem's table say of it.
@Suite struct MapTests {
  private static let hop = "secrecy-hsms"

  /// The recorded theorem, with the rows of one hop changed.
  private func theorem(_ change: (inout [String: Any]) -> Void) throws -> TheoremRecord {
    let text = try #require(ShippedFiles.texts["results/figures/theorem.json"])
    var record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    record["hops"] = try #require(record["hops"] as? [[String: Any]]).map { row in
      var row = row
      if row["game"] as? String == Self.hop { change(&row) }
      return row
    }
    let changed = try JSONSerialization.data(withJSONObject: record)
    return try JSON.read(TheoremRecord.self, from: String(decoding: changed, as: UTF8.self))
  }

  private func map(_ theorem: TheoremRecord) -> (state: MapStep.State, page: String) {
    let step = MapStep(name: Self.hop, title: "a hop", bound: 0, of: theorem)
    return (step.state, Page.map([step], theorem, bound: 0, command: "gamekeeper theorem", .served).document(.served))
  }

  @Test func aHopAsItWasRecordedIsHeld() throws {
    let (state, page) = map(try theorem { _ in })
    #expect(state == .held && page.contains("a hop; held in lockstep") && !page.contains("shows nothing"))
  }

  /// Neither held nor refuted, whatever its other row says.
  @Test(arguments: ["invalid", "forfeit"]) func aHopForWhichNothingShowsIsSaidToBe(_ verdict: String) throws {
    var isFirst = true
    let (state, page) = map(
      try theorem { row in
        if isFirst { row["verdict"] = verdict }
        isFirst = false
      })
    #expect(state == .void)
    #expect(page.contains("aria-label=\"secrecy-hsms: a hop; played, and shows nothing: "))
    #expect(page.contains("fill=\"url(#state-void)\"") && page.contains("<pattern id=\"state-void\""))
    #expect(page.contains("<td>played, and shows nothing: a control failed, or all was forfeited</td>"), "and in the table")
    #expect(!page.contains("held in lockstep"))
  }

  @Test func aViolationBesideARowThatShowsNothingRefutes() throws {
    let (state, _) = map(
      try theorem { row in
        row["verdict"] = "invalid"
        row["lockstep"] = ["trials": 700, "violations": 1]
      })
    #expect(state == .refuted)
  }

  /// An arrow is as wide as the hop's share of the bound, and filled as far as it is attained.
  @Test func anArrowTellsTheShareOfTheBound() throws {
    let theorem = try theorem { _ in }
    func step(_ weights: [String: Double]) -> MapStep {
      MapStep(
        name: Self.hop, title: "a hop", bound: 0, source: "a lemma", reduction: "Pr[bad] = Pr[UF]", of: theorem, weights: weights)
    }
    let symbol = try #require(theorem.terms.first { $0.hop == Self.hop }).symbol
    let other = try #require(theorem.terms.first { $0.hop != Self.hop }).symbol
    let half = step([symbol: 2, other: 2])
    #expect(half.share == 0.5 && half.attained > 0.2 && half.attained < half.share)
    #expect(step([other: 2]).share == 0 && step([:]).share == 0)
    let page = Page.map([half], theorem, bound: 0, symbols: [("q_x", "things")], command: "gamekeeper theorem", .served)
      .document(.served)
    #expect(page.contains("<rect class=\"term\" x=\"100\"") && page.contains("width=\"160\" height=\"16\"/>"))
    #expect(page.contains("<td>a lemma</td>") && page.contains("<td>Pr[bad] = Pr[UF]</td>") && page.contains("<dt>q_x</dt>"))
  }

  @Test func aHopWithoutARowIsNotPlayed() throws {
    #expect(map(try theorem { $0["game"] = "another" }).state == .unplayed)
  }
}
