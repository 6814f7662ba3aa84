// Generated keys are distinct, except with the birthday probability; the claim is stated below, in the hop's facts.
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

  /// The draw of the key of this number.
  static func label(_ query: KeyQuery, _ number: UInt64) -> Label { Label(query == .honest ? "keygen" : "rogue", number) }

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
      let key = scheme.generateKey(for: KeyDistinctness.label(query, drawn), coins: coins).verification
      drawn += 1
      guard !keys.contains(key) else {
        hasCollision = true
        return refusesRepeats ? .refused : .key(key)
      }
      keys.append(key)
      return .key(key)
    }
  }
}

extension HopFacts {
  public static let keyDistinctness = HopFacts(
    "key-distinctness", "generated keys are distinct", lemma: keyGeneratorFact,
    claim: """
      Right, a key that exists already is refused. The bound is a fact about the generator; there is nothing to reduce to:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[two of q keys are equal] ≤ ε_coll
      """,
    badEvent: "key collision", bound: "ε_coll", source: "the paper's theorem, term ε_coll")

  /// What stands in the place of a lemma where keys are told apart.
  static let keyGeneratorFact = "a fact about the key generator"
}
