@_spi(Judge) import DomainManagement
import Records

/// Watches the properties. It sees everything, as the judge of a game does: who is genuine, what is inside tokens, who signed
/// what.
struct Monitor<S: DomainSuite> {
  /// A property that fell, and how, with keys as `Decision.name` writes them.
  struct Violation: Hashable {
    let property: Property
    let words: String
  }

  var setting: DomainSetting<S>
  private let invariants = Property.catalogue
  private(set) var violations: [Violation] = []
  /// Trusts in force in honest domains.
  private var inForce: Set<Trust<S>> = []
  /// What honest operators signed.
  private var consents: Set<Statement<S>> = []
  /// Keys that genuine HSMs used under trusts in force in honest domains.
  private var keysInUse: Set<DomainKey> = []
  private(set) var keysKnown: Set<DomainKey> = []
  /// The orders to rotate that honest operators signed, and the keys that were retired, whichever token says so.
  private var orders: Set<RotationOrder<S>> = []
  private var retired: Set<DomainKey> = []
  /// What hosts of honest domains encrypted, and under which key.
  private var data: [(message: [UInt8], key: DomainKey)] = []
  /// Customer keys of honest domains, and the domain keys that each was wrapped under.
  private var customerKeys: [DomainKey: Set<DomainKey>] = [:]
  /// What happened that should be able to happen: guards against an empty "holds".
  private(set) var seen: Set<Milestone> = []

  init(_ setting: DomainSetting<S>) { self.setting = setting }

  func isHonestRoot(_ trust: Trust<S>) -> Bool {
    trust.parent == nil && trust.domain == nil && trust.rules.keeps(setting.globalQuorum)
      && setting.registry.objection(to: trust) == nil
  }
  func isInForce(_ trust: Trust<S>) -> Bool { inForce.contains(trust) }

  mutating func signed(_ statement: Statement<S>) { consents.insert(statement) }
  mutating func ordered(_ order: RotationOrder<S>) { orders.insert(order) }

  mutating func learned(_ keys: KeyMap) {
    keysKnown.formUnion(keys.keys)
    judgeSecrecy()
  }

  mutating func founded(_ trust: Trust<S>) {
    guard isHonestRoot(trust) else { return }
    seen.insert(.founded)
    inForce.insert(trust)
    judge(.entered(trust, after: nil, consent: consents.contains(Statement(authorising: trust)) ? .given : .missing))
  }

  mutating func succeeded(_ trust: Trust<S>, along path: [Link<S>]) {
    guard inForce.contains(trust) else { return }
    var parent = trust
    for link in path {
      enter(link.trust, after: parent)
      parent = link.trust
    }
    if violations.isEmpty { seen.insert(.updated) }
  }

  private mutating func enter(_ trust: Trust<S>, after parent: Trust<S>) {
    inForce.insert(trust)
    let isSigned = consents.contains(Statement(authorising: trust))
    let consent: DomainEvent<S>.Consent = !isSigned ? .missing : trust.parent == parent.fingerprint ? .given : .elsewhere
    judge(.entered(trust, after: parent, consent: consent))
  }

  /// A genuine HSM gave out `token`.
  mutating func issued(_ token: Token<S>) { if inForce.contains(token.trust) { judge(.issued(token)) } }

  /// A genuine HSM turned `before` into `after` under `trust`.
  mutating func used(_ before: KeyMap, giving after: KeyMap, under trust: Trust<S>) {
    guard inForce.contains(trust) else { return }
    for handle in before.handles where after[handle] != before[handle] {
      judge(.handleRebound(handle))
    }
    if after.keys.count > before.keys.count { seen.insert(.keyAdded) }
    keysInUse.formUnion(before.keys)
    keysInUse.formUnion(after.keys)
    judgeSecrecy()
  }

  /// A genuine HSM carried out `order`.
  mutating func rotated(_ order: RotationOrder<S>, from before: KeyMap, to after: KeyMap, under trust: Trust<S>) {
    guard inForce.contains(trust) else { return }
    let (old, new) = (before.versions(of: order.handle), after.versions(of: order.handle))
    let consent: DomainEvent<S>.Consent =
      !orders.contains(order) ? .missing : order.version == old.first?.version ? .given : .elsewhere
    let due = old.prefix(KeyState.keptDeactivated)
    let lost = due.filter { key in !new.contains { $0.key == key.key } }.count
    judge(.rotated(order.handle, consent: consent, lost: lost))
    if violations.isEmpty { seen.insert(.rotated) }
    retired.formUnion(old.map(\.key))
    keysInUse.formUnion(before.keys)
    keysInUse.formUnion(after.keys)
    judgeSecrecy()
  }

  mutating func installed(_ trust: Trust<S>, over root: Trust<S>?) {
    if isHonestRoot(trust) { inForce.insert(trust) }
    if let root, isHonestRoot(root) { judge(.hostReset(to: trust, from: root)) }
  }

  mutating func advanced(from trust: Trust<S>, along path: [Link<S>], root: Trust<S>) {
    succeeded(trust, along: path)
    if violations.isEmpty, isHonestRoot(root) { seen.insert(.hostAdvanced) }
    if isHonestRoot(root), let last = path.last?.trust { judge(.hostMoved(to: last, domain: root.fingerprint)) }
  }

  mutating func encrypted(
    _ message: [UInt8], under key: DomainKey, token: Token<S>, current: Trust<S>, root: Trust<S>, by member: Member<S>
  ) {
    guard isHonestRoot(root) else { return }
    data.append((message, key))
    judge(.served(by: member, under: token.trust, current: current))
    if retired.contains(key) { judge(.servedRetired(.deactivated)) }
    judgeSecrecy()
  }

  /// A customer key was wrapped for a host.
  mutating func wrapped(
    _ customerKey: DomainKey, under key: DomainKey, token: Token<S>, current: Trust<S>, root: Trust<S>, by member: Member<S>
  ) {
    guard isHonestRoot(root) else { return }
    customerKeys[customerKey, default: []].insert(key)
    judge(.served(by: member, under: token.trust, current: current))
    if retired.contains(key) { judge(.servedRetired(.deactivated)) }
    if violations.isEmpty { seen.insert(.customerKeyWrapped) }
    judgeSecrecy()
  }

  /// An HSM decrypted for a host with a key in this state.
  mutating func opened(_ state: KeyState?, root: Trust<S>) {
    if state == .dropped, isHonestRoot(root) { judge(.servedRetired(.dropped)) }
  }

  mutating func decrypted(_ message: [UInt8], token: Token<S>, current: Trust<S>, root: Trust<S>, by member: Member<S>) {
    guard isHonestRoot(root) else { return }
    if data.contains(where: { $0.message == message }) { seen.insert(.decrypted) }
    if customerKeys[DomainKey(message)] != nil { judge(.customerKeyReleased) }
    judge(.served(by: member, under: token.trust, current: current))
  }

  /// The adversary got `message` from a genuine HSM.
  mutating func disclosed(_ message: [UInt8]) {
    if let keys = KeyMap(KeyPlaintext(message)) { learned(keys) }
    if customerKeys[DomainKey(message)] != nil {
      judge(.customerKeyReleased)
      keysKnown.insert(DomainKey(message))
      judgeSecrecy()
    }
    if data.contains(where: { $0.message == message }) {
      judge(.dataExposed(.decrypted))
    }
  }

  private mutating func judgeSecrecy() {
    if !keysInUse.isDisjoint(with: keysKnown) { judge(.keyExposed) }
    if data.contains(where: { isKnown($0.key) }) { judge(.dataExposed(.keyKnown)) }
  }

  /// Who knows a domain key reads the customer keys that were ever wrapped under it.
  private func isKnown(_ key: DomainKey) -> Bool {
    keysKnown.contains(key) || !(customerKeys[key]?.isDisjoint(with: keysKnown) ?? true)
  }

  /// Of each property the first violation counts.
  private mutating func judge(_ event: DomainEvent<S>) {
    for invariant in invariants where !violations.contains(where: { $0.property == invariant.property }) {
      if let words = invariant.objection(to: event, in: setting) {
        violations.append(Violation(property: invariant.property, words: words))
      }
    }
  }
}
