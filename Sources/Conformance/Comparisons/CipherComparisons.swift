internal import Adversaries
internal import Coins
internal import GameKit
internal import Games
internal import Primitives

/// Short tags, so that guesses open; long keys and nonces, so that nothing else coincides.
let comparedCipher = CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 3)

/// The words of the file for what both cipher games answer.
private func read(_ answer: CipherAnswer) -> PublishedAnswer<CipherAnswer> {
  answer == .nothing || answer == .refused ? .none : .some(answer)
}

/// `AEAD_Oracles` under a bit that is drawn.
struct Ciphers: Comparison {
  let name = "ciphers"
  private var isRight = false
  private var keys = 0
  /// What `enc` alone has produced.
  private var encrypted: [CipherQuery<CalibratedAEAD>] = []

  var budget: Budget<CipherQuery<CalibratedAEAD>.Kind> {
    Budget { kind in
      switch kind {
      case .newKey: 3
      case .enc, .lor, .dec: 6
      case .seal, .open: 1000
      }
    }
  }
  var nothing: CipherAnswer { .nothing }

  mutating func begin(_ coins: Coins) -> (ours: CipherGame<CalibratedAEAD>, theirs: AsPublishedCiphers<CalibratedAEAD>) {
    isRight = coins.bits(1, for: Label("bit")) == 1
    return (
      CipherGame(cipher: comparedCipher, record: .everything, isRight: isRight),
      AsPublishedCiphers(cipher: comparedCipher, isRight: isRight)
    )
  }

  func difference(in query: CipherQuery<CalibratedAEAD>, isSpent: Bool) -> Difference? {
    switch query {
    case .lor(let key, let left, let right, _) where key < keys && left.array.count != right.array.count: .unequalLengths
    case .dec where !isRight && encrypted.contains(query): .encryptionsRecorded
    default: isSpent ? .uncounted : nil
    }
  }

  mutating func note(_ query: CipherQuery<CalibratedAEAD>, _ answer: CipherAnswer) {
    switch (query, answer) {
    case (.newKey, _): keys += 1
    case (.enc(let key, _, let data), .ciphertext(let ciphertext)): encrypted.append(.dec(key: key, data: data, ciphertext))
    default: break
    }
  }

  func reading(_ answer: CipherAnswer) -> PublishedAnswer<CipherAnswer> { read(answer) }

  func play(_ oracle: inout some Oracle<CipherQuery<CalibratedAEAD>, CipherAnswer>, coins: Coins) throws(Forfeit) {
    var ciphertexts: [Bytes] = []
    for round in 0..<50 as Range<UInt64> {
      func pick(_ below: UInt64, _ what: UInt64) -> Int { Int(coins.uniform(below: below, for: Label("fuzz", round, what))) }
      let (key, data) = (pick(3, 1), Bytes([UInt8(pick(2, 2))]))
      let message = Bytes([UInt8](repeating: 7, count: 1 + pick(2, 3)))
      let seen = ciphertexts.isEmpty ? message : ciphertexts[pick(UInt64(ciphertexts.count), 4)]
      let query: CipherQuery<CalibratedAEAD> =
        switch pick(8, 0) {
        case 0: .newKey
        case 1, 2: .enc(key: key, message, data: data)
        case 3, 4: .lor(key: key, Bytes([1]), message, data: data)
        case 5: .dec(key: key, data: data, comparedCipher.candidate(UInt64(pick(8, 5)), for: seen) ?? seen)
        default: .dec(key: key, data: data, seen)
        }
      if case .ciphertext(let ciphertext) = try oracle.ask(query) { ciphertexts.append(ciphertext) }
    }
  }
}

/// `AEADmul_Oracles`.
struct FreshKeys: Comparison {
  let name = "fresh-keys"
  /// q_maxn, q_lor and q_dec.
  private static let (keyBound, challenges, decryptions) = (3, 4, 6)
  let mistake: Mistake?
  private var keys = 0
  private var challenged: [FreshKeyQuery<CalibratedAEAD>] = []
  private var legal = (challenges: 0, decryptions: 0)

  init(mistake: Mistake?) { self.mistake = mistake }

  var budget: Budget<FreshKeyQuery<CalibratedAEAD>.Kind> {
    Budget { kind in
      switch kind {
      case .lor: Self.challenges
      case .dec: Self.decryptions
      case .seal, .open: 1000
      }
    }
  }
  var nothing: CipherAnswer { .nothing }

  func begin(_ coins: Coins) -> (ours: FreshKeyGame<CalibratedAEAD>, theirs: AsPublishedFreshKeys<CalibratedAEAD>) {
    (
      FreshKeyGame(cipher: comparedCipher, challenge: .drawn, keysPerChallenge: Self.keyBound, names: .asInCipherGame),
      AsPublishedFreshKeys(
        cipher: comparedCipher, challenges: Self.challenges, decryptions: Self.decryptions,
        keyBound: Self.keyBound + (mistake == .inclusiveBound ? 1 : 0))
    )
  }

  func difference(in query: FreshKeyQuery<CalibratedAEAD>, isSpent: Bool) -> Difference? {
    switch query {
    case .lor(let count, let left, let right, _):
      if legal.challenges == Self.challenges { return .pastTheBudget }
      let areEqual = left.array.count == right.array.count
      if count == Self.keyBound, areEqual { return .strictBound }
      if count < Self.keyBound, !areEqual { return .unequalLengths }
    case .dec: if legal.decryptions == Self.decryptions { return .pastTheBudget }
    case .seal, .open: break
    }
    return isSpent ? .legalOnly : nil
  }

  mutating func note(_ query: FreshKeyQuery<CalibratedAEAD>, _ answer: CipherAnswer) {
    switch (query, answer) {
    case (.lor(_, _, _, let data), .ciphertexts(let first, let ciphertexts)):
      legal.challenges += 1
      keys = first + ciphertexts.count
      for (index, ciphertext) in ciphertexts.enumerated() {
        challenged.append(.dec(key: first + index, data: data, ciphertext))
      }
    case (.dec(let key, _, _), _) where 0 <= key && key < keys && !challenged.contains(query): legal.decryptions += 1
    default: break
    }
  }

  func reading(_ answer: CipherAnswer) -> PublishedAnswer<CipherAnswer> { read(answer) }

  func play(_ oracle: inout some Oracle<FreshKeyQuery<CalibratedAEAD>, CipherAnswer>, coins: Coins) throws(Forfeit) {
    _ = try FuzzFreshKeys(cipher: comparedCipher, queries: 60).play(&oracle, coins: coins)
  }
}
