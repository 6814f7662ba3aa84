public import GameKit

extension KeySecrecyStep {
  /// G₅′: what was wrapped by HSMs to genuine HSMs is looked up in `KeySecrecyServices.records`, not decrypted.
  static let recordedWraps = KeySecrecyStep(.secrecyWraps) { $0.wraps = .lookedUp }
}

extension HopFacts {
  public static let secrecyWraps = HopFacts(
    "secrecy-wraps", "G₅ → G₅′: what HSMs wrapped is looked up, not decrypted",
    claim:
      "Perfect, because decryption inverts encryption: the step in which the protocol becomes a client of the left-or-right "
      + "game.",
    bound: 0, source: sequenceSource)
}
