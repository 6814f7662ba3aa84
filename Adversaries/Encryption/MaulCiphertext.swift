public import Coins
public import GameKit
public import Games
internal import Primitives

/// Flips one bit of the challenge, in its first, middle and last byte in turn, and asks for the decryption.
///
/// On the calibrated cipher each of the three passes with probability at most 2⁻ᵗ.
public struct MaulCiphertext<S: HybridScheme>: RecipientAdversary {
  let messages: ChallengeMessages

  public init(scheme: S, length: Int) { messages = ChallengeMessages(length: length) }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let recipient: S.PublicKey = try oracle.gen()
    guard let part = try oracle.challenge(recipient, tag: messages.tag, messages.left, messages.right) else { return false }
    for position in [0, part.sealed.array.count / 2, part.sealed.array.count - 1] where oracle.budget[.dec] > 0 {
      var mauled = part
      mauled.sealed.array[position] ^= 1
      guard let message = try oracle.dec(mauled, tag: messages.tag, for: recipient) else { continue }
      return message.array.last == messages.right.array.last
    }
    return false
  }
}
