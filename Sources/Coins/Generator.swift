/// The published generator that stands behind the coins.
public enum Generator: String, Sendable, CaseIterable, Codable {
  /// Philox4x64-10: fast, statistically sound, not cryptographic.
  case philox
  /// ChaCha20 with the same addressing: for campaigns in which an adversary might look for the generator's structure.
  case chacha20

  @inlinable @inline(__always)
  func evaluate(key: SIMD2<UInt64>, counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    switch self {
    case .philox: Philox.block(counter: counter, key: key)
    case .chacha20: chaCha20(key: key, counter: counter)
    }
  }

  /// The generator by itself, without the names that coins have.
  @_spi(Harness) public func block(key: SIMD2<UInt64>, counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    evaluate(key: key, counter: counter)
  }

  @usableFromInline
  func chaCha20(key: SIMD2<UInt64>, counter: SIMD4<UInt64>) -> SIMD4<UInt64> {
    ChaCha20.evaluate(key: SIMD4(lowHalf: key, highHalf: key), input: counter)
  }
}
