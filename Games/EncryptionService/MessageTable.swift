import GameKit
import Primitives

/// Who encrypted what: messages by key instance, associated data and ciphertext.
struct MessageTable {
  private var ciphertexts = AppendLog<CipherTriple>()
  private var messages: [Bytes] = []

  mutating func removeAll() {
    ciphertexts.removeAll()
    messages.removeAll(keepingCapacity: true)
  }

  mutating func record(_ message: Bytes, as ciphertext: CipherTriple) {
    ciphertexts.append(ciphertext)
    messages.append(message)
  }

  /// The message, nil if the ciphertext was never made with this data under this key.
  mutating func message(of ciphertext: CipherTriple) -> Bytes? { ciphertexts.firstIndex(of: ciphertext).map { messages[$0] } }
}
