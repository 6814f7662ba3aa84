public import DomainKeys

extension KeyMap {
  /// The map under encryption, or nil if a recipient's key is none; `draw` names the coins.
  func wrapped<S: DomainSuite>(to recipients: [S.AgreementKey], tag: S.Digest, draw: UInt64, suite: S) -> Wrapped<S>? {
    let recipients = recipients.ascending()
    guard let shares = suite.wrap(plaintext, to: recipients, tag: tag.bytes, draw: draw) else { return nil }
    return Wrapped(tag: tag, shares: zip(recipients, shares).map { Wrapped.Share(recipient: $0, share: $1) })
  }

  /// A map made of what an adversary chose: an HSM makes its maps by opening tokens and drawing keys only.
  public static func chosen<S: DomainSuite>(_ handles: [Handle], draw: UInt64, suite: S) -> KeyMap {
    var map = KeyMap()
    for (index, handle) in handles.enumerated() { map.set(suite.makeKey(draw: draw &+ UInt64(index)), for: handle) }
    return map
  }
}

extension Array where Element: Comparable {
  /// Sorted, each element once: the canonical form of a set. Most are already.
  package func ascending() -> [Element] {
    if indices.dropFirst().allSatisfy({ self[$0 - 1] < self[$0] }) { return self }
    var result = sorted()
    for index in result.indices.dropFirst().reversed() where result[index] == result[index - 1] { result.remove(at: index) }
    return result
  }
}
