public import Primitives

/// What a signature service answers.
public enum SignatureAnswer<S: SignatureScheme>: Hashable, Codable, Sendable, CustomStringConvertible {
  case key(S.VerificationKey)
  case signature(S.Signature)
  case accepted
  case rejected
  case keys([S.VerificationKey])
  /// The query named a key that the service does not hold.
  case unknownKey

  public var description: String {
    switch self {
    case .key(let key): "\(key)"
    case .signature(let signature): "\(signature)"
    case .accepted: "accepted"
    case .rejected: "rejected"
    case .keys(let keys): "[\(keys.map { "\($0)" }.joined(separator: ", "))]"
    case .unknownKey: "no such key"
    }
  }
}
