// Claim to be broken: somebody tells encryptions of left messages, with decryption, from encryptions of right messages, where
// nothing decrypts. Source: EasyCrypt, AEAD, module AEAD_Oracles.
//
// **As published the game is lost outright**: `enc` does not record what it has produced, so its output may be given to `dec`,
// which answers with the message on the left and with nothing on the right. The corrected game records it. **[ours]**
public import Coins
public import GameKit
public import Primitives

/// Authenticated encryption with many keys, in one of its two worlds.
///
/// The left world alone is the game of integrity, which is won by a forgery; since nothing decrypts on the right, whoever wins it
/// can tell the worlds apart as often.
public struct CipherGame<C: AEAD>: WinnableGame {
  let cipher: C
  let record: CipherRecord
  let isRight: Bool
  private var coins = Coins.beforeTheFirstTrial
  private var keys: [C.Key] = []
  private(set) var produced = AppendLog<CipherTriple>()
  private var encryptions: UInt64 = 0
  private var own: UInt64 = 0
  /// Whether anything was decrypted, and so forged.
  public private(set) var isWon = false
  /// What becomes of tags, for a ledger; nil where nobody listens.
  private var journal: Journal<TagEvent>?

  /// - Parameter isRight: the world: right messages, and nothing decrypts.
  public init(cipher: C, record: CipherRecord, isRight: Bool) {
    (self.cipher, self.record, self.isRight) = (cipher, record, isRight)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    keys.removeAll(keepingCapacity: true)
    produced.removeAll()
    encryptions = 0
    own = 0
    isWon = false
  }

  public mutating func answer(_ query: CipherQuery<C>) -> CipherAnswer {
    switch query {
    case .newKey:
      keys.append(cipher.generateKey(for: CipherLabel.key(keys.count), coins: coins))
      return .key(keys.count - 1)
    case .enc(let key, let message, let data): return encrypt(message, key, data, records: record == .everything)
    case .lor(let key, let left, let right, let data):
      guard left.array.count == right.array.count else { return .refused }
      return encrypt(isRight ? right : left, key, data, records: true)
    case .dec(let key, let data, let ciphertext):
      guard keys.indices.contains(key) else { return .refused }
      guard !isRight, !produced.contains(CipherTriple(key: key, data: data, ciphertext: ciphertext)) else { return .nothing }
      let answer = open(ciphertext, keys[key], data)
      if case .message = answer { isWon = true }
      return answer
    case .seal(let key, let data, let message):
      own += 1
      let ciphertext = cipher.seal(
        message.array, associatedData: data.array, key: key, nonce: CipherLabel.ownNonce(own), coins: coins)
      journal?.note(ciphertext, data.array, key, of: cipher)
      return .ciphertext(ciphertext)
    case .open(let key, let data, let ciphertext): return open(ciphertext, key, data)
    }
  }

  private mutating func encrypt(_ message: Bytes, _ key: Int, _ data: Bytes, records: Bool) -> CipherAnswer {
    guard keys.indices.contains(key) else { return .refused }
    let ciphertext = cipher.seal(
      message.array, associatedData: data.array, key: keys[key], nonce: CipherLabel.nonce(encryptions), coins: coins)
    encryptions += 1
    journal?.note(ciphertext, data.array, keys[key], of: cipher)
    if records { produced.append(CipherTriple(key: key, data: data, ciphertext: ciphertext)) }
    return .ciphertext(ciphertext)
  }

  private func open(_ ciphertext: Bytes, _ key: C.Key, _ data: Bytes) -> CipherAnswer {
    let message = cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message
    journal?.note(ciphertext, data.array, key, of: cipher, opens: message != nil)
    return message.map { .message($0) } ?? .nothing
  }

  /// From now on, what becomes of tags is written down.
  mutating func overhear() -> Journal<TagEvent> {
    let journal = Journal<TagEvent>()
    self.journal = journal
    return journal
  }
}
