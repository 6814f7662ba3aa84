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
      inner: { RecipientGame(scheme: scheme, keys: .derived, challenge: bit, recipients: 1 << 16) }
    ) { $0.recipients = $1 }
  }
}

extension HopFacts {
  public static let secrecyEncryption = HopFacts(
    "secrecy-encryption", "G₅′ → G₆: zeros are wrapped in place of keys",
    claim: """
      The assumption on multi-recipient encryption; the protocol simulated around its left-or-right game is the reduction:
          |Pr[A = 1 in G₆] − Pr[A = 1 in G₅′]| ≤ ε_mrpke ≤ 2·ε_odh + ε_aead-multi
      """, bound: .defined("ε_mrpke", reduction.bound), source: sequenceSource)
}
