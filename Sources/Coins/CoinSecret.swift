/// 256 bits that an adversary is not told while it plays, so that it cannot compute its challenger's coins from seed and trial.
/// Whoever replays the trial afterwards needs them.
///
/// It is for adversaries that are not this project's. It ends computing, not looking: code in the same process can read its
/// memory.
public struct CoinSecret: Hashable, Sendable, CustomStringConvertible {
  private let words: SIMD4<UInt64>

  /// A fresh secret from the system's generator.
  public static func drawn() -> CoinSecret {
    var system = SystemRandomNumberGenerator()
    return CoinSecret(words: SIMD4(system.next(), system.next(), system.next(), system.next()))
  }

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// Reads 64 hexadecimal digits, as `description` writes them.
  public init?(_ digits: String) {
    guard digits.utf8.count == 64, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }) else { return nil }
    var (words, rest) = (SIMD4<UInt64>.zero, digits[...])
    for index in words.indices {
      guard let word = UInt64(rest.prefix(16), radix: 16) else { return nil }
      (words[index], rest) = (word, rest.dropFirst(16))
    }
    self.words = words
  }

  public var description: String {
    words.indices.map { index in
      let digits = String(words[index], radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Two keys for the role of a trial with this address, by a PRF: nothing that is computed from them says anything about the
  /// secret.
  @usableFromInline
  func keys(_ address: SIMD4<UInt64>) -> SIMD4<UInt64> { ChaCha20.evaluate(key: words, input: address) }
}
