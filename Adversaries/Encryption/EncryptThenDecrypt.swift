public import Coins
public import GameKit
public import Games
public import Primitives

/// Has a message encrypted, not as a challenge, and asks for the decryption of what it got.
///
/// Against the game as published it wins always; a game that records what `enc` produces gives it nothing.
public struct EncryptThenDecrypt<C: AEAD>: CipherAdversary {
  public init(cipher: C) {}

  /// Says "right" when nothing decrypts.
  public func play(_ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = ChallengeMessages(length: 1)
    guard case .key(let key) = try oracle.ask(.newKey),
      case .ciphertext(let ciphertext) = try oracle.ask(.enc(key: key, messages.left, data: messages.tag))
    else { return false }
    return try oracle.ask(.dec(key: key, data: messages.tag, ciphertext)) == .nothing
  }
}
