// Multi-recipient encryption, left or right, as published: fewer recipients than the bound, messages of any two lengths. Source:
// EasyCrypt, MRPKE, module MRPKE_lor; with random keys, DHIES, module MRPKErnd_lor.
public import Coins
public import GameKit
internal import Primitives

/// `MRPKE_lor` or `MRPKErnd_lor`, over a scheme that neither looks into. A list of recipients that repeats one is no set, and
/// answered like a set that is too large.
public struct AsPublishedRecipients<S: HybridScheme>: Game {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = PublishedAnswer<RecipientAnswer<S>>
  let scheme: S
  let keys: RecipientGame<S>.Keys
  /// q_gen, q_lor and q_dec.
  let budgets: (keys: Int, challenges: Int, decryptions: Int)
  /// q_maxpks, which a set of recipients stays below.
  let recipientBound: Int
  private var coins = Coins.beforeTheFirstTrial
  private var isRight = false
  private var pairs: [(public: S.PublicKey, secret: S.Group.SecretKey)] = []
  private var challenged: Set<RecipientLedger<S>.Produced> = []
  private var sessionKeys = SessionKeys<S, S.Key>()
  private var counts = (keys: 0, challenges: 0, decryptions: 0)
  /// Challenges that were answered: what names their draws.
  private var answered: UInt64 = 0
  private var own: UInt64 = 0

  public init(
    scheme: S, keys: RecipientGame<S>.Keys, budgets: (keys: Int, challenges: Int, decryptions: Int), recipientBound: Int
  ) {
    (self.scheme, self.keys, self.budgets, self.recipientBound) = (scheme, keys, budgets, recipientBound)
  }

  public mutating func restart(coins: Coins) {
    self = Self(scheme: scheme, keys: keys, budgets: budgets, recipientBound: recipientBound)
    self.coins = coins
    isRight = coins.bits(1, for: Label("bit")) == 1
  }

  public mutating func answer(_ query: RecipientQuery<S>) -> PublishedAnswer<RecipientAnswer<S>> {
    switch query {
    case .gen: return generateKey()
    case .lor(let recipients, let tag, let left, let right):
      guard counts.challenges < budgets.challenges else { return .none }
      counts.challenges += 1
      let isLegal = recipients.allSatisfy { key in pairs.contains { $0.public == key } } && recipients.count < recipientBound
      guard isLegal, !recipients.hasRepetition, let parts = encrypt(isRight ? right : left, tag, recipients) else { return .none }
      answered += 1
      for (key, part) in zip(recipients, parts) { challenged.insert(.init(key: key, tag: tag, part: part)) }
      return .some(.parts(parts))
    case .dec(let key, let tag, let part):
      guard counts.decryptions < budgets.decryptions else { return .none }
      counts.decryptions += 1
      guard let pair = pairs.first(where: { $0.public == key }), !challenged.contains(.init(key: key, tag: tag, part: part))
      else { return .none }
      return decrypt(part, tag, pair).map { .some(.message($0)) } ?? .none
    case .derive(let shared, let ephemeral): return .some(.key(scheme.key(from: shared, ephemeral: ephemeral, coins: coins)))
    case .seal(let key, let tag, let message):
      own += 1
      return .some(.sealed(scheme.ownSeal(message, tag: tag, key: key, number: own, coins)))
    case .open(let key, let tag, let sealed):
      return scheme.open(sealed, tag: tag, key: key, coins).map { .some(.message($0)) } ?? .none
    }
  }

  private mutating func generateKey() -> PublishedAnswer<RecipientAnswer<S>> {
    guard counts.keys < budgets.keys else { return .witness }
    let pair = scheme.group.generateKey(for: Label("gen", UInt64(counts.keys)), coins: coins)
    counts.keys += 1
    if !pairs.contains(where: { $0.public == pair.public }) { pairs.append((pair.public, pair.secret)) }
    return .some(.publicKey(pair.public))
  }

  private mutating func encrypt(_ message: Bytes, _ tag: Bytes, _ recipients: [S.PublicKey]) -> [S.Part]? {
    let label = ChallengeLabel.encryption(answered)
    guard keys == .random else {
      return try? scheme.encrypt(message.array, tag: tag.array, to: recipients, label: label, coins: coins)
    }
    guard let ephemeral = scheme.ephemeral(for: label, coins) else { return nil }
    let fresh = recipients.indices.map {
      scheme.cipher.generateKey(for: ChallengeLabel.randomKey(answered, $0), coins: coins)
    }
    for (recipient, key) in zip(recipients, fresh) { sessionKeys.set(key, recipient: recipient, ephemeral: ephemeral) }
    return scheme.seal(message.array, tag: tag.array, ephemeral: ephemeral, keys: fresh, label: label, coins: coins)
  }

  private func decrypt(_ part: S.Part, _ tag: Bytes, _ pair: (public: S.PublicKey, secret: S.Group.SecretKey)) -> Bytes? {
    if keys == .random, let key = sessionKeys.key(recipient: pair.public, ephemeral: part.ephemeral) {
      return scheme.open(part.sealed, tag: tag, key: key, coins)
    }
    return scheme.decrypt(part, tag: tag.array, with: pair.secret, coins: coins).message
  }
}
