// Unforgeability with one key, as published. Source: EasyCrypt, PKSMK, module UF1: one key is made before the adversary begins,
// and what it has signed is a message, under no key that could be named.
public import Coins
public import GameKit
public import Primitives

/// `UF1`. Its key is given out by every `keygen`, as the adversary may read its argument as often as it likes; the other keys of
/// `sign` and `verify` are none, and ask nothing.
public struct AsPublishedOneKey<S: SignatureScheme>: Game {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = PublishedAnswer<SignatureAnswer<S>>

  let scheme: S
  /// q_sig1.
  let signatures: Int
  private var coins = Coins.beforeTheFirstTrial
  private var pair: (verification: S.VerificationKey, signing: S.SigningKey)?
  private var produced: Set<SignedTriple<S>> = []
  private var count = 0
  private var own = OwnSignatures<S>()
  public private(set) var isForged = false

  public init(scheme: S, signatures: Int) { (self.scheme, self.signatures) = (scheme, signatures) }

  public mutating func restart(coins: Coins) {
    self = Self(scheme: scheme, signatures: signatures)
    self.coins = coins
    let made = scheme.generateKey(for: Label("keygen"), coins: coins)
    pair = (made.verification, made.signing)
  }

  public mutating func answer(_ query: SignatureQuery<S>) -> PublishedAnswer<SignatureAnswer<S>> {
    guard let pair else { return .none }
    switch query {
    case .keygen: return .some(.key(pair.verification))
    case .publicKeys: return .some(.keys([pair.verification]))
    case .sign(let key, let message):
      guard key == pair.verification else { return .none }
      guard count < signatures else { return .witness }
      count += 1
      let signature = scheme.sign(message, with: pair.signing, coins: coins)
      produced.insert(SignedTriple<S>(key: key, message: message, signature: signature))
      return .some(.signature(signature))
    case .verify(let key, let message, let signature):
      let verifies = scheme.verify(signature, of: message, by: key, coins: coins) == .valid
      let triple = SignedTriple<S>(key: key, message: message, signature: signature)
      if key == pair.verification, verifies, !produced.contains(triple) { isForged = true }
      return .some(verifies ? .accepted : .rejected)
    case .rogueKeygen, .rogueSign: return own.answer(query, scheme, coins)
    case .rogueVerify(let key, let message, let signature):
      return key == pair.verification ? .none : .some(scheme.verify(signature, of: message, by: key, coins: coins).answer())
    }
  }
}
