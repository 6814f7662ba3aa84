public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes random queries of every kind, legal and illegal. It says whether an encryption was refused.
public struct FuzzDerivedKeys<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C
  let queries: Int

  public init(cipher: C, queries: Int) { (self.cipher, self.queries) = (cipher, queries) }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let own = cipher.generateKey(for: Label("own"), coins: coins)
    var (seen, keys, contexts) = ([Bytes([])], [own], [Bytes([]), Bytes([UInt8](repeating: 0, count: cipher.contextLength))])
    var isRefused = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let query: Query =
        switch pick(4, 0) {
        case 0: .derive(keys[pick(keys.count, 1)], context: contexts[pick(contexts.count, 2)])
        case 1: .open(keys[pick(keys.count, 1)], seen[pick(seen.count, 2)])
        default: .encrypt(Bytes([UInt8](repeating: UInt8(round & 0xff), count: pick(3, 1))))
        }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch (query, try oracle.ask(query)) {
      case (.encrypt, .refused): isRefused = true
      case (_, .ciphertext(let context, let ciphertext)):
        seen.append(ciphertext)
        contexts.append(context)
      case (_, .key(let key)): keys.append(key)
      default: break
      }
    }
    return isRefused
  }
}
