public import Primitives

/// What the encryption service answers. A failure has no effect, and is the adversary's choice in all worlds: it is a consequence
/// of what it made of the network.
public enum EncryptionServiceAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  case ciphertext(Bytes)
  case message(Bytes)
  case network(KeySecrecyAnswer)
  /// Nothing happened; a rule refused, or it cannot be done (`impossible`).
  case refused(String)
  /// The query names something that does not exist.
  case unknown

  public var description: String {
    switch self {
    case .ciphertext(let ciphertext): "ciphertext \(ciphertext)"
    case .message(let message): "message \(message)"
    case .network(let answer): "\(answer)"
    case .refused(let why): "refused by \(why)"
    case .unknown: "unknown"
    }
  }

  /// The functionality has no such key, or none for whoever asks.
  static let notOfTheDomain = Self.refused("the functionality")
  /// The simulator has given up.
  static let noSimulator = Self.refused("the simulator, which has given up")
  static let noQueryOfTheService = Self.refused("the service, which gives no key out")
  /// The protocol's answer where the cryptography does not give what is asked for.
  static let impossible = Self.refused("impossible")
  /// The adversary computes with what is no key.
  static let noKey = Self.refused("the cipher")
}
