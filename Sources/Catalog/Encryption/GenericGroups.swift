import Arena
import EncryptionAdversaries
package import Families
import GameKit
import Games
import Primitives
import Referee

/// The hop of a logarithm in a generic group.
struct GenericStage: Stage {
  typealias Query = GenericQuery
  typealias Answer = GenericAnswer
  let wiring: Wiring

  private var group: GenericGroup { GenericGroup(bits: self["groupBits"]) }

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let hop = GenericLogarithm(group: group, leaks: wiring.selection.twin == leaking.name)
    let budget = Budget<Query.Kind> { kind in
      switch kind {
      case .given: Int(UInt32.max)
      case .operation: self["q_group"]
      case .submit: self["q_log"]
      }
    }
    let experiment = wiring.hop(hop, against: adversary, budget: budget)
    guard self["q_group"] <= Self.accountedOperations else {
      return experiment.unaccounted(
        because: "every pair of elements is a move, and with more than \(Self.accountedOperations) operations they are too many")
    }
    return wiring.accounted(experiment, hop, against: adversary, budget: budget, ledger: GenericLedger(group))
  }

  /// Some two million moves a trial, and a power in the group for each.
  private static var accountedOperations: Int { 2000 }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "baby-steps", "takes baby steps and giant steps, and submits exponents from there on",
        expects: "((q_group + 2)²/4 + q_log)/(p − 1), about half of the bound",
        chance: { chance(BabySteps.covered(by: $0["q_group"]) + $0["q_log"], $0) }
      ) { BabySteps(group: $0.group) },
      Attack(
        "collide-handles", "multiplies until two elements are equal",
        expects: "five sixths of the bound with 64 operations, and nearly all of it with more"
      ) { CollideHandles(group: $0.group) },
      Attack(
        "read-handles", "takes the handle of the given element for its exponent", expects: "1/(p − 1), as any exponent",
        chance: { chance(1, $0) }
      ) { _ in ReadHandles() },
      .idle,
    ]
  }
}

/// Of so many exponents.
@Sendable private func chance(_ exponents: Int, _ selection: Selection) -> Double {
  min(1, Double(exponents) / Double(GenericGroup(bits: selection["groupBits"]).exponents))
}

private let leaking = PlantedDefect("leaking-handles", by: "read-handles")

package let genericGroups = Family(
  attacks: GenericStage.attacks.map(\.facts).without("idle"),
  hops: [
    Entry(
      .genericLogarithm, .recipients,
      parameters: [
        Parameter("q_group", 16, in: 1...100_000_000, "multiplications and divisions in a generic group"),
        Parameter("q_log", 4, in: 1...1_000_000, "exponents that may be submitted"),
        Parameter("groupBits", 10, in: 1...62, "calibrated suite: bits of the group's order", calibratedOnly: true),
      ],
      twins: [.init(PlantedDefect.unflagged, by: "collide-handles"), leaking], suites: [.calibrated],
      attacks: GenericStage.attacks, stage: { GenericStage(wiring: $0) })
  ])
