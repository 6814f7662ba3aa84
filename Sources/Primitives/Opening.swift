/// The outcome of opening a ciphertext.
public enum Opening: Hashable, Sendable {
  case opened([UInt8])
  case refused(Reason)

  /// Why a ciphertext was refused.
  public enum Reason: String, Hashable, Codable, Sendable, CaseIterable {
    /// It is too short to hold a nonce and a tag.
    case truncated
    /// The sender's public key is no encoding of a group element, no member of the group, or gives no secret.
    case malformedKey
    /// The tag is not that of this key, nonce, associated data and body.
    case doesNotVerify
  }
}
