import Arena
import Catalog
import Families
import Testing

/// Every claim is played, at numbers of entities that grow, and with the same work at each of them.
@Suite struct FixedWorkPlanTests {
  @Test func everyPointCanBePlayedAndTheWorkStays() throws {
    for claim in FixedWork.all {
      let entry = try Catalog.registry.entry(claim.entry, kind: .game)
      var work: Set<Int> = []
      for (entities, settings) in claim.points {
        let selection = try Catalog.registry.select(
          entry, adversary: claim.adversary, suite: "calibrated", settings: settings)
        let guesses = ["tries", "forgeries"].compactMap { name in settings.first { $0.name == name }?.value }.first
        work.insert(guesses.map { $0 * entities } ?? 0)
        #expect(claim.stated(selection) <= claim.charged(selection) && claim.stated(selection) > 0, "\(claim.term)")
      }
      #expect(claim.points.map(\.entities) == claim.points.map(\.entities).sorted() && claim.points.count >= 4)
      #expect(work.count == 1, "\(claim.term): \(work)")
    }
    #expect(FixedWork.all.contains(where: \.isAttained) && !FixedWork.all.allSatisfy(\.isAttained))
  }
}
