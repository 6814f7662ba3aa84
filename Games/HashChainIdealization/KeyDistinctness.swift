// Claim: generated keys are distinct, except with the birthday probability.
//
//     |Pr[A = 1 in Ideal] − Pr[A = 1 in Real]|  ≤  Pr[two of q keys are equal]  ≤  q(q − 1)/2 · 2^(−κ)
//
// Source: the term ε_coll of the paper's theorem. There is nothing to reduce to: the bound is a fact about the key generator.
public import Coins
public import GameKit
public import Primitives

/// The hop that pays ε_coll: identical until a key collision.
public struct KeyDistinctness<S: SignatureScheme>: Hop {
  public typealias Query = KeyQuery
  public typealias Answer = KeyAnswer<S>
  let scheme: S

  public init(scheme: S) { self.scheme = scheme }

  public var left: Generator { Generator(scheme: scheme, refusesRepeats: false) }
  public var right: Generator { Generator(scheme: scheme, refusesRepeats: true) }

  public func isBad(_ left: borrowing Generator) -> Bool { left.hasCollision }

  public func relation(_ left: borrowing Generator, _ right: borrowing Generator) -> Relation {
    left.keys.agrees(with: right.keys) ? .holds : .broken("generated keys")
  }

  /// Left gives every key out; right refuses one that exists already.
  public struct Generator: Game {
    let scheme: S
    let refusesRepeats: Bool
    private var coins = Coins.beforeTheFirstTrial
    private(set) var keys = AppendLog<S.VerificationKey>()
    private(set) var hasCollision = false
    private var drawn: UInt64 = 0

    init(scheme: S, refusesRepeats: Bool) { (self.scheme, self.refusesRepeats) = (scheme, refusesRepeats) }

    public mutating func restart(coins: Coins) {
      self.coins = coins
      keys.removeAll()
      hasCollision = false
      drawn = 0
    }

    public mutating func answer(_ query: KeyQuery) -> KeyAnswer<S> {
      let label = query == .honest ? Label("keygen", drawn) : Label("rogue", drawn)
      drawn += 1
      let key = scheme.generateKey(for: label, coins: coins).verification
      guard !keys.contains(key) else {
        hasCollision = true
        return refusesRepeats ? .refused : .key(key)
      }
      keys.append(key)
      return .key(key)
    }
  }
}
