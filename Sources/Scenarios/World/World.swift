@_spi(Judge) import DomainManagement
import Policy
import Records

/// Plays the commands of a scenario on one suite: the entities, everything the network has seen, and the judge.
struct World<S: DomainSuite, P: DomainPolicy> where P.Suite == S {
  let suite: S
  let policy: P
  let scenario: Scenario
  private(set) var operators: [String: Operator<S>] = [:]
  private(set) var hsms: [String: HSM<S>] = [:]
  private(set) var rogueHSMs: [String: RogueHSM<S>] = [:]
  var hosts: [String: Host<S>] = [:]
  private(set) var trusts: [String: Trust<S>] = [:]
  var monitor: Monitor<S>
  /// Names for keys and fingerprints, to tell reasons in the scenario's words.
  private(set) var names: [String: String] = [:]
  /// The rules by which operators did not sign what they were asked to, in their order.
  var withheld: [String] = []
  private(set) var natures: [String: Entity.Nature] = [:]
  /// Of the operators that have one.
  private var roles: [String: String] = [:]
  var tokens: [String: Token<S>] = [:]
  var ciphertexts: [String: [UInt8]] = [:]
  var keyTokens: [String: ExportedKeyToken] = [:]
  /// What entities and the adversary have, in the order in which it came; and what has come since a step began.
  private var holdings: [String: [String]] = [:]
  var changes: [ScenarioRecord.Change] = []
  /// Numbers the coins, so that no two draws of a run share a name.
  var draw: UInt64 = 0

  init(_ scenario: Scenario, suite: S, policy: P) {
    self.scenario = scenario
    self.suite = suite
    self.policy = policy
    monitor = Monitor(DomainSetting(registry: Registry(), globalQuorum: scenario.globalQuorum))
    for entity in scenario.entities where entity.kind == .hsm { make(entity) }
    for entity in scenario.entities where entity.kind != .hsm { make(entity) }
    for sketch in scenario.trusts { make(sketch) }
  }

  /// Somebody has something now, once and for all, or in the place of the last such thing.
  mutating func give(_ actor: String, _ thing: String, inPlaceOf isOld: (String) -> Bool = { _ in false }) {
    var things = holdings[actor] ?? []
    guard !things.contains(thing) else { return }
    let old = things.firstIndex(where: isOld)
    changes.append(.init(actor, gains: thing, loses: old.map { things.remove(at: $0) }))
    holdings[actor] = things + [thing]
  }

  mutating func next() -> UInt64 {
    draw += 1
    return draw
  }

  private mutating func make(_ entity: Entity) {
    natures[entity.name] = entity.nature
    roles[entity.name] = entity.role
    let identity: S.Identity
    switch (entity.kind, entity.nature) {
    case (.operator, let nature):
      let maker = entity.sharesKeyWith.flatMap { hsms[$0]?.asOperator(isHonest: nature == .honest) }
      let made = maker ?? Operator(isHonest: nature == .honest, draw: next(), suite: suite)
      operators[entity.name] = made
      identity = made.identity
      if nature != .rogue { monitor.setting.registry.register(operator: identity, role: entity.role) }
      if nature == .honest { monitor.setting.honest.insert(identity) }
    case (.hsm, .rogue):
      let made = RogueHSM(draw: next(), suite: suite)
      rogueHSMs[entity.name] = made
      identity = made.member.identity
      // First the identity: on the symbolic suite the two keys are one name.
      name(identity, entity.name)
      name(made.member.agreementKey, "the agreement key of \(entity.name)")
    case (.hsm, _):
      let made = HSM(draw: next(), suite: suite)
      hsms[entity.name] = made
      identity = made.member.identity
      monitor.setting.registry.register(hsm: made.member)
      // First the identity: on the symbolic suite the two keys are one name.
      name(identity, entity.name)
      name(made.member.agreementKey, "the agreement key of \(entity.name)")
    case (.host, let nature):
      let made = Host(draw: next(), suite: suite)
      hosts[entity.name] = made
      identity = made.identity
      if nature != .rogue { monitor.setting.registry.register(host: identity) }
    }
    name(identity, entity.name)
  }

  private mutating func make(_ sketch: TrustSketch) {
    var roles: [S.Identity: String] = [:]
    for name in sketch.operators {
      if let identity = operators[name]?.identity { roles[identity] = sketch.roles[name] ?? self.roles[name] }
    }
    let trust = Trust(
      parent: sketch.parent.flatMap { trusts[$0]?.fingerprint }, domain: sketch.domain.flatMap { trusts[$0]?.fingerprint },
      operators: sketch.operators.compactMap { operators[$0]?.identity }, roles: roles,
      hsms: sketch.hsms.compactMap { entry in
        guard let identity = member(entry.hsm)?.identity, let key = member(entry.agreementOf)?.agreementKey else { return nil }
        return Member(identity: identity, agreementKey: key)
      },
      hosts: sketch.hosts.compactMap { hosts[$0]?.identity }, rules: sketch.quorum, suite: suite)
    trusts[sketch.name] = trust
    name(trust.fingerprint, sketch.name)
  }

  private mutating func name(_ value: some WireValue, _ name: String) {
    let key = Decision.name(value)
    if names[key] == nil { names[key] = name }
  }

  /// The adversary has the keys of an entity from now on: an operator signs what it likes, and an HSM's keys open every token
  /// that was ever wrapped for it.
  mutating func corrupt(_ name: String, _ notes: inout [String]) {
    notes.append("outside the theorem, in which nobody is corrupted on the way")
    give(ScenarioRecord.Actor.adversary, "all of \(name)")
    if let maker = operators[name] {
      operators[name] = maker.corrupted
      monitor.setting.honest.remove(maker.identity)
      natures[name] = .dishonest
    } else if let module = hsms[name] {
      let opened = RogueHSM(opening: module)
      rogueHSMs[name] = opened
      for (_, token) in tokens.sorted(by: { $0.key < $1.key }) {
        guard let keys = opened.pry(token.wrapped, suite: suite), !keys.handles.isEmpty else { continue }
        learn(keys, "with the key of \(name)", &notes)
      }
    }
  }

  func member(_ name: String) -> Member<S>? { hsms[name]?.member ?? rogueHSMs[name]?.member }

  /// `text` with the scenario's names for the keys in it.
  func told(_ text: String) -> String {
    guard text.contains("⟨") else { return text }
    // Longest first: a digest of the symbolic suite contains the bytes of keys, never the brackets.
    return names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }
}
