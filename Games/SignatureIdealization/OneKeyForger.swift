// Claim: guessing the key on which a forger of many keys will succeed costs a factor q_gen and nothing more.
// Source: EasyCrypt, PKSMK, theory UF1_UF, module MkAdvUF1 and lemma uf_uf1.
public import Coins
public import GameKit
public import Primitives

/// C(A): plants the one challenge key at a uniformly chosen place among the q_gen keys of A, and makes all others itself.
///
/// A forgery under a key of its own making is worth nothing, so it is checked but not counted.
public struct OneKeyForger<S: SignatureScheme>: Reduction {
  public typealias Source = SignatureForgery<S>
  public typealias Target = SignatureForgery<S>
  let keys: Int

  /// - Parameter keys: q_gen, the number of keys that A may generate.
  public init(keys: Int) { self.keys = keys }

  public func play<A: Adversary<SignatureQuery<S>, SignatureAnswer<S>>>(
    _ adversary: A, against oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    let planted = coins.child("onekey").uniform(below: UInt64(keys), for: Label("planted"))
    var simulator = Simulator(outer: consume oracle, keys: keys, planted: Int(planted))
    let ending = Ending(adversary, &simulator, coins)
    oracle = simulator.outer
    switch ending {
    case .bit(let bit): return bit
    case .forfeit(let forfeit): throw forfeit
    }
  }

  /// The many-key game that A sees. Public only so that it can be specialised in other modules.
  public struct Simulator<Outer: Oracle<SignatureQuery<S>, SignatureAnswer<S>>>: Oracle {
    var outer: Outer
    let planted: Int
    private let keys: Int
    private var generated = 0
    /// All keys in the order of generation, and which of them is the challenge.
    private var registered = AppendLog<S.VerificationKey>()
    private var challenge: S.VerificationKey?
    /// A's own keys: it may sign under these, and not under the ones that stand for honest keys.
    private var rogue = AppendLog<S.VerificationKey>()
    public private(set) var budget: Budget<SignatureQuery<S>.Kind>

    init(outer: Outer, keys: Int, planted: Int) {
      (self.outer, self.keys, self.planted) = (outer, keys, planted)
      let inner = outer.budget
      budget = Budget { kind in
        switch kind {
        case .keygen: keys
        case .rogueKeygen: inner[.rogueKeygen] - (keys - 1)
        default: inner[kind]
        }
      }
    }

    public mutating func ask(_ query: SignatureQuery<S>) throws(Forfeit) -> SignatureAnswer<S> {
      try budget.charge(query.kind)
      switch query {
      case .keygen: return .key(try generateKey())
      case .sign(let key, let message):
        guard registered.contains(key) else { return .unknownKey }
        return try outer.ask(key == challenge ? query : .rogueSign(key, message))
      case .publicKeys: return .keys(registered.elements)
      case .rogueKeygen:
        let answer = try outer.ask(query)
        if case .key(let key) = answer { rogue.append(key) }
        return answer
      case .rogueSign(let key, _): return rogue.contains(key) ? try outer.ask(query) : .unknownKey
      case .verify: return try outer.ask(query)
      }
    }

    private mutating func generateKey() throws(Forfeit) -> S.VerificationKey {
      defer { generated += 1 }
      let isPlanted = generated == planted
      guard case .key(let key) = try outer.ask(isPlanted ? .keygen : .rogueKeygen) else {
        throw .resigned("the game did not answer a key")
      }
      if !registered.contains(key) {
        registered.append(key)
        if isPlanted { challenge = key }
      }
      return key
    }
  }
}
