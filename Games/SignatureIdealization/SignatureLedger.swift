public import Coins
public import GameKit
public import Primitives

/// The ledger of the games of this folder, for a scheme whose chances are known.
///
/// Sealed are the signatures that nobody produced, and the keys that nobody generated. Causes are a guessed signature, on
/// whatever key, and an identity that equals one of the other side's: whoever has it can sign for both.
public struct SignatureLedger<S: SignatureScheme>: Ledger, Sendable {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  /// Which equal keys are causes.
  public enum EqualKeys: Sendable {
    /// One of either side's.
    case ofBothSides
    /// Any two of all that are generated.
    case anyTwo
    /// One of the adversary's and an honest one that comes later: in the other order the client refuses it.
    case honestAfterOwn
    case none
  }

  private let scheme: S
  private let bits: (key: Int, signature: Int)
  private let part: Purpose?
  private let signatures: Move.Kind?
  private let equalKeys: EqualKeys
  private var generated: UInt64 = 0
  private var own: UInt64 = 0

  /// Nil if the chances of the scheme are not known.
  /// - Parameters:
  ///   - part: the child of the challenger's coins that the service draws from.
  ///   - signatures: what guessed signatures are called; nil if they are no causes.
  public init?(
    _ scheme: S, in part: Purpose? = nil, signatures: Move.Kind? = .signature, equalKeys: EqualKeys = .ofBothSides
  ) {
    guard let sealed = scheme.sealed else { return nil }
    (self.scheme, bits) = (scheme, (sealed.keyBits, sealed.signatureBits))
    (self.part, self.signatures, self.equalKeys) = (part, signatures, equalKeys)
  }

  public mutating func restart() { (generated, own) = (0, 0) }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    switch (query, answer) {
    case (.keygen, .key(let key)):
      enter(key, for: SignatureService<S>.honest(generated), isOwn: false, in: &account)
      generated += 1
    case (.rogueKeygen, .key(let key)):
      enter(key, for: SignatureService<S>.rogue(own), isOwn: true, in: &account)
      own += 1
    case (.sign(let key, let text), .signature), (.rogueSign(let key, let text), .signature): open(key, text, in: &account)
    case (.verify(let key, let text, let signature), .accepted): guess(key, text, signature, true, in: &account)
    case (.verify(let key, let text, let signature), .rejected): guess(key, text, signature, false, in: &account)
    case (.rogueVerify(let key, let text, _), .accepted):
      open(key, text, in: &account)
      // No move: the key is nobody's. Were an honest one equal to it later, its signature would be known: then that is the cause.
      if let value = scheme.value(ofKey: key) { account.note(value, in: .ownKeys) }
    case (.rogueVerify(let key, let text, let signature), .rejected):
      if let coin = coin(key, text), let value = scheme.value(ofSignature: signature) { account.exclude(coin, value) }
    default: break
    }
  }

  /// Guessed signatures, and pairs of an honest key and one of the adversary's own or one that was nobody's.
  public func most(within budget: Budget<Query.Kind>) -> Double {
    let others = Double(budget[.rogueKeygen]) + Double(budget[.rogueVerify])
    let pairs = Double(budget[.keygen]) * others * Chance(1, of: 1 << UInt128(bits.key)).value
    return Self.guesses(budget[.verify], bits: bits.signature) + pairs
  }

  private func enter(_ key: S.VerificationKey, for label: Label, isOwn: Bool, in account: inout Account) {
    guard let value = scheme.value(ofKey: key) else { return }
    let coin = SealedCoin(label, bits: bits.key, in: part)
    switch equalKeys {
    case .none: break
    case .anyTwo: account.draw(.identityKey, coin, value, against: .honestKeys, joining: .honestKeys)
    case .honestAfterOwn where isOwn: account.note(value, in: .ownKeys)
    case .ofBothSides where isOwn: account.draw(.identityKey, coin, value, against: .honestKeys, joining: .ownKeys)
    case .ofBothSides, .honestAfterOwn: account.draw(.identityKey, coin, value, against: .ownKeys, joining: .honestKeys)
    }
  }

  /// The coin of a signature; nil if signatures are no causes.
  private func coin(_ key: S.VerificationKey, _ text: S.Text) -> SealedCoin? {
    signatures == nil ? nil : scheme.coin(of: text, by: key)?.drawn(in: part)
  }

  private func open(_ key: S.VerificationKey, _ text: S.Text, in account: inout Account) {
    if let coin = coin(key, text) { account.open(coin) }
  }

  private func guess(
    _ key: S.VerificationKey, _ text: S.Text, _ signature: S.Signature, _ succeeds: Bool, in account: inout Account
  ) {
    guard let kind = signatures, let coin = coin(key, text), let value = scheme.value(ofSignature: signature) else { return }
    account.guess(kind, coin, value, succeeds: succeeds)
  }
}
