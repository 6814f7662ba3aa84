// The signature services of the published file with its own budgets. Source: EasyCrypt, PKSMK, modules RealSigServ, IdealSigServ
// and OrclUF. Written from the file and not from `SignatureService`, beside which it is played by `gamekeeper conform`.
public import Coins
public import GameKit
public import Primitives

/// `RealSigServ` or `IdealSigServ`, with the flag of `OrclUF`.
public struct AsPublishedSignatures<S: SignatureScheme>: Game {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = PublishedAnswer<SignatureAnswer<S>>

  public enum World: Sendable {
    case real, ideal
  }

  let scheme: S
  let world: World
  /// q_gen and q_sig.
  let budgets: (keys: Int, signatures: Int)
  private var coins = Coins.beforeTheFirstTrial
  private var pairs: [(verification: S.VerificationKey, signing: S.SigningKey)] = []
  private var produced: Set<SignedTriple<S>> = []
  private var counts = (keys: 0, signatures: 0)
  private var own = OwnSignatures<S>()
  public private(set) var isForged = false

  public init(scheme: S, world: World, keys: Int, signatures: Int) {
    (self.scheme, self.world, budgets) = (scheme, world, (keys, signatures))
  }

  public mutating func restart(coins: Coins) {
    self = Self(scheme: scheme, world: world, keys: budgets.keys, signatures: budgets.signatures)
    self.coins = coins
  }

  public mutating func answer(_ query: SignatureQuery<S>) -> PublishedAnswer<SignatureAnswer<S>> {
    switch query {
    case .keygen: return generateKey()
    case .sign(let key, let message): return sign(message, under: key)
    case .publicKeys: return .some(.keys(pairs.map(\.verification)))
    case .verify(let key, let message, let signature):
      let triple = SignedTriple<S>(key: key, message: message, signature: signature)
      let (isKnown, isProduced) = (pairs.contains { $0.verification == key }, produced.contains(triple))
      let verifies = scheme.verify(signature, of: message, by: key, coins: coins) == .valid
      if isKnown, verifies, !isProduced { isForged = true }
      return .some((world == .ideal && isKnown ? isProduced : verifies) ? .accepted : .rejected)
    case .rogueKeygen, .rogueSign: return own.answer(query, scheme, coins)
    case .rogueVerify(let key, let message, let signature):
      return pairs.contains { $0.verification == key }
        ? .none : .some(scheme.verify(signature, of: message, by: key, coins: coins).answer())
    }
  }

  private mutating func generateKey() -> PublishedAnswer<SignatureAnswer<S>> {
    guard counts.keys < budgets.keys else { return .witness }
    let pair = scheme.generateKey(for: Label("keygen", UInt64(counts.keys)), coins: coins)
    if !pairs.contains(where: { $0.verification == pair.verification }) { pairs.append((pair.verification, pair.signing)) }
    counts.keys += 1
    return .some(.key(pair.verification))
  }

  private mutating func sign(_ message: S.Text, under key: S.VerificationKey) -> PublishedAnswer<SignatureAnswer<S>> {
    guard counts.signatures < budgets.signatures else { return .none }
    counts.signatures += 1
    guard let pair = pairs.first(where: { $0.verification == key }) else { return .none }
    let signature = scheme.sign(message, with: pair.signing, coins: coins)
    produced.insert(SignedTriple<S>(key: key, message: message, signature: signature))
    return .some(.signature(signature))
  }
}

/// The adversary's own key pairs. In the file an adversary needs nobody for them.
struct OwnSignatures<S: SignatureScheme> {
  private var pairs: [(verification: S.VerificationKey, signing: S.SigningKey)] = []

  mutating func answer(_ query: SignatureQuery<S>, _ scheme: S, _ coins: Coins) -> PublishedAnswer<SignatureAnswer<S>> {
    if case .rogueSign(let key, let message) = query {
      return pairs.first { $0.verification == key }.map {
        .some(.signature(scheme.sign(message, with: $0.signing, coins: coins)))
      } ?? .none
    }
    let pair = scheme.generateKey(for: Label("rogue", UInt64(pairs.count)), coins: coins)
    pairs.append((pair.verification, pair.signing))
    return .some(.key(pair.verification))
  }
}
