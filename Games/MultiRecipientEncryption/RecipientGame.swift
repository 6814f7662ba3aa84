// Claim to be broken: somebody who never holds a recipient's secret key learns which of two messages was encrypted to them,
// though every ciphertext but the challenges is decrypted for him. A challenge under another tag is *not* a challenge. Source:
// EasyCrypt, MRPKE, module MRPKE_lor; with random keys, DHIES, module MRPKErnd_lor.
public import Coins
public import GameKit
internal import Primitives

/// Multi-recipient encryption, left or right, with chosen ciphertexts and tags.
public struct RecipientGame<S: HybridScheme>: Game {
  public enum Keys: Sendable {
    /// The scheme's own encryption.
    case derived
    /// Independent random keys in place of derived ones, remembered for `dec`.
    case random
  }

  let scheme: S
  let keys: Keys
  let challenge: ChallengeBit
  /// Whether `dec` opens challenges, too: then the left game is the scheme itself.
  let opensChallenges: Bool
  private var coins = Coins.beforeTheFirstTrial
  private var isRight = false
  var ledger: RecipientLedger<S>
  private var secrets = KeyRegistry<S>()
  private var sessionKeys = SessionKeys<S, S.Key>()
  private var own: UInt64 = 0
  /// Is told of tags: for a ledger beside the game.
  var tell: ((TagEvent) -> Void)?

  /// - Parameter recipients: the most recipients of one encryption.
  public init(scheme: S, keys: Keys, challenge: ChallengeBit, recipients: Int, opensChallenges: Bool = false) {
    (self.scheme, self.keys, self.challenge, self.opensChallenges) = (scheme, keys, challenge, opensChallenges)
    ledger = RecipientLedger(recipients: recipients)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    isRight = challenge.isRight(coins)
    ledger.removeAll()
    secrets.removeAll()
    sessionKeys.removeAll()
    own = 0
  }

  public mutating func answer(_ query: RecipientQuery<S>) -> RecipientAnswer<S> {
    switch query {
    case .gen: return .publicKey(secrets.generate(scheme, coins) { ledger.register($0) })
    case .lor(let recipients, let tag, let left, let right):
      if let refusal = ledger.objection(to: recipients, left, right) { return .refused(refusal) }
      guard let parts = encrypt(isRight ? right : left, tag, recipients) else { return .refused(.unknownKey) }
      ledger.record(parts, to: recipients, tag: tag)
      if tell != nil { for (recipient, part) in zip(recipients, parts) { tell(key(of: part, recipient), part.sealed, tag) } }
      return .parts(parts)
    case .dec(let key, let tag, let part):
      if let refusal = ledger.objection(toOpening: part, tag: tag, for: key), refusal != .challengeCiphertext || !opensChallenges
      {
        return .refused(refusal)
      }
      let message = decrypt(part, tag, key)
      if tell != nil { tell(self.key(of: part, key), part.sealed, tag, opens: message != nil) }
      return message.map { .message($0) } ?? .refused(.doesNotOpen)
    case .derive(let shared, let ephemeral): return .key(scheme.key(from: shared, ephemeral: ephemeral, coins: coins))
    case .seal(let key, let tag, let message):
      own += 1
      let sealed = scheme.ownSeal(message, tag: tag, key: key, number: own, coins)
      if tell != nil { tell(key, sealed, tag) }
      return .sealed(sealed)
    case .open(let key, let tag, let sealed):
      let message = scheme.open(sealed, tag: tag, key: key, coins)
      if tell != nil { tell(key, sealed, tag, opens: message != nil) }
      return message.map { .message($0) } ?? .refused(.doesNotOpen)
    }
  }

  private mutating func encrypt(_ message: Bytes, _ tag: Bytes, _ recipients: [S.PublicKey]) -> [S.Part]? {
    let label = ChallengeLabel.encryption(ledger.challenges)
    guard keys == .random else {
      return try? scheme.encrypt(message.array, tag: tag.array, to: recipients, label: label, coins: coins)
    }
    guard let ephemeral = scheme.ephemeral(for: label, coins) else { return nil }
    let keys = recipients.indices.map {
      scheme.cipher.generateKey(for: ChallengeLabel.randomKey(ledger.challenges, $0), coins: coins)
    }
    for (recipient, key) in zip(recipients, keys) { sessionKeys.set(key, recipient: recipient, ephemeral: ephemeral) }
    return scheme.seal(message.array, tag: tag.array, ephemeral: ephemeral, keys: keys, label: label, coins: coins)
  }

  private mutating func decrypt(_ part: S.Part, _ tag: Bytes, _ key: S.PublicKey) -> Bytes? {
    if keys == .random, let key = sessionKeys.key(recipient: key, ephemeral: part.ephemeral) {
      return scheme.open(part.sealed, tag: tag, key: key, coins)
    }
    guard let position = ledger.registered.firstIndex(of: key) else { return nil }
    return scheme.decrypt(part, tag: tag.array, with: secrets[position], coins: coins).message
  }

  /// The key of a part, by its recipient's secret.
  private mutating func key(of part: S.Part, _ recipient: S.PublicKey) -> S.Key? {
    guard let position = ledger.registered.firstIndex(of: recipient),
      case .agreed(let key) = scheme.key(with: secrets[position], ephemeral: part.ephemeral, coins: coins)
    else { return nil }
    return key
  }

  /// Tells of a tag that is made or, where it is said whether it opens, compared.
  private func tell(_ key: S.Key?, _ sealed: Bytes, _ tag: Bytes, opens: Bool? = nil) {
    guard let key, let tag = scheme.cipher.tag(of: sealed, associatedData: scheme.associatedData(tag.array), key: key) else {
      return
    }
    tell?(opens.map { .compared(tag.coin, tag.value, succeeds: $0) } ?? .made(tag.coin))
  }
}
