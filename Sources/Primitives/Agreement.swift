/// The outcome of a key agreement.
public enum Agreement<Shared: Hashable & Sendable>: Hashable, Sendable {
  case agreed(Shared)
  case refused(AgreementRefusal)
}

/// Why there is no shared secret.
public enum AgreementRefusal: String, Hashable, Codable, Sendable, CaseIterable {
  /// The public key is not an encoding of a group element.
  case malformedKey
  /// It encodes an element outside the subgroup, or the neutral one.
  case notAMember
  /// The shared element is the neutral one, which everybody knows: the public key has small order.
  case trivialSecret
}
