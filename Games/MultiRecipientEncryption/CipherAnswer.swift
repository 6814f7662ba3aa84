public import Primitives

/// What the games of authenticated encryption answer.
public enum CipherAnswer: Hashable, Codable, Sendable, CustomStringConvertible {
  /// A new key's number.
  case key(Int)
  case ciphertext(Bytes)
  /// Ciphertexts under new keys, numbered from `first`.
  case ciphertexts(first: Int, [Bytes])
  case message(Bytes)
  /// There is no message: the ciphertext does not open, is a challenge, or the world opens nothing.
  case nothing
  /// There is no such key, too many are asked for, or the messages have different lengths.
  case refused

  public var description: String {
    switch self {
    case .key(let number): "key \(number)"
    case .ciphertext(let ciphertext): "\(ciphertext)"
    case .ciphertexts(let first, let ciphertexts):
      "from key \(first): [\(ciphertexts.map(\.description).joined(separator: ", "))]"
    case .message(let message): "\(message)"
    case .nothing: "nothing"
    case .refused: "refused"
    }
  }
}
