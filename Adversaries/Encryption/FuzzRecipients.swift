public import Coins
public import GameKit
public import Games
internal import Primitives

/// Makes random queries of every kind, legal and illegal, out of everything that it has seen: sets with repetitions and
/// strangers, parts under other tags and for other recipients, mixed and mauled ones, and its own encryptions. It wins little; it
/// is there to find a difference between two worlds that should be equal.
public struct FuzzRecipients<S: HybridScheme>: RecipientAdversary {
  let scheme: S
  let queries: Int
  let messages: ChallengeMessages

  public init(scheme: S, queries: Int, length: Int) {
    (self.scheme, self.queries, messages) = (scheme, queries, ChallengeMessages(length: length))
  }

  public func play(_ oracle: inout some Oracle<RecipientQuery<S>, RecipientAnswer<S>>, coins: Coins) throws(Forfeit) -> Bool {
    let own = scheme.group.generateKey(for: Label("own"), coins: coins)
    var keys: [S.PublicKey] = [try oracle.gen(), own.public]
    var parts: [S.Part] = []
    var guess = false
    for round in 0..<UInt64(queries) {
      func pick(_ below: Int, _ what: UInt64) -> Int { Int(coins.uniform(below: UInt64(below), for: Label("fuzz", round, what))) }
      let tag = pick(2, 1) == 0 ? messages.tag : messages.otherTag
      let recipient = keys[pick(keys.count, 2)]
      var query = RecipientQuery<S>.gen
      switch pick(8, 0) {
      case 0: break
      case 1, 2, 3:
        let first = pick(keys.count, 3)
        let set = (0..<pick(4, 4)).map { keys[(first + $0) % keys.count] }
        query = .lor(set, tag: tag, messages.left, pick(8, 5) == 0 ? Bytes([]) : messages.right)
      case 4:
        guard oracle.budget[.derive] > 0, oracle.budget[.seal] > 0, oracle.budget[.dec] > 0,
          case .agreed(let shared) = scheme.group.agree(own.secret, with: recipient)
        else { continue }
        let key: S.Key = try oracle.derive(shared, ephemeral: own.public)
        let sealed = try oracle.seal(messages.left, tag: tag, key: key)
        query = .dec(recipient, tag: tag, S.Part(ephemeral: own.public, sealed: sealed))
      default:
        guard !parts.isEmpty else { continue }
        var part = parts[pick(parts.count, 6)]
        switch pick(6, 7) {
        case 0: part.ephemeral = keys[pick(keys.count, 8)]
        case 1: part.sealed = parts[pick(parts.count, 8)].sealed
        case 2: if !part.sealed.array.isEmpty { part.sealed.array[pick(part.sealed.array.count, 8)] ^= 1 }
        case 3: part.sealed = Bytes(Array(part.sealed.array.prefix(pick(20, 8))))
        default: break
        }
        query = .dec(recipient, tag: tag, part)
      }
      guard oracle.budget[query.kind] > 0 else { continue }
      switch try oracle.ask(query) {
      case .publicKey(let key): keys.append(key)
      case .parts(let new): parts += new
      case .message(let message): guess = guess || message == messages.right
      case .key, .sealed, .refused: break
      }
    }
    return guess
  }
}
