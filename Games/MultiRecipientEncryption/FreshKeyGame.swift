// Claim to be broken: somebody tells encryptions of left messages from encryptions of right ones, each key serving one challenge,
// with decryption of everything else *in both worlds*. This is the game to which multi-recipient encryption is reduced. Source:
// EasyCrypt, AEAD, module AEADmul_Oracles.
public import Coins
public import GameKit
public import Primitives

/// Authenticated encryption with fresh keys for every challenge, left or right.
public struct FreshKeyGame<C: AEAD>: Game {
  /// After which game its draws are named: each of its hops couples it with another one.
  public enum Names: Sendable {
    case asInRecipientGame, asInCipherGame
  }

  let cipher: C
  let challenge: ChallengeBit
  /// The most keys of one challenge.
  let keysPerChallenge: Int
  let names: Names
  private var coins = Coins.beforeTheFirstTrial
  private var isRight = false
  private var keys: [C.Key] = []
  private(set) var produced = AppendLog<CipherTriple>()
  private var challenges: UInt64 = 0
  private var own: UInt64 = 0
  /// Whether something has decrypted that was not produced.
  private(set) var isForged = false

  public init(cipher: C, challenge: ChallengeBit, keysPerChallenge: Int, names: Names = .asInRecipientGame) {
    (self.cipher, self.challenge, self.keysPerChallenge, self.names) = (cipher, challenge, keysPerChallenge, names)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    isRight = challenge.isRight(coins)
    keys.removeAll(keepingCapacity: true)
    produced.removeAll()
    challenges = 0
    own = 0
    isForged = false
  }

  public mutating func answer(_ query: FreshKeyQuery<C>) -> CipherAnswer {
    switch query {
    case .lor(let count, let left, let right, let data):
      guard 0 <= count, count <= keysPerChallenge, left.array.count == right.array.count else { return .refused }
      return encrypt(isRight ? right : left, count, data)
    case .dec(let key, let data, let ciphertext):
      guard keys.indices.contains(key) else { return .refused }
      guard !produced.contains(CipherTriple(key: key, data: data, ciphertext: ciphertext)) else { return .nothing }
      let answer = open(ciphertext, keys[key], data)
      if case .message = answer { isForged = true }
      return answer
    case .seal(let key, let data, let message):
      own += 1
      return .ciphertext(
        cipher.seal(message.array, associatedData: data.array, key: key, nonce: Label("own", own), coins: coins))
    case .open(let key, let data, let ciphertext): return open(ciphertext, key, data)
    }
  }

  private mutating func encrypt(_ message: Bytes, _ count: Int, _ data: Bytes) -> CipherAnswer {
    let first = keys.count
    let ciphertexts = (0..<count).map { index in
      let (keyLabel, nonce) = labels(index)
      let key = cipher.generateKey(for: keyLabel, coins: coins)
      keys.append(key)
      return cipher.seal(message.array, associatedData: data.array, key: key, nonce: nonce, coins: coins)
    }
    for (index, ciphertext) in ciphertexts.enumerated() {
      produced.append(CipherTriple(key: first + index, data: data, ciphertext: ciphertext))
    }
    challenges += 1
    return .ciphertexts(first: first, ciphertexts)
  }

  /// The names of the next key and of its nonce; it is the `index`-th of its challenge.
  private func labels(_ index: Int) -> (key: Label, nonce: Label) {
    switch names {
    case .asInRecipientGame:
      let label = ChallengeLabel.encryption(challenges)
      return (ChallengeLabel.randomKey(challenges, index), Label(label.purpose, label.a, label.b, UInt64(index) + 1))
    case .asInCipherGame: return (CipherLabel.key(keys.count), CipherLabel.nonce(UInt64(keys.count)))
    }
  }

  private func open(_ ciphertext: Bytes, _ key: C.Key, _ data: Bytes) -> CipherAnswer {
    cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message.map { .message($0) } ?? .nothing
  }
}

extension HopFacts {
  public static let aeadMulti = HopFacts(
    "aead-multi", "left or right under fresh keys: the assumption on authenticated encryption", lemma: "DHIES: hop2; AEAD",
    claim: """
      Each challenge has fresh keys; everything but the challenges is decrypted, in both worlds. The adversaries `b2-…` are B₂ \
      around adversaries against multi-recipient encryption:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_aead-multi
      """, bound: "ε_aead-multi", source: "\(assumptions)/AEAD.ec, module AEADmul_Oracles")
}
