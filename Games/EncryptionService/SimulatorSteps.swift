// Claims: the simulator of the theorem runs domain management as it is, G₀, and `service-ideal` ends at one that runs G₅. From
// there each step of key secrecy is walked once more, in the ideal world and the other way round, from right to left:
//
//     |Pr[A = 1 | ideal over Gᵢ₋₁] − Pr[A = 1 | ideal over Gᵢ]|  ≤  what the step Gᵢ₋₁ → Gᵢ of key secrecy is paid
//
// It is a consequence of that step, and the code shows how. Functionality and simulator ask the game of key secrecy as an oracle,
// by queries alone, so that whoever plays with them is, together with them, an adversary against the step. Nothing is proved
// anew: games, bad event, relation and reduction are the step's, each under the simulator. This is the way back for which the
// theorem doubles what signatures, hashes and keys are paid. **[ours]** Source: docs/model.md, section 3.7.
public import GameKit
public import Primitives

/// A step of key secrecy in the ideal world: two ideal services that differ in the game that the simulator runs.
public struct SimulatorStep<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  public typealias World = IdealService<EncryptionSimulator<Base, KeySecrecyGame<Base>>>
  let rules: KeySecrecyRules<Base>
  let step: KeySecrecyHop<Base>

  /// - Parameter step: with whatever challenge.
  public init(_ step: KeySecrecyHop<Base>) { (self.step, rules) = (step, step.rules) }

  public var left: World { rules.ideal(over: step.left) }
  public var right: World { rules.ideal(over: step.right) }
  public func isBad(_ left: borrowing World) -> Bool { step.isBad(left.simulator.world) }
  public func relation(_ left: borrowing World, _ right: borrowing World) -> Relation {
    left.functionality.setUp == right.functionality.setUp
      ? step.relation(left.simulator.world, right.simulator.world) : .broken("set-ups")
  }
}

/// The same with a bad simulator on the right. Lockstep must refute it.
public struct PlantedSimulatorStep<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  public typealias Right = IdealService<PlantedSimulator<Base, KeySecrecyGame<Base>>>
  let sound: SimulatorStep<Base>
  let twin: SimulatorTwin

  public init(_ sound: SimulatorStep<Base>, twin: SimulatorTwin) { (self.sound, self.twin) = (sound, twin) }

  public var left: SimulatorStep<Base>.World { sound.left }
  public var right: Right {
    let simulator = EncryptionSimulator(sound.rules, running: sound.step.right)
    return IdealService(PlantedSimulator(simulator, twin: twin), quorum: sound.rules.quorum)
  }
  public func isBad(_ left: borrowing SimulatorStep<Base>.World) -> Bool { sound.isBad(left) }
  public func relation(_ left: borrowing SimulatorStep<Base>.World, _ right: borrowing Right) -> Relation { .holds }
}

extension KeySecrecyRules {
  /// The ideal service over a game of key secrecy, or over the reduction of one of its steps.
  public func ideal<Network: Game<KeySecrecyQuery, KeySecrecyAnswer>>(
    over network: Network
  ) -> IdealService<EncryptionSimulator<Base, Network>> {
    IdealService(EncryptionSimulator(self, running: network), quorum: quorum)
  }
}

extension HopFacts {
  public static let simulatorPolicy = simulator(.policy)
  public static let simulatorChain = simulator(.chain)
  public static let simulatorHSMs = simulator(.hsmSignatures)
  public static let simulatorOperators = simulator(.operatorSignatures)
  public static let simulatorKeys = simulator(.distinctKeys)

  private static func simulator(_ stage: KeySecrecyStage) -> HopFacts {
    let (from, to) = (stage.symbol, stage.previous.symbol)
    guard let step = stage.step?.facts else { preconditionFailure("no step leads to \(from)") }
    return HopFacts(
      "simulator-" + step.name.dropFirst("secrecy-".count), "\(from) → \(to) under the simulator: `\(step.name)` walked back",
      claim: """
        Two ideal services, whose simulators run \(to), left, and \(from), right. Functionality and simulator ask for it by \
        queries alone: with whoever plays they are an adversary against `\(step.name)`, and so this is paid the same:
            |Pr[A = 1 over \(to)] − Pr[A = 1 over \(from)]| ≤ \(step.bound)
        """, badEvent: step.badEvent, bound: step.bound, source: serviceSource)
  }
}
