public import GameKit
public import Primitives

/// What the hop from a game of the sequence to the next one is reduced to, and how: the protocol simulated around a game that the
/// bad event wins, or whose bit the hop's bit is.
public struct KeySecrecyReduction<Base: Suite, Inner: Game>: Sendable {
  let rules: KeySecrecyRules<Base>
  /// The game that is simulated: the left one of the hop.
  let stage: KeySecrecyStage
  let exposed: KeySecrecyServices<Base>.Exposed?
  let inner: @Sendable () -> Inner
  let lend: KeySecrecySimulation<Base, Inner>.Lend

  /// The hop, with the services' coins where the reduction has them.
  public func hop(_ challenge: KeySecrecyGame<Base>.Challenge) -> KeySecrecyHop<Base> {
    KeySecrecyHop(
      rules: rules, to: KeySecrecyStage(rawValue: stage.rawValue + 1) ?? stage, challenge: challenge, exposed: exposed)
  }

  /// The simulated game: whoever plays it plays the inner one.
  public func simulated(_ challenge: KeySecrecyGame<Base>.Challenge) -> SimulatedGame<KeySecrecySimulation<Base, Inner>> {
    SimulatedGame(
      KeySecrecySimulation(
        KeySecrecyGame(rules: rules, stage: stage, challenge: challenge, exposed: exposed), inner: Inner.self, lend: lend),
      of: inner())
  }

  /// The same reduction to another game: how a wrong one is planted.
  public func around(_ inner: @escaping @Sendable () -> Inner) -> Self {
    Self(rules: rules, stage: stage, exposed: exposed, inner: inner, lend: lend)
  }
}

extension KeySecrecyRules {
  public typealias ToForgery = KeySecrecyReduction<Base, SignatureForgery<KeySecrecyServices<Base>.Scheme>>
  public typealias ToCollision = KeySecrecyReduction<Base, SimulatedGame<CollisionFinder<TrustHash<Base.Hash>>>>
  public typealias ToKeyCollision = KeySecrecyReduction<Base, KeyCollision<KeySecrecyServices<Base>.Scheme>>
  public typealias ToRecipients = KeySecrecyReduction<Base, RecipientGame<KeySecrecyServices<Base>.Encryption>>

  /// To equal keys among all that are generated: `secrecy-keys`.
  public var toKeyCollision: ToKeyCollision {
    let scheme = ByteStringSigning(base.signing)
    return ToKeyCollision(rules: self, stage: .real, exposed: nil, inner: { KeyCollision(scheme: scheme) }) { services, port in
      services.operators = Port(ask: { port.ask(.operators($0)) })
      services.hsms = Port(ask: { port.ask(.hsms($0)) })
      services.hostKeys = Port(ask: { port.ask(.host($0)) })
    }
  }

  /// To unforgeability of operators' signatures: `secrecy-operators`.
  public var toOperatorForgery: ToForgery {
    let scheme = ByteStringSigning(base.signing)
    return ToForgery(rules: self, stage: .distinctKeys, exposed: .operators, inner: { SignatureForgery(scheme: scheme) }) {
      $0.operators = $1
    }
  }

  /// To unforgeability of HSMs' signatures: `secrecy-hsms`.
  public var toHSMForgery: ToForgery {
    let scheme = ByteStringSigning(base.signing)
    return ToForgery(rules: self, stage: .operatorSignatures, exposed: .hsms, inner: { SignatureForgery(scheme: scheme) }) {
      $0.hsms = $1
    }
  }

  /// To collisions of the hash function, by way of `ind_cr`'s reduction: `secrecy-chain`.
  public var toCollision: ToCollision {
    let function = TrustHash(base.hash)
    return ToCollision(
      rules: self, stage: .hsmSignatures, exposed: .chain,
      inner: { SimulatedGame(CollisionFinder(), of: HashCollision(function)) }
    ) { $0.chain = $1 }
  }

  /// To left-or-right multi-recipient encryption: `secrecy-encryption`. Around its right game the simulated game is the hop's
  /// right one.
  public func toRecipients(_ bit: ChallengeBit) -> ToRecipients {
    let scheme = base.encryption
    return ToRecipients(
      rules: self, stage: .recordedWraps, exposed: .recipients,
      inner: { RecipientGame(scheme: scheme, keys: .derived, challenge: bit, recipients: 1 << 16) }
    ) { $0.recipients = $1 }
  }
}
