public import Coins
public import GameKit
public import Games
public import Primitives

/// Guesses the tag of an encrypted body under other associated data, `tries` distinct candidates: left opens a forgery, right
/// opens nothing.
///
/// On the calibrated cipher it succeeds with probability exactly tries/2ᵗ.
public struct ForgeCiphertext<C: AEAD>: CipherAdversary {
  let cipher: C
  let tries: Int

  public init(cipher: C, tries: Int) { (self.cipher, self.tries) = (cipher, tries) }

  /// Says "right" when no forgery opens.
  public func play(_ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = ChallengeMessages(length: 1)
    guard case .key(let key) = try oracle.ask(.newKey),
      case .ciphertext(let ciphertext) = try oracle.ask(.enc(key: key, messages.left, data: messages.tag))
    else { return false }
    for index in 0..<UInt64(tries) {
      guard let forged = cipher.candidate(index, for: ciphertext) else { return false }
      if case .message = try oracle.ask(.dec(key: key, data: messages.otherTag, forged)) { return false }
    }
    return true
  }
}
