public import GameKit
public import Primitives

extension KeySecrecyStep {
  /// G₆: what is wrapped to genuine HSMs is zeros.
  static let encryption = KeySecrecyStep(.secrecyEncryption) { $0.wrapped = .right }
}

extension KeySecrecyRules {
  public typealias ToRecipients = KeySecrecyReduction<Base, RecipientGame<KeySecrecyServices<Base>.Encryption>>

  /// To left-or-right multi-recipient encryption. Around its right game the simulated game is the step's right one.
  public func toRecipients(_ bit: ChallengeBit) -> ToRecipients {
    let scheme = base.encryption
    return ToRecipients(
      rules: self, stage: .encryption, exposed: .recipients,
      inner: { RecipientGame(scheme: scheme, keys: .derived, challenge: bit, recipients: mostRecipients) }
    ) { $0.recipients = $1 }
  }

  public typealias ToODH = KeySecrecyReduction<Base, SimulatedGame<RecipientsFromODH<KeySecrecyServices<Base>.Encryption>>>
  public typealias ToFreshKeys = KeySecrecyReduction<
    Base, SimulatedGame<RecipientsFromCipher<KeySecrecyServices<Base>.Encryption>>
  >

  /// Further down, by way of B₁: to oracle Diffie–Hellman.
  public func toODH(_ bit: ChallengeBit, in world: OracleDiffieHellman<KeySecrecyServices<Base>.Encryption>.World) -> ToODH {
    let scheme = base.encryption
    return ToODH(
      rules: self, stage: .encryption, exposed: .recipients,
      inner: {
        SimulatedGame(
          RecipientsFromODH(scheme: scheme, challenge: bit, recipients: mostRecipients),
          of: OracleDiffieHellman(scheme: scheme, world: world))
      }
    ) { $0.recipients = $1 }
  }

  /// Further down, by way of B₂: to authenticated encryption under fresh keys.
  public func toFreshKeys(_ bit: ChallengeBit) -> ToFreshKeys {
    let scheme = base.encryption
    return ToFreshKeys(
      rules: self, stage: .encryption, exposed: .recipients,
      inner: {
        SimulatedGame(
          RecipientsFromCipher(scheme: scheme, recipients: mostRecipients),
          of: FreshKeyGame(cipher: scheme.cipher, challenge: bit, keysPerChallenge: mostRecipients))
      }
    ) { $0.recipients = $1 }
  }
}

extension HopFacts {
  public static let secrecyEncryption = HopFacts(
    "secrecy-encryption", "G₅′ → G₆: zeros are wrapped in place of keys",
    claim: """
      The assumption on multi-recipient encryption; the protocol simulated around its left-or-right game is the reduction:
          |Pr[A = 1 in G₆] − Pr[A = 1 in G₅′]| ≤ ε_mrpke ≤ \(reduction.bound)
      """, bound: .defined("ε_mrpke", reduction.bound), source: sequenceSource)
}

/// Of one encryption in the protocol: more HSMs than any domain has.
private let mostRecipients = 1 << 16
