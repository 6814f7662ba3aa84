public import Primitives

/// What the games of multi-recipient encryption answer.
public enum RecipientAnswer<S: HybridScheme>: Hashable, Codable, Sendable, CustomStringConvertible {
  case publicKey(S.PublicKey)
  /// A part for each recipient, in the order in which they were named.
  case parts([S.Part])
  case message(Bytes)
  case key(S.Key)
  case sealed(Bytes)
  case refused(RecipientRefusal)

  public var description: String {
    switch self {
    case .publicKey(let key): "\(key)"
    case .parts(let parts): "[\(parts.map { "(\($0.ephemeral), \($0.sealed))" }.joined(separator: ", "))]"
    case .message(let message): "\(message)"
    case .key(let key): "\(key)"
    case .sealed(let sealed): "\(sealed)"
    case .refused(let reason): "refused: \(reason.rawValue)"
    }
  }
}

/// Why a game of multi-recipient encryption does not answer a query.
public enum RecipientRefusal: String, Hashable, Codable, Sendable, CaseIterable {
  case unknownKey = "the key was not generated"
  /// The published games take a set; a list with a repetition is none. **[ours]**
  case repeatedRecipient = "a recipient is named twice"
  case tooManyRecipients = "the set of recipients is too large"
  /// The published games omit this check; without it the length of the ciphertext gives the bit away. **[ours]**
  case unequalLengths = "the messages have different lengths"
  case challengeCiphertext = "the ciphertext was produced by a challenge"
  case doesNotOpen = "the ciphertext does not open"
}
