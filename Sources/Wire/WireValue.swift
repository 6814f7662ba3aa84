public import Primitives

/// A key, digest, signature or ciphertext as it stands in messages: it has exactly one encoding.
public typealias WireValue = CanonicalBytes & Hashable & Sendable
