public import Primitives

/// What the game of key secrecy answers.
public enum KeySecrecyAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  case `operator`(Int, identity: Bytes)
  case hsm(Int, identity: Bytes, agreementKey: Bytes)
  case host(Int, identity: Bytes)
  case trust(Int, fingerprint: Bytes)
  case endorsement(Int)
  /// Wrapped keys of the adversary's own, and the keys.
  case wrap(Int, keys: [Bytes])
  case token(Int)
  case done
  /// The keys in a token, by handle.
  case keys([KeyEntry])
  case key(Bytes)
  /// Nothing happened; a rule of the policy, an ideal service or the game itself refused.
  case refused(String)
  /// `test` was asked about a domain that is not honest, whose keys `corrupt` answers.
  case untested
  /// The query names something that does not exist, or whose part it is not to do so (docs/model.md, section 3.6).
  case unknown

  public var description: String {
    switch self {
    case .operator(let number, let identity): "operator \(number) \(identity)"
    case .hsm(let number, let identity, let agreementKey): "HSM \(number) \(identity)/\(agreementKey)"
    case .host(let number, let identity): "host \(number) \(identity)"
    case .trust(let number, let fingerprint): "trust \(number) \(fingerprint)"
    case .endorsement(let number): "endorsement \(number)"
    case .wrap(let number, let keys): "wrap \(number) \(keys)"
    case .token(let number): "token \(number)"
    case .done: "done"
    case .keys(let keys): "keys [\(keys.map { "\($0.handle): \($0.key)" }.joined(separator: ", "))]"
    case .key(let key): "key \(key)"
    case .refused(let why): "refused by \(why)"
    case .untested: "refused by only an honest domain is tested"
    case .unknown: "unknown"
    }
  }
}

/// A key by its handle.
public struct KeyEntry: Hashable, Codable, Sendable {
  public let handle: Int
  public let key: Bytes

  public init(handle: Int, key: Bytes) { (self.handle, self.key) = (handle, key) }
}
