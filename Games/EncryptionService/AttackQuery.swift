public import GameKit
public import Primitives

/// The adversary's interface: the network with the set-up of entities; and computing with keys that it knows.
public enum AttackQuery: GameQuery {
  /// Everything that the game of key secrecy answers, but not its challenge: no key is given out.
  case network(KeySecrecyQuery)
  /// Encryption and decryption under a key that the adversary knows or guesses.
  case seal(key: Bytes, Bytes, data: Bytes)
  case open(key: Bytes, Bytes, data: Bytes)

  public var kind: EncryptionServiceQuery.Kind {
    switch self {
    case .seal: .network
    case .open: .openings
    case .network(let query): EncryptionServiceQuery.Kind(query.kind)
    }
  }

  public var description: String {
    switch self {
    case .network(let query): "\(query)"
    case .seal(let key, let message, let data): "seal(key \(key), \(message), data: \(data))"
    case .open(let key, let ciphertext, let data): "open(key \(key), \(ciphertext), data: \(data))"
    }
  }
}
