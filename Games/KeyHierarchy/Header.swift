import Coins
import Primitives

/// What a service draws for one use of its key: the context that a key is derived for, and the nonce.
///
/// It is one draw, and context and nonce are its two parts: so their being used before is one comparison, whose chance is known.
struct Header: Hashable, Sendable {
  let context: [UInt8]
  let nonce: [UInt8]

  /// - Parameters:
  ///   - contextBits: 0 for a service that derives no keys; at most 64 with those of the nonce, or both whole bytes.
  ///   - number: of the use.
  init<C: DerivingAEAD>(_ cipher: C, contextBits: Int, number: UInt64, coins: Coins) {
    let bits = contextBits + cipher.nonceBits
    guard bits > 64 else {
      let value = coins.bits(bits, for: Self.label(number))
      nonce = cipher.nonce(value & .max >> UInt64(64 - cipher.nonceBits))
      context = contextBits == 0 ? [] : Self.word(value >> UInt64(cipher.nonceBits))
      return
    }
    let bytes = coins.bytes(bits / 8, for: Self.label(number)), drawn = bytes.prefix(contextBits / 8)
    nonce = Array(bytes.dropFirst(contextBits / 8))
    context = contextBits == 0 ? [] : [UInt8](repeating: 0, count: cipher.contextLength - drawn.count) + drawn
  }

  static func label(_ number: UInt64) -> Label { Label("header", number) }

  private static func word(_ value: UInt64) -> [UInt8] { withUnsafeBytes(of: value.bigEndian) { Array($0) } }
}
