// Claim to be broken: no two of all the keys that are generated, whoever's they are, are equal.
//
//     Pr[win] ≤ ε_coll, a fact about the key generator: there is nothing to reduce to
//
// Whoever asks has all the use of every key, so this holds for each simulation of the protocol around it.
public import Coins
public import GameKit
public import Primitives
public import Records

/// The generation of all identities of the protocol, with the use of the signing keys; won by a repeated one.
public struct KeyCollision<S: SignatureScheme>: WinnableGame {
  private let scheme: S
  private var operators: SignatureIdealization<S>.Real
  private var hsms: SignatureIdealization<S>.Real
  private var coins = Coins.beforeTheFirstTrial
  private var keys = AppendLog<S.VerificationKey>()
  public private(set) var isWon = false

  public init(scheme: S) {
    let service = SignatureIdealization(scheme: scheme).left
    (self.scheme, operators, hsms) = (scheme, service, service)
  }

  /// The same children of the coins as in `KeySecrecyServices`.
  public mutating func restart(coins: Coins) {
    self.coins = coins.child("world")
    operators.restart(coins: coins.child("opsigs"))
    hsms.restart(coins: coins.child("hsmsigs"))
    keys.removeAll()
    isWon = false
  }

  public mutating func answer(_ query: KeyCollisionQuery<S>) -> SignatureAnswer<S> {
    let answer: SignatureAnswer<S> =
      switch query {
      case .operators(let query): operators.answer(query)
      case .hsms(let query): hsms.answer(query)
      case .host(let draw): .key(scheme.generateKey(for: Label("host", draw), coins: coins).verification)
      }
    if query.kind == .generation, case .key(let key) = answer {
      if keys.contains(key) { isWon = true }
      keys.append(key)
    }
    return answer
  }
}

/// What may be asked there: of the operators' service, of the HSMs', and for the identity of a host, which never signs.
public enum KeyCollisionQuery<S: SignatureScheme>: GameQuery {
  case operators(SignatureQuery<S>)
  case hsms(SignatureQuery<S>)
  case host(UInt64)

  public enum Kind: Int, QueryKind {
    case generation, use

    public var symbol: String {
      switch self {
      case .generation: "q_gen"
      case .use: "q_use"
      }
    }

    public var resource: Resource? { self == .generation ? .keys : nil }
  }

  public var kind: Kind {
    switch self {
    case .operators(let query), .hsms(let query): query.kind == .keygen || query.kind == .rogueKeygen ? .generation : .use
    case .host: .generation
    }
  }

  public var description: String {
    switch self {
    case .operators(let query): "operators.\(query)"
    case .hsms(let query): "hsms.\(query)"
    case .host(let draw): "host(\(draw))"
    }
  }
}
