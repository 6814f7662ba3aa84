import Coins
public import GameKit
public import Primitives

/// The ledger of the games of this folder, for a scheme whose chances are known.
///
/// Sealed are the signatures that nobody produced, and the keys that nobody generated. Causes are a guessed signature, on
/// whatever key, and an identity that equals one of the other side's: whoever has it can sign for both.
public struct SignatureLedger<S: SignatureScheme>: Ledger {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  private let scheme: S
  private let bits: (key: Int, signature: Int)
  private var generated: UInt64 = 0
  private var own: UInt64 = 0

  /// Nil if the chances of the scheme are not known.
  public init?(_ scheme: S) {
    guard let sealed = scheme.sealed else { return nil }
    (self.scheme, bits) = (scheme, (sealed.keyBits, sealed.signatureBits))
  }

  public mutating func restart() { (generated, own) = (0, 0) }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    switch (query, answer) {
    case (.keygen, .key(let key)):
      draw(key, for: SignatureService<S>.honest(generated), against: .ownKeys, joining: .honestKeys, in: &account)
      generated += 1
    case (.rogueKeygen, .key(let key)):
      draw(key, for: SignatureService<S>.rogue(own), against: .honestKeys, joining: .ownKeys, in: &account)
      own += 1
    case (.sign(let key, let text), .signature), (.rogueSign(let key, let text), .signature):
      if let coin = scheme.coin(of: text, by: key) { account.open(coin) }
    case (.verify(let key, let text, let signature), .accepted): guess(key, text, signature, true, in: &account)
    case (.verify(let key, let text, let signature), .rejected): guess(key, text, signature, false, in: &account)
    // No move: the key is nobody's. That it becomes an honest one later is a collision that no adversary here aims at.
    case (.rogueVerify(let key, let text, _), .accepted):
      if let coin = scheme.coin(of: text, by: key) { account.open(coin) }
    case (.rogueVerify(let key, let text, let signature), .rejected):
      if let coin = scheme.coin(of: text, by: key), let value = scheme.value(ofSignature: signature) {
        account.exclude(coin, value)
      }
    default: break
    }
  }

  /// Guessed signatures, and pairs of an honest key and one of the adversary's own.
  public func most(within budget: Budget<Query.Kind>) -> Double {
    let pairs = Double(budget[.keygen]) * Double(budget[.rogueKeygen]) * Chance(1, of: 1 << UInt128(bits.key)).value
    return Self.guesses(budget[.verify], bits: bits.signature) + pairs
  }

  private func draw(
    _ key: S.VerificationKey, for label: Label, against pool: Account.Pool, joining own: Account.Pool, in account: inout Account
  ) {
    guard let value = scheme.value(ofKey: key) else { return }
    account.draw(.identityKey, SealedCoin(label, bits: bits.key), value, against: pool, joining: own)
  }

  private func guess(
    _ key: S.VerificationKey, _ text: S.Text, _ signature: S.Signature, _ succeeds: Bool, in account: inout Account
  ) {
    guard let coin = scheme.coin(of: text, by: key), let value = scheme.value(ofSignature: signature) else { return }
    account.guess(.signature, coin, value, succeeds: succeeds)
  }
}
