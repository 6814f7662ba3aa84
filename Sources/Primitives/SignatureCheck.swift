/// The outcome of verifying a signature.
public enum SignatureCheck: Hashable, Sendable {
  case valid
  case invalid(Reason)

  /// Why a signature was refused.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// The verification key is not an encoding of a valid point.
    case malformedKey
    /// The signature is not a canonical encoding, or a component is out of range.
    case malformedSignature
    /// The scheme demands the lower of the two values of s, and this is the higher one.
    case highS
    /// Well-formed, and not a signature on this message by this key.
    case doesNotVerify
  }
}
