import Coins

/// The names of the draws of a challenge. They are the same in every game of this folder, so that the worlds of a perfect hop are
/// equal trial by trial and not only in distribution.
enum ChallengeLabel {
  /// The ephemeral exponent of challenge number `challenge`; with a third operand, the nonce of one recipient.
  static func encryption(_ challenge: UInt64) -> Label { Label("lor", challenge) }

  /// The random key of recipient number `index` of that challenge.
  static func randomKey(_ challenge: UInt64, _ index: Int) -> Label { Label("rorkey", challenge, UInt64(index)) }
}
