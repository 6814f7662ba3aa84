// Claim: whoever forges, forges as often without asking about anything twice.
public import Coins
public import GameKit
public import Primitives

/// D(A): has each triple verified once, and none that was signed: what A asks again is no new attempt. The protocol checks one
/// signature many times over, and none of that is to be paid for.
public struct RememberingForger<S: SignatureScheme>: Reduction {
  public typealias Source = SignatureForgery<S>
  public typealias Target = SignatureForgery<S>

  public init() {}

  public func play<A: Adversary<SignatureQuery<S>, SignatureAnswer<S>>>(
    _ adversary: A, against oracle: inout some Oracle<SignatureQuery<S>, SignatureAnswer<S>>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var memory = Memory(outer: consume oracle)
    let ending = Ending(adversary, &memory, coins)
    oracle = memory.outer
    return try ending.bit
  }

  /// The game with all that is known of it. Public only so that it can be specialised in other modules.
  public struct Memory<Outer: Oracle<SignatureQuery<S>, SignatureAnswer<S>>>: Oracle {
    fileprivate var outer: Outer
    private var known: [SignedTriple<S>: SignatureAnswer<S>] = [:]

    fileprivate init(outer: Outer) { self.outer = outer }

    public var budget: Budget<SignatureQuery<S>.Kind> { outer.budget }

    public mutating func ask(_ query: SignatureQuery<S>) throws(Forfeit) -> SignatureAnswer<S> {
      switch query {
      case .verify(let key, let message, let signature):
        let triple = SignedTriple<S>(key: key, message: message, signature: signature)
        if let answer = known[triple] { return answer }
        let answer = try outer.ask(query)
        known[triple] = answer
        return answer
      case .sign(let key, let message):
        let answer = try outer.ask(query)
        if case .signature(let signature) = answer {
          known[SignedTriple<S>(key: key, message: message, signature: signature)] = .accepted
        }
        return answer
      // What A's own key has signed may be a forgery: the key may be equal to an honest one.
      case .keygen, .publicKeys, .rogueKeygen, .rogueSign, .rogueVerify: return try outer.ask(query)
      }
    }
  }
}
