public import Coins
public import GameKit
public import Games
public import Primitives

/// Makes random queries of every kind, legal and illegal, out of everything that it has seen: unregistered keys, signatures that
/// were mauled, guessed or moved. It wins little; it is there to find a difference between two worlds that should be equal.
public struct FuzzSignatures<S: MessageScheme>: SignatureAdversary {
  let scheme: S
  let queries: Int

  public init(scheme: S, queries: Int) { (self.scheme, self.queries) = (scheme, queries) }

  public func play(
    _ oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var keys = [try oracle.keygen()]
    var signatures = [scheme.candidate(0)]
    var accepted = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let key = keys[pick(keys.count, 1)]
      let message = Message(UInt64(pick(3, 2)))
      var signature = signatures[pick(signatures.count, 3)]
      if pick(4, 4) == 0 { signature = scheme.maul(signature) }
      let query: SignatureQuery<S> =
        switch pick(8, 0) {
        case 0: .keygen
        case 1, 2: .sign(key, message)
        case 3: .publicKeys
        case 4: .rogueKeygen
        case 5: .rogueSign(key, message)
        default: .verify(key, message, signature)
        }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch try oracle.ask(query) {
      case .key(let key): keys.append(key)
      case .signature(let signature): signatures.append(signature)
      case .accepted: accepted = true
      case .rejected, .keys, .unknownKey: break
      }
    }
    return accepted
  }
}
