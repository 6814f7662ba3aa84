public import Primitives

/// One more entry of a trust: any identity, in any role. It says what the lists of a `TrustSketch` by their numbers cannot: an
/// entity in another one's role, and keys that nobody made.
public enum Listing: Hashable, Codable, Sendable, CustomStringConvertible {
  case `operator`(IdentityReference)
  case hsm(IdentityReference, AgreementReference)
  case host(IdentityReference)

  public var description: String {
    switch self {
    case .operator(let identity): "\(identity) as operator"
    case .hsm(let identity, let key): "\(identity)/\(key) as HSM"
    case .host(let identity): "\(identity) as host"
    }
  }
}

/// An identity, by the number of the entity whose it is or by its bytes.
public enum IdentityReference: Hashable, Codable, Sendable, CustomStringConvertible {
  case `operator`(Int)
  case hsm(Int)
  case host(Int)
  case bytes(Bytes)

  public var description: String {
    switch self {
    case .operator(let number): "operator \(number)"
    case .hsm(let number): "HSM \(number)"
    case .host(let number): "host \(number)"
    case .bytes(let bytes): "\(bytes)"
    }
  }
}

/// An agreement key, by the number of the HSM whose it is or by its bytes.
public enum AgreementReference: Hashable, Codable, Sendable, CustomStringConvertible {
  case hsm(Int)
  case bytes(Bytes)

  public var description: String {
    switch self {
    case .hsm(let number): "HSM \(number)"
    case .bytes(let bytes): "\(bytes)"
    }
  }
}
