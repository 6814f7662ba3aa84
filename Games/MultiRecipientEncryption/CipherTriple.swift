import Primitives

/// A ciphertext with the number of its key and its associated data.
struct CipherTriple: Hashable, Sendable {
  let key: Int
  let data: Bytes
  let ciphertext: Bytes
}
