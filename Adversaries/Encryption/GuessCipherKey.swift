public import Coins
public import GameKit
public import Games
public import Primitives

/// Tries `tries` symmetric keys on a challenge.
///
/// On the calibrated cipher it succeeds with probability exactly tries/2^κ.
public struct GuessCipherKey<C: AEAD>: CipherAdversary {
  let cipher: C
  let tries: Int

  public init(cipher: C, tries: Int) { (self.cipher, self.tries) = (cipher, tries) }

  public func play(_ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = ChallengeMessages(length: 16)
    guard case .key(let number) = try oracle.ask(.newKey),
      case .ciphertext(let ciphertext) = try oracle.ask(.lor(key: number, messages.left, messages.right, data: messages.tag))
    else { return false }
    for index in 0..<UInt64(tries) {
      guard let key = cipher.candidateKey(index) else { return false }
      if try oracle.ask(.open(key, data: messages.tag, ciphertext)) == .message(messages.right) { return true }
    }
    return false
  }
}
