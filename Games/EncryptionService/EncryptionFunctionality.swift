internal import Primitives

/// The ideal functionality: a table. It keeps the messages of honest domains to itself.
///
/// What it hands to the simulator of such a message is its length, an `Int`: nothing else can pass. A ciphertext is the
/// simulator's invention; that the right message comes back, and only under the right key instance and associated data, is the
/// functionality's doing. It refuses when the simulator says so: availability is not claimed.
public struct EncryptionFunctionality {
  private var table = MessageTable()

  mutating func restart() { table.removeAll() }

  /// `Enc` in an honest domain.
  mutating func encrypt<Base>(
    _ message: Bytes, data: Bytes, for request: KeySecrecyGame<Base>.NamedRequest,
    with simulator: inout EncryptionSimulator<Base>
  ) -> EncryptionServiceAnswer {
    switch simulator.encrypt(length: message.array.count, data: data, for: request) {
    case .refused(let answer): return answer
    case .ciphertext(let ciphertext, let instance):
      table.record(message, as: CipherTriple(key: instance, data: data, ciphertext: ciphertext))
      return .ciphertext(ciphertext)
    }
  }

  /// `Dec` in an honest domain. The simulator says for which key instance, or refuses; it never sees what is asked about.
  mutating func decrypt<Base>(
    _ ciphertext: Bytes, data: Bytes, for request: KeySecrecyGame<Base>.NamedRequest,
    with simulator: inout EncryptionSimulator<Base>
  ) -> EncryptionServiceAnswer {
    switch simulator.instance(for: request) {
    case .refused(let answer): answer
    case .instance(let instance):
      table.message(of: CipherTriple(key: instance, data: data, ciphertext: ciphertext)).map { .message($0) } ?? .impossible
    }
  }
}
