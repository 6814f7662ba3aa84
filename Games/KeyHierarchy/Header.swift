import Coins
import Primitives

/// What a service draws for one use of its key: the context that a key is derived for, and the nonce.
///
/// It is one draw, and context and nonce are its two parts: so their being used before is one comparison, whose chance is known.
struct Header: Sendable {
  let context: [UInt8]
  let nonce: [UInt8]
  /// The draw itself, at most 256 bits: what is kept and compared, and owns no memory.
  let drawn: SIMD4<UInt64>

  /// - Parameters:
  ///   - contextBits: 0 for a service that derives no keys; at most 64 with those of the nonce, or both whole bytes.
  ///   - number: of the use.
  init<C: DerivingAEAD>(_ cipher: C, contextBits: Int, number: UInt64, coins: Coins) {
    let bits = contextBits + cipher.nonceBits
    guard bits > 64 else {
      let value = coins.bits(bits, for: Self.label(number))
      drawn = SIMD4(value, 0, 0, 0)
      nonce = cipher.nonce(value & .max >> UInt64(64 - cipher.nonceBits))
      context = contextBits == 0 ? [] : Self.word(value >> UInt64(cipher.nonceBits))
      return
    }
    var bytes = coins.bytes(bits / 8, for: Self.label(number)), words = SIMD4<UInt64>()
    withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    drawn = words
    guard contextBits > 0 else {
      (context, nonce) = ([], bytes)
      return
    }
    nonce = Array(bytes[(contextBits / 8)...])
    bytes.removeLast(nonce.count)
    let missing = cipher.contextLength - bytes.count
    context = missing == 0 ? bytes : [UInt8](repeating: 0, count: missing) + bytes
  }

  static func label(_ number: UInt64) -> Label { Label("header", number) }

  private static func word(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
