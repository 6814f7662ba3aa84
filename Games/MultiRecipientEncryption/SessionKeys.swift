import Primitives

/// The keys that stand for derived ones, by recipient and ephemeral key. As published, a later key for the same pair replaces an
/// earlier one, which happens when an ephemeral exponent repeats.
struct SessionKeys<S: HybridScheme, Key: Sendable>: Sendable {
  private var entries: [(recipient: S.PublicKey, ephemeral: S.PublicKey, key: Key)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func set(_ key: Key, recipient: S.PublicKey, ephemeral: S.PublicKey) {
    entries.append((recipient, ephemeral, key))
  }

  func key(recipient: S.PublicKey, ephemeral: S.PublicKey) -> Key? {
    entries.last { $0.recipient == recipient && $0.ephemeral == ephemeral }?.key
  }
}
