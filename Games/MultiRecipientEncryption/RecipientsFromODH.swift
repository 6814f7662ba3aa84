// Claim: with real keys the oracle Diffie–Hellman game under this simulation *is* multi-recipient encryption (`hop1false`), with
// random keys it is multi-recipient encryption with random keys (`hop1true`). Both are perfect. Source: EasyCrypt, DHIES, modules
// Adv1_Procs and Adv1.
public import Coins
public import GameKit
internal import Primitives

/// B₁: encrypts with the keys that the oracle Diffie–Hellman game gives out; wins when its adversary finds the bit that it has
/// drawn.
public struct RecipientsFromODH<S: HybridScheme>: Simulation {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = RecipientAnswer<S>
  public typealias Inner = OracleDiffieHellman<S>
  let scheme: S
  let challenge: ChallengeBit
  private(set) var ledger: RecipientLedger<S>
  private var coins = Coins.beforeTheFirstTrial
  private var isRight = false
  private var sessionKeys = SessionKeys<S, S.Key>()
  private var own: UInt64 = 0

  /// - Parameter challenge: drawn, as published; or fixed, for the hybrid argument.
  public init(scheme: S, challenge: ChallengeBit, recipients: Int) {
    (self.scheme, self.challenge) = (scheme, challenge)
    ledger = RecipientLedger(recipients: recipients)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    isRight = challenge.isRight(coins)
    ledger.removeAll()
    sessionKeys.removeAll()
    own = 0
  }

  public func budget(within inner: Budget<ODHQuery<S>.Kind>) -> Budget<RecipientQuery<S>.Kind> {
    Budget { kind in
      switch kind {
      case .gen: inner[.gen]
      case .lor: inner[.ror]
      case .dec: inner[.hash]
      case .derive: inner[.derive]
      case .seal, .open: Int(UInt32.max)
      }
    }
  }

  public func output(for bit: Bool) -> Bool {
    if case .drawn = challenge { bit == isRight } else { bit }
  }

  public mutating func answer(
    _ query: RecipientQuery<S>, asking oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>
  ) throws(Forfeit) -> RecipientAnswer<S> {
    switch query {
    case .gen:
      guard case .publicKey(let key) = try oracle.ask(.gen) else { return .refused(.unknownKey) }
      _ = ledger.register(key)
      return .publicKey(key)
    case .lor(let recipients, let tag, let left, let right):
      if let refusal = ledger.objection(to: recipients, left, right) { return .refused(refusal) }
      guard case .challenge(let ephemeral, let keys) = try oracle.ask(.ror(recipients)) else { return .refused(.unknownKey) }
      let parts = scheme.seal(
        (isRight ? right : left).array, tag: tag.array, ephemeral: ephemeral, keys: keys,
        label: ChallengeLabel.encryption(ledger.challenges), coins: coins)
      for (recipient, key) in zip(recipients, keys) { sessionKeys.set(key, recipient: recipient, ephemeral: ephemeral) }
      ledger.record(parts, to: recipients, tag: tag)
      return .parts(parts)
    case .dec(let key, let tag, let part):
      if let refusal = ledger.objection(toOpening: part, tag: tag, for: key) { return .refused(refusal) }
      guard let sessionKey = try sessionKey(of: key, part.ephemeral, &oracle) else { return .refused(.doesNotOpen) }
      return open(part.sealed, tag, sessionKey)
    case .derive(let shared, let ephemeral):
      guard case .key(let key) = try oracle.ask(.derive(shared, ephemeral: ephemeral)) else { return .refused(.unknownKey) }
      return .key(key)
    case .seal(let key, let tag, let message):
      own += 1
      return .sealed(scheme.ownSeal(message, tag: tag, key: key, number: own, coins))
    case .open(let key, let tag, let sealed): return open(sealed, tag, key)
    }
  }

  private func open(_ sealed: Bytes, _ tag: Bytes, _ key: S.Key) -> RecipientAnswer<S> {
    scheme.open(sealed, tag: tag, key: key, coins).map { .message($0) } ?? .refused(.doesNotOpen)
  }

  /// The key that a challenge gave out for this pair, or the one that `hash` answers.
  private func sessionKey(
    of key: S.PublicKey, _ ephemeral: S.PublicKey, _ oracle: inout some Oracle<ODHQuery<S>, ODHAnswer<S>>
  ) throws(Forfeit) -> S.Key? {
    if let known = sessionKeys.key(recipient: key, ephemeral: ephemeral) { return known }
    guard case .key(let answered) = try oracle.ask(.hash(key, ephemeral)) else { return nil }
    return answered
  }
}
