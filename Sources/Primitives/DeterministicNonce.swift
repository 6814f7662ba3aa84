/// The nonces that RFC 6979, section 3.2, derives from a secret key and a message, one after the other.
///
/// For orders whose length is a multiple of eight bits, as that of P-256 and P-384 is. The caller takes the first nonce in 1 … n
/// − 1.
package struct DeterministicNonce {
  private let hmac: HMAC
  private let length: Int
  private var key: [UInt8]
  private var value: [UInt8]

  /// `secret` and `digest` are reduced modulo n and have the length of n.
  package init(secret: [UInt8], digest: [UInt8], hmac: HMAC) {
    self.hmac = hmac
    length = secret.count
    key = [UInt8](repeating: 0, count: hmac.length)
    value = [UInt8](repeating: 1, count: hmac.length)
    update(0, secret + digest)
    update(1, secret + digest)
  }

  package mutating func next() -> [UInt8] {
    var output: [UInt8] = []
    while output.count < length {
      value = hmac.code(value, key: key)
      output += value
    }
    return Array(output.prefix(length))
  }

  /// Moves on after a nonce that was out of range.
  package mutating func reject() { update(0, []) }

  private mutating func update(_ separator: UInt8, _ data: [UInt8]) {
    key = hmac.code(value + [separator] + data, key: key)
    value = hmac.code(value, key: key)
  }
}
