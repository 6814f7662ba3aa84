// Claim: the cipher game with fresh keys under this simulation *is* multi-recipient encryption with random keys (`hop2`).
// Perfect. Source: EasyCrypt, DHIES, modules Adv2_Procs and Adv2.
public import Coins
public import GameKit
internal import Primitives

/// B₂: makes all group elements itself, and has the cipher game encrypt under keys that nobody sees.
public struct RecipientsFromCipher<S: HybridScheme>: Simulation {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = RecipientAnswer<S>
  public typealias Inner = FreshKeyGame<S.Cipher>
  let scheme: S
  private(set) var ledger: RecipientLedger<S>
  private var coins = Coins.beforeTheFirstTrial
  private var secrets = KeyRegistry<S>()
  /// The number of the key that stands for a pair.
  private var keyNumbers = SessionKeys<S, Int>()

  public init(scheme: S, recipients: Int) {
    self.scheme = scheme
    ledger = RecipientLedger(recipients: recipients)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    ledger.removeAll()
    secrets.removeAll()
    keyNumbers.removeAll()
  }

  /// A decryption of something else than a challenge is an `open` of the cipher game.
  public func budget(within inner: Budget<FreshKeyQuery<S.Cipher>.Kind>) -> Budget<RecipientQuery<S>.Kind> {
    Budget { kind in
      switch kind {
      case .gen, .derive: Int(UInt32.max)
      case .lor: inner[.lor]
      case .dec: inner[.dec]
      case .seal: inner[.seal]
      case .open: inner[.open] - inner[.dec]
      }
    }
  }

  public mutating func answer(
    _ query: RecipientQuery<S>, asking oracle: inout some Oracle<FreshKeyQuery<S.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> RecipientAnswer<S> {
    switch query {
    case .gen: return .publicKey(secrets.generate(scheme, coins) { ledger.register($0) })
    case .lor(let recipients, let tag, let left, let right):
      if let refusal = ledger.objection(to: recipients, left, right) { return .refused(refusal) }
      return try encrypt(left, right, tag, recipients, &oracle)
    case .dec(let key, let tag, let part):
      if let refusal = ledger.objection(toOpening: part, tag: tag, for: key) { return .refused(refusal) }
      let data = associatedData(tag)
      if let number = keyNumbers.key(recipient: key, ephemeral: part.ephemeral) {
        return message(try oracle.ask(.dec(key: number, data: data, part.sealed)))
      }
      guard let position = ledger.registered.firstIndex(of: key),
        case .agreed(let derived) = scheme.key(with: secrets[position], ephemeral: part.ephemeral, coins: coins)
      else { return .refused(.doesNotOpen) }
      return message(try oracle.ask(.open(derived, data: data, part.sealed)))
    case .derive(let shared, let ephemeral): return .key(scheme.key(from: shared, ephemeral: ephemeral, coins: coins))
    case .seal(let key, let tag, let message):
      guard case .ciphertext(let sealed) = try oracle.ask(.seal(key, data: associatedData(tag), message)) else {
        return .refused(.doesNotOpen)
      }
      return .sealed(sealed)
    case .open(let key, let tag, let sealed): return message(try oracle.ask(.open(key, data: associatedData(tag), sealed)))
    }
  }

  private mutating func encrypt(
    _ left: Bytes, _ right: Bytes, _ tag: Bytes, _ recipients: [S.PublicKey],
    _ oracle: inout some Oracle<FreshKeyQuery<S.Cipher>, CipherAnswer>
  ) throws(Forfeit) -> RecipientAnswer<S> {
    guard let ephemeral = scheme.ephemeral(for: ChallengeLabel.encryption(ledger.challenges), coins) else {
      return .refused(.unknownKey)
    }
    let query = FreshKeyQuery<S.Cipher>.lor(keys: recipients.count, left, right, data: associatedData(tag))
    guard case .ciphertexts(let first, let sealed) = try oracle.ask(query) else { return .refused(.tooManyRecipients) }
    for (index, recipient) in recipients.enumerated() {
      keyNumbers.set(first + index, recipient: recipient, ephemeral: ephemeral)
    }
    let parts = sealed.map { S.Part(ephemeral: ephemeral, sealed: $0) }
    ledger.record(parts, to: recipients, tag: tag)
    return .parts(parts)
  }

  private func associatedData(_ tag: Bytes) -> Bytes { Bytes(scheme.associatedData(tag.array)) }

  private func message(_ answer: CipherAnswer) -> RecipientAnswer<S> {
    if case .message(let message) = answer { .message(message) } else { .refused(.doesNotOpen) }
  }
}
