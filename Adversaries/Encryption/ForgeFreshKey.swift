public import Coins
public import GameKit
public import Games
public import Primitives

/// Guesses the tag of a challenge's body under other associated data: `tries` distinct candidates. Where both worlds decrypt, a
/// forgery gives the message away.
///
/// On the calibrated cipher it succeeds with probability exactly tries/2ᵗ.
public struct ForgeFreshKey<C: AEAD>: Adversary {
  public typealias Query = FreshKeyQuery<C>
  public typealias Answer = CipherAnswer
  let cipher: C
  let tries: Int

  public init(cipher: C, tries: Int) { (self.cipher, self.tries) = (cipher, tries) }

  /// Says "right" when it has read the right message.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = ChallengeMessages(length: 1)
    guard
      case .ciphertexts(let key, let challenge) = try oracle.ask(
        .lor(keys: 1, messages.left, messages.right, data: messages.tag)),
      let ciphertext = challenge.first
    else { return false }
    for index in 0..<UInt64(tries) {
      guard let forged = cipher.candidate(index, for: ciphertext) else { return false }
      if case .message(let message) = try oracle.ask(.dec(key: key, data: messages.otherTag, forged)) {
        return message == messages.right
      }
    }
    return false
  }
}
