import Foundation
import Records
import Reports
import Testing

/// What the theorem's table says of itself: its last lines, its status and its JSON tell one story.
@Suite struct TheoremTextTests {
  private static let assumed = BoundRecord(expression: "q_ops·ε_sig", definitions: [], value: nil)

  /// Where the bad event is none of the bound's.
  private static let sound = sampleRun(bound: nil, verdict: .noAdvantageShown)

  private func theorem(total: RunRecord, hops: [RunRecord]) -> TheoremRecord {
    let share = TheoremRecord.Share(Self.sound, value: nil)
    return TheoremRecord(
      suite: "kms", seed: 7, alpha: 0.001, bound: "Adv ≤ 2·ε",
      terms: [
        .init(
          symbol: "ε", definitions: [], hop: "h", lemma: "l", adversary: "a", together: share, alone: share, ceiling: nil, why: ""
        )
      ], total: .init(total, value: nil), hops: hops, scale: .init(parameters: [:], bits: 128, lines: []))
  }

  private func last(_ theorem: TheoremRecord) -> Substring? { theorem.text.split(separator: "\n").last }

  /// A hop whose ε was seen to be large: the theorem says so everywhere, and is no failure itself.
  @Test func anAssumptionThatAHopBreaksIsToldInEveryFormat() throws {
    let hop = sampleRun(hop: "h", bound: Self.assumed, verdict: .noAdvantageShown)
    #expect(hop.outcome.status == .notMet, "by itself it is a failure")
    let broken = theorem(total: Self.sound, hops: [hop])
    #expect(broken.outcome == .met && broken.broken.count == 1)
    #expect(
      broken.text.contains("\nbroken in h: q_ops·ε_sig is assumed to be small, and `guess` causes the bad event in 4822 of "))
    #expect(last(broken)?.contains("reaches above 0.0041, though 1 hop breaks what is assumed of an ε, at family-wise") == true)
    #expect(try JSON.text(broken, status: broken.outcome.status).contains("\"h: q_ops·ε_sig is assumed to be small"))
    let kept = theorem(total: Self.sound, hops: [sampleRun(hop: "h")])
    #expect(kept.outcome == .met && kept.broken.isEmpty && !kept.text.contains("broken"))
    #expect(last(kept)?.contains("reaches above 0.0041, at family-wise") == true)
    #expect(!kept.text.contains("How near"), "where no success is forced")
  }

  @Test func theRunsThatAreTooShortAreCounted() {
    let short = sampleRun(
      bound: nil, verdict: .noAdvantageShown, advantage: Estimate(estimate: 0, lower: 0, upper: 0.6, error: 0.001))
    let record = theorem(total: short, hops: [sampleRun(verdict: .inconclusive), sampleRun()])
    #expect(record.outcome.status == .inconclusive && record.undecided == 2)
    #expect(
      last(record)?.hasPrefix("inconclusive: nothing exceeds its bound, but 2 runs are too short to show that they keep it,")
        == true)
  }
}
