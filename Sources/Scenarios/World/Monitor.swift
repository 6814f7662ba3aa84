@_spi(Judge) import DomainManagement

/// Watches the properties. It sees everything, as the judge of a game does: who is genuine, what is inside tokens, who signed
/// what.
struct Monitor<S: DomainSuite> {
  /// A property that fell, and how, with keys as `Decision.name` writes them.
  struct Violation: Hashable {
    let property: Property
    let words: String
  }

  let registry: Registry<S>
  let globalQuorum: Int
  private(set) var violations: [Violation] = []
  /// Trusts in force in honest domains.
  private var inForce: Set<Trust<S>> = []
  /// What honest operators signed.
  private var consents: Set<Statement<S>> = []
  /// Keys that genuine HSMs used under trusts in force in honest domains.
  private var keysInUse: Set<DomainKey> = []
  private(set) var keysKnown: Set<DomainKey> = []
  /// What hosts of honest domains encrypted, and under which key.
  private var data: [(message: [UInt8], key: DomainKey)] = []
  /// What happened that should be able to happen: guards against an empty "holds".
  private(set) var seen: Set<Milestone> = []

  init(registry: Registry<S>, globalQuorum: Int) {
    self.registry = registry
    self.globalQuorum = globalQuorum
  }

  func isHonestRoot(_ trust: Trust<S>) -> Bool {
    trust.parent == nil && trust.domain == nil && trust.quorum >= globalQuorum && registry.objection(to: trust) == nil
  }
  func isInForce(_ trust: Trust<S>) -> Bool { inForce.contains(trust) }

  mutating func signed(_ statement: Statement<S>) { consents.insert(statement) }

  mutating func learned(_ keys: KeyMap) {
    keysKnown.formUnion(keys.keys)
    judgeSecrecy()
  }

  mutating func founded(_ trust: Trust<S>) {
    guard isHonestRoot(trust) else { return }
    seen.insert(.founded)
    inForce.insert(trust)
    if !consents.contains(Statement(authorising: trust)) { violate(.consent, "no honest operator signed the founding trust") }
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
    switch registry.objection(to: trust) {
    case .operator(let index):
      violate(.genuineMembers, "a trust in force lists the operator \(Decision.name(trust.operators[index]))")
    case .hsm(let index): violate(.genuineMembers, "a trust in force lists the HSM \(Decision.name(trust.hsms[index].identity))")
    case .host(let index): violate(.genuineMembers, "a trust in force lists the host \(Decision.name(trust.hosts[index]))")
    case .agreementKey(let index):
      violate(
        .genuineMembers,
        "a trust in force lists \(Decision.name(trust.hsms[index].identity)) with another agreement key than its own")
    case nil: break
    }
    if !consents.contains(Statement(authorising: trust)) {
      violate(.consent, "no honest operator signed the trust that is now in force")
    } else if trust.parent != parent.fingerprint {
      violate(.consent, "the trust was signed as successor of another one than the one it replaces")
    }
  }

  /// A genuine HSM turned `before` into `after` under `trust`.
  mutating func used(_ before: KeyMap, giving after: KeyMap, under trust: Trust<S>) {
    guard inForce.contains(trust) else { return }
    for handle in before.handles where after[handle] != before[handle] {
      violate(.handleKeepsKey, "the handle `\(handle)` has another key than before")
    }
    if after.keys.count > before.keys.count { seen.insert(.keyAdded) }
    keysInUse.formUnion(before.keys)
    keysInUse.formUnion(after.keys)
    judgeSecrecy()
  }

  mutating func installed(_ trust: Trust<S>, over root: Trust<S>?) {
    if isHonestRoot(trust) { inForce.insert(trust) }
    if let root, isHonestRoot(root), root != trust {
      violate(.hostsStay, "a host of an honest domain was given another founding trust")
    }
  }

  mutating func advanced(from trust: Trust<S>, along path: [Link<S>], root: Trust<S>) {
    succeeded(trust, along: path)
    if violations.isEmpty, isHonestRoot(root) { seen.insert(.hostAdvanced) }
    if isHonestRoot(root), let last = path.last?.trust, last.domain != root.fingerprint {
      violate(.hostsStay, "a host of an honest domain installed a trust of another domain")
    }
  }

  mutating func encrypted(
    _ message: [UInt8], under key: DomainKey, token: Token<S>, current: Trust<S>, root: Trust<S>, by member: Member<S>
  ) {
    guard isHonestRoot(root) else { return }
    data.append((message, key))
    judgeMember(member, token, current)
    judgeSecrecy()
  }

  mutating func decrypted(_ message: [UInt8], token: Token<S>, current: Trust<S>, root: Trust<S>, by member: Member<S>) {
    guard isHonestRoot(root) else { return }
    if data.contains(where: { $0.message == message }) { seen.insert(.decrypted) }
    judgeMember(member, token, current)
  }

  /// The adversary got `message` from a genuine HSM.
  mutating func disclosed(_ message: [UInt8]) {
    if let keys = KeyMap(judged: message) { learned(keys) }
    if data.contains(where: { $0.message == message }) {
      violate(.dataSecret, "an HSM decrypted a user's message for a rogue host")
    }
  }

  private mutating func judgeMember(_ member: Member<S>, _ token: Token<S>, _ current: Trust<S>) {
    if token.trust != current {
      violate(.currentMembers, "a host was served by \(Decision.name(member.identity)) under another trust than its own")
    } else if !current.lists(member) {
      violate(.currentMembers, "a host was served by \(Decision.name(member.identity)), which is no HSM of its trust")
    }
  }

  private mutating func judgeSecrecy() {
    if !keysInUse.isDisjoint(with: keysKnown) {
      violate(.keysSecret, "the adversary knows a key that is in use in an honest domain")
    }
    if data.contains(where: { keysKnown.contains($0.key) }) {
      violate(.dataSecret, "the adversary knows the key under which a host encrypted")
    }
  }

  private mutating func violate(_ property: Property, _ words: String) {
    guard !violations.contains(where: { $0.property == property }) else { return }
    violations.append(Violation(property: property, words: words))
  }
}
