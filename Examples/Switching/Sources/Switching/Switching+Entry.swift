import Arena
import GameKit
import Records

extension Switching {
  private static let birthdayBound: Bound = "q" * ("q" - 1) / .two(to: "bits" + 1)

  /// The hop's row: all that the command line knows of it.
  public static var entry: Entry {
    Entry(
      .hop, "switching", "a random permutation or a random function",
      claim: """
        Left, a random function of n bits; right, a random permutation. Until two points have one value they are the same:
            |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[collision] ≤ q(q − 1)/2^(n + 1)
        """,
      source: "the PRP/PRF switching lemma; Bellare and Rogaway, Code-Based Game-Playing Proofs, lemma 1",
      badEvent: "collision", measure: .coupledWorlds,
      parameters: [
        Parameter("q", 16, in: 1...10_000, "points that may be asked for"), Parameter("bits", 12, in: 1...32, "n, of a point"),
      ],
      twins: [PlantedDefect(Twin.neverZero.rawValue, by: "distinct", with: [("bits", 4)])],
      bound: { _ in .paid(birthdayBound, by: "switching") },
      attacks: [
        Attack(
          "distinct", "asks for different points until two have one value", expects: "1 − ∏(1 − i/2^bits), i < q",
          chance: { Bound.birthday(count: "q", bits: "bits").value($0.assignment) }
        ) { _ in Distinct() },
        .idle,
      ]
    ) { wiring in
      HopStage(wiring, Switching(bits: wiring["bits"], twin: wiring.twin()), budget: Budget { _ in wiring["q"] })
    }
  }
}
