// Claims, all perfect, for every adversary and every trial:
//
//     service-keys     the real service                        =  key secrecy, real keys, under ServiceOverKeys
//     service-cipher   key secrecy, random keys, under the same  =  the cipher game, left, under ServiceOverCipher
//     service-ideal    the cipher game, right, under the same    =  the ideal service
//
// Between the first two the sequence of key secrecy is walked to its last game with real keys, and back to G₅ with random ones.
// The others stand in G₅: what the functionality says of domains by itself the protocol keeps there without exception. **[ours]**
// Before, who guesses a signature brings keys into an honest domain that the functionality does not know; after, where zeros are
// wrapped, two wraps with one ephemeral key are one.
public import GameKit
public import Primitives

/// `service-keys`: the real service is a world of key secrecy.
public struct ServiceIsKeys<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  let rules: KeySecrecyRules<Base>
  let watchesReplies: Bool
  let budget: Budget<EncryptionServiceQuery.Kind>

  /// - Parameter watchesReplies: the planted defect: real HSMs look for their keys in users' messages.
  public init(rules: KeySecrecyRules<Base>, watchesReplies: Bool = false, budget: Budget<EncryptionServiceQuery.Kind>) {
    (self.rules, self.watchesReplies, self.budget) = (rules, watchesReplies, budget)
  }

  public var left: RealService<Base> { RealService(rules: watchesReplies ? rules.watchingReplies : rules) }
  public var right: SimulatedGame<ServiceOverKeys<Base>> { rules.service(over: .real, stage: .real, budget: budget) }
  public func isBad(_ left: borrowing RealService<Base>) -> Bool { false }
  public func relation(_ left: borrowing RealService<Base>, _ right: borrowing SimulatedGame<ServiceOverKeys<Base>>) -> Relation {
    left.world.relation(to: right.inner)
  }
}

/// `service-cipher`: with independent keys in honest domains the service is a world of authenticated encryption.
public struct RandomKeysAreACipher<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  let rules: KeySecrecyRules<Base>
  let stage: KeySecrecyStage
  let budget: Budget<EncryptionServiceQuery.Kind>

  /// - Parameter stage: of domain management, in both games.
  public init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .policy, budget: Budget<EncryptionServiceQuery.Kind>) {
    (self.rules, self.stage, self.budget) = (rules, stage, budget)
  }

  public var left: SimulatedGame<ServiceOverKeys<Base>> { rules.service(over: .random, stage: stage, budget: budget) }
  public var right: SimulatedGame<ServiceOverCipher<Base>> { rules.service(isRight: false, stage: stage, budget: budget) }
  public func isBad(_ left: borrowing SimulatedGame<ServiceOverKeys<Base>>) -> Bool { false }
  public func relation(
    _ left: borrowing SimulatedGame<ServiceOverKeys<Base>>, _ right: borrowing SimulatedGame<ServiceOverCipher<Base>>
  ) -> Relation {
    left.inner.relation(to: right.simulation.world)
  }
}

/// `service-ideal`: with zeros encrypted, and nothing decrypted but by the table, the service is the ideal one.
public struct ZerosAreIdeal<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  public typealias Right = IdealService<EncryptionSimulator<Base, KeySecrecyGame<Base>>>
  let rules: KeySecrecyRules<Base>
  let stage: KeySecrecyStage
  let budget: Budget<EncryptionServiceQuery.Kind>

  /// - Parameter stage: of domain management, in both games.
  public init(rules: KeySecrecyRules<Base>, stage: KeySecrecyStage = .policy, budget: Budget<EncryptionServiceQuery.Kind>) {
    (self.rules, self.stage, self.budget) = (rules, stage, budget)
  }

  public var left: SimulatedGame<ServiceOverCipher<Base>> { rules.service(isRight: true, stage: stage, budget: budget) }
  public var right: Right { IdealService(rules: rules, stage: stage) }
  public func isBad(_ left: borrowing SimulatedGame<ServiceOverCipher<Base>>) -> Bool { false }
  /// Both stand beside the same set-ups.
  public func relation(_ left: borrowing SimulatedGame<ServiceOverCipher<Base>>, _ right: borrowing Right) -> Relation {
    left.simulation.world.setUp == right.functionality.setUp
      ? left.simulation.world.relation(to: right.simulator.world) : .broken("set-ups")
  }
}

/// `service-ideal` with a bad simulator. Lockstep must refute it.
public struct PlantedSimulatorHop<Base: Suite>: Hop {
  public typealias Query = EncryptionServiceQuery
  public typealias Answer = EncryptionServiceAnswer
  public typealias Right = IdealService<PlantedSimulator<Base, KeySecrecyGame<Base>>>
  let sound: ZerosAreIdeal<Base>
  let twin: SimulatorTwin

  public init(_ sound: ZerosAreIdeal<Base>, twin: SimulatorTwin) { (self.sound, self.twin) = (sound, twin) }

  public var left: SimulatedGame<ServiceOverCipher<Base>> { sound.left }
  public var right: Right { IdealService(rules: sound.rules, stage: sound.stage, twin: twin) }
  public func isBad(_ left: borrowing SimulatedGame<ServiceOverCipher<Base>>) -> Bool { false }
  public func relation(_ left: borrowing SimulatedGame<ServiceOverCipher<Base>>, _ right: borrowing Right) -> Relation { .holds }
}

extension KeySecrecyRules {
  /// The service over a game of key secrecy.
  public func service(
    over challenge: KeySecrecyGame<Base>.Challenge, stage: KeySecrecyStage, budget: Budget<EncryptionServiceQuery.Kind>
  ) -> SimulatedGame<ServiceOverKeys<Base>> {
    SimulatedGame(
      ServiceOverKeys(rules: self, budget: budget), of: KeySecrecyGame(rules: self, stage: stage, challenge: challenge))
  }

  /// The service over a cipher game.
  public func service(
    isRight: Bool, stage: KeySecrecyStage, budget: Budget<EncryptionServiceQuery.Kind>
  ) -> SimulatedGame<ServiceOverCipher<Base>> {
    SimulatedGame(
      ServiceOverCipher(rules: self, stage: stage, budget: budget),
      of: CipherGame(cipher: base.cipher, record: .everything, isRight: isRight))
  }
}

extension HopFacts {
  public static let serviceKeys = HopFacts(
    "service-keys", "the real service is key secrecy with real keys, under a simulation", claim: perfect, bound: 0,
    source: serviceSource)

  public static let serviceCipher = HopFacts(
    "service-cipher", "with independent keys the service is the cipher game, left, under a simulation", claim: perfect, bound: 0,
    source: serviceSource)

  public static let serviceIdeal = HopFacts(
    "service-ideal", "the cipher game, right, under the simulation is functionality and simulator", claim: perfect, bound: 0,
    source: serviceSource)

  public static let serviceSource = "the paper's theorem on the encryption service; docs/model.md, section 3.7"

  /// From the real service to the ideal one, once keys are independent or key secrecy stands between the first two.
  public static let serviceSequence = [serviceKeys, serviceCipher, serviceAEAD, serviceIdeal]
}
