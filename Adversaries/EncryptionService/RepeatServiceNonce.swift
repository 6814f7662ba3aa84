public import Coins
public import GameKit
public import Games
internal import KeySecrecyAdversaries
internal import Primitives

/// Has different messages encrypted under one key until two ciphertexts have the same nonce: in the ideal world, where both are
/// zeros, their bodies are equal.
///
/// q messages with nonces of τ bits succeed with probability 1 − ∏ᵢ₌₀^q⁻¹ (1 − i/2^τ).
public struct RepeatServiceNonce: ServiceAdversary {
  let nonceBytes: Int
  let messages: Int

  /// - Parameter nonceBytes: the length of the nonce at the front of a ciphertext.
  public init(nonceBytes: Int, messages: Int) { (self.nonceBytes, self.messages) = (nonceBytes, messages) }

  public func play(_ oracle: inout some Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>, coins: Coins) throws(Forfeit)
    -> Bool
  {
    guard var domain = try oracle.honestDomain(), try oracle.add(0, to: &domain) else { return false }
    var nonces = AppendLog<Bytes>()
    var bodies: [ArraySlice<UInt8>] = []
    for number in 0..<UInt64(messages) {
      guard let ciphertext = try oracle.encrypt(Bytes(Message(number).bytes), data: Bytes([]), domain.request(0)) else {
        return false
      }
      let nonce = Bytes(Array(ciphertext.array.prefix(nonceBytes)))
      let body = ciphertext.array.dropFirst(nonceBytes).prefix(16)
      if let first = nonces.firstIndex(of: nonce) { return bodies[first].elementsEqual(body) }
      nonces.append(nonce)
      bodies.append(body)
    }
    return false
  }
}
