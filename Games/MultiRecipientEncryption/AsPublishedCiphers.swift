// Authenticated encryption with many keys, as published: no query has a budget, and messages of any two lengths are a challenge.
// Source: EasyCrypt, AEAD, module AEAD_Oracles.
public import Coins
public import GameKit
public import Primitives

/// `AEAD_Oracles` under a given bit, as in `AEAD_LoRCondProb.game`.
public struct AsPublishedCiphers<C: AEAD>: Game {
  public typealias Query = CipherQuery<C>
  public typealias Answer = PublishedAnswer<CipherAnswer>
  let cipher: C
  /// b: right messages, and nothing decrypts.
  let isRight: Bool
  private var coins = Coins.beforeTheFirstTrial
  private var keys: [C.Key] = []
  private var challenges: Set<CipherTriple> = []
  private var encryptions: UInt64 = 0
  private var own = OwnEncryptions<C>()

  public init(cipher: C, isRight: Bool) { (self.cipher, self.isRight) = (cipher, isRight) }

  public mutating func restart(coins: Coins) {
    self = Self(cipher: cipher, isRight: isRight)
    self.coins = coins
  }

  public mutating func answer(_ query: CipherQuery<C>) -> PublishedAnswer<CipherAnswer> {
    switch query {
    case .newKey:
      keys.append(cipher.generateKey(for: CipherLabel.key(keys.count), coins: coins))
      return .some(.key(keys.count - 1))
    case .enc(let key, let message, let data): return encrypt(message, key, data).map { .some(.ciphertext($0)) } ?? .none
    case .lor(let key, let left, let right, let data):
      guard let ciphertext = encrypt(isRight ? right : left, key, data) else { return .none }
      challenges.insert(CipherTriple(key: key, data: data, ciphertext: ciphertext))
      return .some(.ciphertext(ciphertext))
    case .dec(let key, let data, let ciphertext):
      let triple = CipherTriple(key: key, data: data, ciphertext: ciphertext)
      guard keys.indices.contains(key), !challenges.contains(triple), !isRight else { return .none }
      return cipher.open(ciphertext, associatedData: data.array, key: keys[key], coins: coins).message.map {
        .some(.message($0))
      } ?? .none
    case .seal(let key, let data, let message): return own.seal(message, data, key, cipher, coins)
    case .open(let key, let data, let ciphertext): return own.open(ciphertext, data, key, cipher, coins)
    }
  }

  private mutating func encrypt(_ message: Bytes, _ key: Int, _ data: Bytes) -> Bytes? {
    guard keys.indices.contains(key) else { return nil }
    defer { encryptions += 1 }
    return cipher.seal(
      message.array, associatedData: data.array, key: keys[key], nonce: CipherLabel.nonce(encryptions), coins: coins)
  }
}

/// What an adversary of the files computes by itself.
struct OwnEncryptions<C: AEAD> {
  private var count: UInt64 = 0

  mutating func seal(
    _ message: Bytes, _ data: Bytes, _ key: C.Key, _ cipher: C, _ coins: Coins
  ) -> PublishedAnswer<CipherAnswer> {
    count += 1
    let nonce = CipherLabel.ownNonce(count)
    return .some(.ciphertext(cipher.seal(message.array, associatedData: data.array, key: key, nonce: nonce, coins: coins)))
  }

  func open(
    _ ciphertext: Bytes, _ data: Bytes, _ key: C.Key, _ cipher: C, _ coins: Coins
  ) -> PublishedAnswer<CipherAnswer> {
    cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message.map { .some(.message($0)) } ?? .none
  }
}
