/// The kinds of entities.
public enum EntityKind: String, Hashable, Codable, Sendable, CaseIterable {
  case `operator`, hsm, host
}

/// A trust and the endorsements that are to authorise it, by their numbers.
public struct LinkReference: Hashable, Codable, Sendable, CustomStringConvertible {
  public var trust: Int
  public var endorsements: [Int]

  public init(_ trust: Int, by endorsements: [Int]) { (self.trust, self.endorsements) = (trust, endorsements) }

  public var description: String { "trust \(trust) by \(endorsements)" }
}

/// Wrapped keys, by the token that carries them or by the number under which the adversary made them.
public enum WrapReference: Hashable, Codable, Sendable, CustomStringConvertible {
  case token(Int)
  case own(Int)

  public var description: String {
    switch self {
    case .token(let number): "keys of token \(number)"
    case .own(let number): "wrap \(number)"
    }
  }
}

/// A token by the numbers of its parts.
public struct TokenSketch: Hashable, Codable, Sendable, CustomStringConvertible {
  public enum Signature: Hashable, Codable, Sendable {
    /// The signer is a rogue HSM, and signs.
    case own
    /// The same, but it signs another trust and other keys than the token's.
    case ownOn(trust: Int, keys: WrapReference)
    /// An operator of the adversary's signs in an HSM's place: it is the signer.
    case ofOperator(Int)
    /// The signature of an endorsement, with what it was made on.
    case ofEndorsement(Int)
    /// The `index`-th guess of the signer's signature.
    case candidate(UInt64)
    /// The signature of another token, with what it was made on.
    case copied(from: Int)
    /// The same, changed into another signature that a scheme without strong unforgeability accepts.
    case mauled(from: Int)
  }

  public var trust: Int
  public var keys: WrapReference
  /// The number of an HSM.
  public var signer: Int
  public var signature: Signature

  public init(trust: Int, keys: WrapReference, signer: Int, signature: Signature) {
    (self.trust, self.keys, self.signer, self.signature) = (trust, keys, signer, signature)
  }

  public var description: String { "trust \(trust), \(keys), signer HSM \(signer), signature \(signature)" }
}

/// Which key is asked for: by which host, of which HSM, in which token, under which handle.
public struct KeyRequest: Hashable, Codable, Sendable, CustomStringConvertible {
  public var host: Int
  public var hsm: Int
  public var token: Int
  public var handle: Int

  public init(host: Int, hsm: Int, token: Int, handle: Int) {
    (self.host, self.hsm, self.token, self.handle) = (host, hsm, token, handle)
  }

  public var description: String { "host \(host), HSM \(hsm), token \(token), handle \(handle)" }
}
