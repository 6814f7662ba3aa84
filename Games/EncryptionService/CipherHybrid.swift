// Claim: many keys cost a factor, and nothing more: for every A with q keys
//
//     Pr[A = 1 | right] − Pr[A = 1 | left]  =  q · ( Pr[C(A) = 1 | right] − Pr[C(A) = 1 | left] )
//
// with one key in the game of C(A). Below q_dom·ε_aead this is all that there is. Source: docs/model.md, section 3.7; the hybrid
// argument.
public import Coins
public import GameKit
public import Primitives

/// C: plants the one challenge key at a uniformly chosen place among q keys. Keys before it encrypt right messages and decrypt
/// nothing, keys after it encrypt left messages and decrypt.
public struct CipherHybrid<C: AEAD>: Simulation {
  public typealias Query = CipherQuery<C>
  public typealias Answer = CipherAnswer
  public typealias Inner = CipherGame<C>
  let cipher: C
  let keys: Int
  private var coins = Coins.beforeTheFirstTrial
  private var planted = 0
  /// All keys but the planted one, in whose place nothing stands.
  private var own: [C.Key?] = []
  private var produced = AppendLog<CipherTriple>()

  /// - Parameter keys: q, the most keys of A.
  public init(cipher: C, keys: Int) { (self.cipher, self.keys) = (cipher, keys) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    planted = Int(coins.uniform(below: UInt64(keys), for: Label("planted")))
    own.removeAll(keepingCapacity: true)
    produced.removeAll()
  }

  public func budget(within inner: Budget<CipherQuery<C>.Kind>) -> Budget<CipherQuery<C>.Kind> {
    Budget { kind in
      switch kind {
      case .newKey: keys
      // Decryption under one of its own keys is an `open`.
      case .open: inner[.open] - inner[.dec]
      case .enc, .lor, .dec, .seal: inner[kind]
      }
    }
  }

  public mutating func answer(
    _ query: CipherQuery<C>, asking oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> CipherAnswer {
    switch query {
    case .newKey:
      if own.count == planted { _ = try oracle.ask(.newKey) }
      own.append(own.count == planted ? nil : cipher.generateKey(for: CipherLabel.key(own.count), coins: coins))
      return .key(own.count - 1)
    case .enc(let number, let message, let data):
      guard own.indices.contains(number) else { return .refused }
      guard let key = own[number] else { return try oracle.ask(.enc(key: 0, message, data: data)) }
      return try seal(message, key, number, data, &oracle)
    case .lor(let number, let left, let right, let data):
      guard own.indices.contains(number), left.array.count == right.array.count else { return .refused }
      guard let key = own[number] else { return try oracle.ask(.lor(key: 0, left, right, data: data)) }
      return try seal(number < planted ? right : left, key, number, data, &oracle)
    case .dec(let number, let data, let ciphertext):
      guard own.indices.contains(number) else { return .refused }
      guard let key = own[number] else { return try oracle.ask(.dec(key: 0, data: data, ciphertext)) }
      guard number > planted, !produced.contains(CipherTriple(key: number, data: data, ciphertext: ciphertext)) else {
        return .nothing
      }
      return try oracle.ask(.open(key, data: data, ciphertext))
    case .seal, .open: return try oracle.ask(query)
    }
  }

  private mutating func seal(
    _ message: Bytes, _ key: C.Key, _ number: Int, _ data: Bytes, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> CipherAnswer {
    let answer = try oracle.ask(.seal(key, data: data, message))
    if case .ciphertext(let ciphertext) = answer {
      produced.append(CipherTriple(key: number, data: data, ciphertext: ciphertext))
    }
    return answer
  }
}

extension HopFacts {
  public static let serviceOneKey = HopFacts(
    "service-one-key", "the same with one key: what the hybrid over domain keys keeps",
    claim: """
      The adversaries are C, which plants the one key of the cipher game at a random place among q_dom, around those of \
      `service-aead`. It keeps exactly one part in q_dom of their advantage:
          |Pr[C(A) = 1 right] − Pr[C(A) = 1 left]| ≤ ε_aead
      """, bound: "ε_aead", source: serviceSource)
}
