import SignatureAdversaries
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee
import Statistics

/// The hop of distinct keys.
struct KeyStage<S: MessageScheme>: Stage {
  typealias Query = KeyQuery
  typealias Answer = KeyAnswer<S>
  let wiring: Wiring
  let scheme: S

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let hop = KeyDistinctness(scheme: scheme)
    let budget = Budget<KeyQuery.Kind> { $0 == .honest ? self["q_gen"] : self["q_own"] }
    return wiring.accounted(
      wiring.hop(hop, against: adversary, budget: budget), hop, against: adversary, budget: budget, ledger: KeyLedger(scheme))
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "repeat-keys", "makes keys until one of them was there before", expects: "1 − ∏(1 − i/2^keyBits), i < q_gen + q_own",
        chance: { ClosedFormula.birthday(bits: $0["keyBits"], queries: $0["q_gen"] + $0["q_own"]) }
      ) { _ in RepeatKeys<S>() },
      .idle,
    ]
  }
}

private struct KeyBody: SuiteBody {
  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    KeyStage(wiring: wiring, scheme: suite.signing).play(KeyStage.attacks)
  }
}

private let keyAttacks = KeyStage<CalibratedSignature>.attacks.map(\.facts)

package let keys = Family(
  attacks: keyAttacks,
  hops: [
    Entry(
      .keyDistinctness, .keys,
      parameters: [
        Parameter("q_gen", 4, in: 1...100_000, "honest keys"),
        Parameter("q_own", 16, in: 1...100_000, "keys of the adversary's own"),
        Parameter("keyBits", 12, in: 1...64, "calibrated suite: bits of entropy of a key", calibratedOnly: true),
      ],
      twins: [.init(PlantedDefect.unflagged, by: "repeat-keys")], attacks: keyAttacks, experiment: { $0.open(KeyBody()) },
      outside: .calibrated { KeyStage(wiring: $0, scheme: $0.selection.calibratedSuite.signing).erased })
  ])
