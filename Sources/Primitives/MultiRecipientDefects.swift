/// What a multi-recipient encryption scheme leaves out. Each is broken by an adversary that the intact scheme resists; a group
/// without membership check and a missing hash of the group element are defects of `CalibratedGroup` and `UnhashedElement`.
public struct MultiRecipientDefects: OptionSet, Hashable, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// One x serves all messages, so each recipient has one key for all of them. Two challenges for one recipient show it in the
  /// oracle Diffie-Hellman game, on every suite. The scheme itself falls only when a nonce repeats under that key, which gives
  /// away the XOR of two messages: with the short nonces of the calibrated suite at the birthday rate, with the random 96 bits of
  /// a real one never in practice. And nothing shows it in a domain where each key is encrypted to once.
  public static let ephemeralReused = Self(rawValue: 1)
  /// The key is derived from the shared secret alone: another X with the same secret makes another ciphertext of the same
  /// message.
  public static let ephemeralNotBound = Self(rawValue: 2)
  /// The tag is not associated data: a ciphertext opens under every tag.
  public static let tagNotAuthenticated = Self(rawValue: 4)
}
