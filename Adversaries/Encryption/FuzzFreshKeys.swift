public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes random queries of every kind, legal and illegal, and decrypts what it has seen under other keys, data and tags. It says
/// whether a forgery opened.
public struct FuzzFreshKeys<C: AEAD>: Adversary {
  public typealias Query = FreshKeyQuery<C>
  public typealias Answer = CipherAnswer
  let cipher: C
  let queries: Int

  public init(cipher: C, queries: Int) { (self.cipher, self.queries) = (cipher, queries) }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let messages = ChallengeMessages(length: 1)
    let own = cipher.generateKey(for: Label("own"), coins: coins)
    var ciphertexts: [Bytes] = []
    var keys = 1
    var isForged = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let data = pick(2, 1) == 0 ? messages.tag : messages.otherTag
      var query = Query.lor(keys: pick(5, 2), messages.left, pick(8, 3) == 0 ? Bytes([]) : messages.right, data: data)
      if !ciphertexts.isEmpty, pick(3, 0) > 0 {
        let seen = ciphertexts[pick(ciphertexts.count, 4)]
        query =
          switch pick(6, 5) {
          case 0: .seal(own, data: data, messages.right)
          case 1: .open(own, data: data, seen)
          case 2: .dec(key: pick(keys + 1, 6) - 1, data: data, seen)
          default: .dec(key: pick(keys, 6), data: data, cipher.candidate(UInt64(pick(16, 7)), for: seen) ?? seen)
          }
      }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch (query, try oracle.ask(query)) {
      case (_, .ciphertexts(let first, let new)):
        ciphertexts += new
        keys = first + new.count + 1
      case (_, .ciphertext(let sealed)): ciphertexts.append(sealed)
      case (.dec, .message): isForged = true
      default: break
      }
    }
    return isForged
  }
}
