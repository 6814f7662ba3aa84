public import DomainKeys

/// A key map under multi-recipient encryption, with the tag it claims to be bound to.
///
/// A share opens under `tag` or not at all: that is cryptography. That `tag` is the fingerprint of the token's trust is a rule of
/// the policy. [ours: the model binds both in one sentence; written apart, the rule can be left out without touching the
/// protocol]
public struct Wrapped<S: DomainSuite>: Hashable, Sendable {
  public struct Share: Hashable, Sendable {
    public let recipient: S.AgreementKey
    public let share: S.Share
  }

  public let tag: S.Digest
  /// Ascending by recipient.
  public let shares: [Share]

  public var recipients: [S.AgreementKey] { shares.map(\.recipient) }

  /// One recipient's part, which anybody can take out.
  public func share(for recipient: S.AgreementKey) -> S.Share? { shares.first { $0.recipient == recipient }?.share }

  /// What an adversary wraps: keys it chose, to whom it likes, under the tag it likes.
  public static func made(of keys: KeyMap, to recipients: [S.AgreementKey], tag: S.Digest, draw: UInt64, suite: S) -> Wrapped? {
    keys.wrapped(to: recipients, tag: tag, draw: draw, suite: suite)
  }

  /// What an adversary makes of somebody's wrapped keys: one recipient's share, or another one in its place, under another
  /// claimed tag; nil for who is no recipient.
  public func remade(tag: S.Digest, for recipient: S.AgreementKey, _ change: (S.Share) -> S.Share) -> Wrapped? {
    share(for: recipient).map { Wrapped(tag: tag, shares: [Share(recipient: recipient, share: change($0))]) }
  }

  /// The key map, opened with a recipient's secret under the claimed tag.
  public func opened(with secret: S.AgreementSecret, key: S.AgreementKey, suite: S) -> KeyMap? {
    guard let share = share(for: key), let plaintext = suite.unwrap(share, with: secret, key: key, tag: tag.bytes)
    else { return nil }
    return KeyMap(plaintext)
  }

  /// The key map, as far as anybody can read it: nil unless the suite is defective.
  public func exposed(suite: S) -> KeyMap? {
    shares.lazy.compactMap { suite.exposed($0.share) }.first.flatMap(KeyMap.init)
  }
}
