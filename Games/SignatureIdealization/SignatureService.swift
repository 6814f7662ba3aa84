import Coins
import GameKit
import Primitives

/// The part that all games of this folder share: key registry, signing, and the record of what was signed.
///
/// Mirrors `RealSigServ` without `verify` (EasyCrypt, PKSMK).
struct SignatureService<S: SignatureScheme> {
  let scheme: S
  private(set) var coins = Coins.beforeTheFirstTrial
  var registered = AppendLog<S.VerificationKey>()
  private var signingKeys: [S.SigningKey] = []
  var produced = AppendLog<SignedTriple<S>>()
  private var generated: UInt64 = 0
  private var rogue: [(verification: S.VerificationKey, signing: S.SigningKey)] = []

  init(scheme: S) { self.scheme = scheme }

  mutating func restart(coins: Coins) {
    self.coins = coins
    registered.removeAll()
    signingKeys.removeAll(keepingCapacity: true)
    produced.removeAll()
    generated = 0
    rogue.removeAll(keepingCapacity: true)
  }

  /// The draw of the honest key of this number, and of the adversary's own.
  static func honest(_ number: UInt64) -> Label { Label("keygen", number) }
  static func rogue(_ number: UInt64) -> Label { Label("rogue", number) }

  /// Answers everything but `verify`.
  @inline(__always)
  mutating func answer(_ query: SignatureQuery<S>, verify: (inout Self, SignedTriple<S>) -> SignatureAnswer<S>)
    -> SignatureAnswer<S>
  {
    switch query {
    case .keygen: .key(generateKey())
    case .sign(let key, let message): sign(message, under: key)
    case .verify(let key, let message, let signature):
      verify(&self, SignedTriple<S>(key: key, message: message, signature: signature))
    case .publicKeys: .keys(registered.elements)
    case .rogueKeygen: .key(generateRogueKey())
    case .rogueSign(let key, let message): rogueSign(message, under: key)
    case .rogueVerify(let key, let message, let signature):
      registered.contains(key) ? .unknownKey : check(SignedTriple<S>(key: key, message: message, signature: signature)).answer()
    }
  }

  /// The scheme's own verification.
  @inline(__always)
  func check(_ triple: SignedTriple<S>) -> SignatureCheck {
    scheme.verify(triple.signature, of: triple.message, by: triple.key, coins: coins)
  }

  private mutating func generateKey() -> S.VerificationKey {
    let pair = scheme.generateKey(for: Self.honest(generated), coins: coins)
    generated += 1
    if !registered.contains(pair.verification) {
      registered.append(pair.verification)
      signingKeys.append(pair.signing)
    }
    return pair.verification
  }

  private mutating func sign(_ message: S.Text, under key: S.VerificationKey) -> SignatureAnswer<S> {
    guard let position = registered.firstIndex(of: key) else { return .unknownKey }
    let signature = scheme.sign(message, with: signingKeys[position], coins: coins)
    let triple = SignedTriple<S>(key: key, message: message, signature: signature)
    if !produced.contains(triple) { produced.append(triple) }
    return .signature(signature)
  }

  private mutating func generateRogueKey() -> S.VerificationKey {
    let pair = scheme.generateKey(for: Self.rogue(UInt64(rogue.count)), coins: coins)
    rogue.append((pair.verification, pair.signing))
    return pair.verification
  }

  private func rogueSign(_ message: S.Text, under key: S.VerificationKey) -> SignatureAnswer<S> {
    guard let pair = rogue.first(where: { $0.verification == key }) else { return .unknownKey }
    return .signature(scheme.sign(message, with: pair.signing, coins: coins))
  }
}

extension SignatureCheck {
  /// What a service says that has found this out.
  func answer<S>() -> SignatureAnswer<S> { self == .valid ? .accepted : .rejected }
}
