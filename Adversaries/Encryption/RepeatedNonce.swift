public import Coins
public import GameKit
public import Games
internal import Primitives

/// Asks for challenges to one recipient until two have the same ephemeral key and nonce: the XOR of the ciphertexts is then the
/// XOR of the messages.
///
/// Where one ephemeral serves all messages, q challenges with nonces of τ bits succeed with probability 1 − ∏ᵢ₌₀^q⁻¹ (1 − i/2^τ).
public struct RepeatedNonce<S: HybridScheme>: RecipientAdversary {
  let nonceBytes: Int
  let length: Int

  /// - Parameters:
  ///   - nonceBytes: the length of the nonce at the front of a ciphertext.
  ///   - length: of the messages, in bytes; more than sixteen are of no use.
  public init(scheme: S, nonceBytes: Int, length: Int = 16) { (self.nonceBytes, self.length) = (nonceBytes, min(length, 16)) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    var seen = AppendLog<S.Part>()
    var bodies: [ArraySlice<UInt8>] = []
    for number in 0..<UInt64(oracle.budget[.lor]) {
      // The left messages are equal, the right ones are not.
      let (left, right) = (Bytes(Message(0).bytes.suffix(length)), Bytes(Message(number).bytes.suffix(length)))
      guard let part = try oracle.challenge(recipient, tag: Bytes([]), left, right) else { return false }
      let nonce = S.Part(ephemeral: part.ephemeral, sealed: Bytes(Array(part.sealed.array.prefix(nonceBytes))))
      let body = part.sealed.array.dropFirst(nonceBytes).prefix(length)
      if let first = seen.firstIndex(of: nonce) { return !bodies[first].elementsEqual(body) }
      seen.append(nonce)
      bodies.append(body)
    }
    return false
  }
}
