// Claim to be broken: somebody tells the key derivation function under an unknown key from a random function.
//
//     |Pr[A = 1 right] − Pr[A = 1 left]|  ≤  ε_prf
//
// Source: SP 800-108, section 4: the derivation stands on a pseudo-random function.
public import Coins
public import GameKit
public import Primitives
public import Records

/// The key derivation function under the service's key, or a random function.
public struct DerivationGame<C: DerivingAEAD>: Game {
  let cipher: C
  let isRight: Bool
  let bindsContext: Bool
  private var coins = Coins.beforeTheFirstTrial

  /// - Parameter bindsContext: false is the planted defect, a function that is not given its context.
  public init(cipher: C, isRight: Bool, bindsContext: Bool = true) {
    (self.cipher, self.isRight, self.bindsContext) = (cipher, isRight, bindsContext)
  }

  public mutating func restart(coins: Coins) { self.coins = coins }

  public mutating func answer(_ query: DerivationQuery<C>) -> DerivedKeyAnswer<C> {
    let keys = FunctionKeys(cipher: cipher)
    switch query {
    case .evaluate(let context):
      guard context.array.count == cipher.contextLength else { return .refused }
      if isRight { return .key(keys.drawn(context.array, coins)) }
      return keys.own(keys.service(coins), bindsContext ? context : Bytes(keys.noContext), coins)
    case .derive(let key, let context): return keys.own(key, context, coins)
    }
  }
}

/// What may be asked of a key derivation.
public enum DerivationQuery<C: DerivingAEAD>: GameQuery {
  /// The key for a context, from the service's key.
  case evaluate(Bytes)
  /// The same from a key of the adversary's.
  case derive(C.Key, context: Bytes)

  public enum Kind: Int, QueryKind {
    case evaluate, derive

    public var symbol: String {
      switch self {
      case .evaluate: "q_uses"
      case .derive: "q_derive"
      }
    }

    public var resource: Resource? { self == .derive ? .verifications : nil }
  }

  public var kind: Kind {
    switch self {
    case .evaluate: .evaluate
    case .derive: .derive
    }
  }

  public var description: String {
    switch self {
    case .evaluate(let context): "evaluate(\(context))"
    case .derive(let key, let context): "derive(\(key), context: \(context))"
    }
  }
}

extension HopFacts {
  public static let derivationSource =
    "NIST SP 800-108, section 4; Campagna and Gueron, Key management systems at the cloud scale"
}
