// Authenticated encryption with fresh keys for every challenge, as published: fewer keys than the bound, and a query that is not
// legal costs nothing. Source: EasyCrypt, AEAD, module AEADmul_Oracles.
public import Coins
public import GameKit
public import Primitives

/// `AEADmul_Oracles`.
public struct AsPublishedFreshKeys<C: AEAD>: Game {
  public typealias Query = FreshKeyQuery<C>
  public typealias Answer = PublishedAnswer<CipherAnswer>
  let cipher: C
  /// q_lor and q_dec.
  let budgets: (challenges: Int, decryptions: Int)
  /// q_maxn, which a challenge stays below.
  let keyBound: Int
  private var coins = Coins.beforeTheFirstTrial
  private var isRight = false
  private var keys: [C.Key] = []
  private var challenged: Set<CipherTriple> = []
  private var counts = (challenges: 0, decryptions: 0)
  private var own = OwnEncryptions<C>()

  public init(cipher: C, challenges: Int, decryptions: Int, keyBound: Int) {
    (self.cipher, budgets, self.keyBound) = (cipher, (challenges, decryptions), keyBound)
  }

  public mutating func restart(coins: Coins) {
    self = Self(cipher: cipher, challenges: budgets.challenges, decryptions: budgets.decryptions, keyBound: keyBound)
    self.coins = coins
    isRight = coins.bits(1, for: Label("bit")) == 1
  }

  public mutating func answer(_ query: FreshKeyQuery<C>) -> PublishedAnswer<CipherAnswer> {
    switch query {
    case .lor(let count, let left, let right, let data):
      guard counts.challenges < budgets.challenges, 0 <= count, count < keyBound else { return .none }
      counts.challenges += 1
      return .some(encrypt(isRight ? right : left, data, count))
    case .dec(let key, let data, let ciphertext):
      let triple = CipherTriple(key: key, data: data, ciphertext: ciphertext)
      guard counts.decryptions < budgets.decryptions, keys.indices.contains(key), !challenged.contains(triple) else {
        return .none
      }
      counts.decryptions += 1
      return own.open(ciphertext, data, keys[key], cipher, coins)
    case .seal(let key, let data, let message): return own.seal(message, data, key, cipher, coins)
    case .open(let key, let data, let ciphertext): return own.open(ciphertext, data, key, cipher, coins)
    }
  }

  private mutating func encrypt(_ message: Bytes, _ data: Bytes, _ count: Int) -> CipherAnswer {
    let first = keys.count
    let ciphertexts = (first..<first + count).map { number in
      let key = cipher.generateKey(for: CipherLabel.key(number), coins: coins)
      keys.append(key)
      let nonce = CipherLabel.nonce(UInt64(number))
      let ciphertext = cipher.seal(message.array, associatedData: data.array, key: key, nonce: nonce, coins: coins)
      challenged.insert(CipherTriple(key: number, data: data, ciphertext: ciphertext))
      return ciphertext
    }
    return .ciphertexts(first: first, ciphertexts)
  }
}
