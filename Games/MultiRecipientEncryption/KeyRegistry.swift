import Coins
import Primitives

/// Secret keys beside the public keys of a log, in the same order.
struct KeyRegistry<S: HybridScheme> {
  private var secrets: [S.Group.SecretKey] = []
  private var generated: UInt64 = 0

  mutating func removeAll() {
    secrets.removeAll(keepingCapacity: true)
    generated = 0
  }

  /// Generates a key pair; `register` enters the public key and says whether it is new.
  mutating func generate(_ scheme: S, _ coins: Coins, register: (S.PublicKey) -> Bool) -> S.PublicKey {
    let pair = scheme.group.generateKey(for: Label("gen", generated), coins: coins)
    generated += 1
    if register(pair.public) { secrets.append(pair.secret) }
    return pair.public
  }

  subscript(position: Int) -> S.Group.SecretKey { secrets[position] }
}
