import GameKit
import Primitives

/// A ciphertext with the number of its key and its associated data.
struct CipherTriple: Hashable, Sendable {
  let key: Int
  /// The first bytes of the ciphertext, its nonce: they tell nearly any two apart before a string is compared.
  private let mark: UInt64
  let ciphertext: Bytes
  let data: Bytes

  init(key: Int, data: Bytes, ciphertext: Bytes) {
    (self.key, self.data, self.ciphertext, mark) = (key, data, ciphertext, Self.mark(ciphertext))
  }

  private static func mark(_ ciphertext: Bytes) -> UInt64 {
    ciphertext.array.withUnsafeBytes { $0.count < 8 ? 0 : $0.loadUnaligned(as: UInt64.self) }
  }

  /// Where it first is in a log. No triple is made for that as long as the log is scanned, since each costs two references.
  static func place(_ key: Int, _ data: Bytes, _ ciphertext: Bytes, in log: inout AppendLog<Self>) -> Int? {
    let mark = mark(ciphertext)
    return log.firstIndex(of: Self(key: key, data: data, ciphertext: ciphertext)) {
      $0.key == key && $0.mark == mark && $0.ciphertext == ciphertext && $0.data == data
    }
  }
}
