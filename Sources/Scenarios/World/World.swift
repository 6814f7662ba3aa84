@_spi(Judge) import DomainManagement
import Policy

/// Plays the commands of a scenario on one suite: the entities, everything the network has seen, and the judge.
struct World<S: DomainSuite, P: DomainPolicy> where P.Suite == S {
  let suite: S
  let policy: P
  let scenario: Scenario
  private(set) var operators: [String: Operator<S>] = [:]
  private(set) var hsms: [String: HSM<S>] = [:]
  private(set) var rogueHSMs: [String: RogueHSM<S>] = [:]
  private(set) var hosts: [String: Host<S>] = [:]
  private(set) var trusts: [String: Trust<S>] = [:]
  private(set) var monitor: Monitor<S>
  /// Names for keys and fingerprints, to tell reasons in the scenario's words.
  private(set) var names: [String: String] = [:]
  /// The rules by which operators did not sign what they were asked to, in their order.
  private(set) var withheld: [String] = []
  private var natures: [String: Entity.Nature] = [:]
  private var registry = Registry<S>()
  private var tokens: [String: Token<S>] = [:]
  private var ciphertexts: [String: [UInt8]] = [:]
  /// Numbers the coins, so that no two draws of a run share a name.
  private var draw: UInt64 = 0

  init(_ scenario: Scenario, suite: S, policy: P) {
    self.scenario = scenario
    self.suite = suite
    self.policy = policy
    monitor = Monitor(registry: registry, globalQuorum: scenario.globalQuorum)
    for entity in scenario.entities where entity.kind == .hsm { make(entity) }
    for entity in scenario.entities where entity.kind != .hsm { make(entity) }
    monitor = Monitor(registry: registry, globalQuorum: scenario.globalQuorum)
    for sketch in scenario.trusts { make(sketch) }
  }

  private mutating func next() -> UInt64 {
    draw += 1
    return draw
  }

  private mutating func make(_ entity: Entity) {
    natures[entity.name] = entity.nature
    let identity: S.Identity
    switch (entity.kind, entity.nature) {
    case (.operator, let nature):
      let maker = entity.sharesKeyWith.flatMap { hsms[$0]?.asOperator(isHonest: nature == .honest) }
      let made = maker ?? Operator(isHonest: nature == .honest, draw: next(), suite: suite)
      operators[entity.name] = made
      identity = made.identity
      if nature != .rogue { registry.register(operator: identity) }
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
      registry.register(hsm: made.member)
      // First the identity: on the symbolic suite the two keys are one name.
      name(identity, entity.name)
      name(made.member.agreementKey, "the agreement key of \(entity.name)")
    case (.host, let nature):
      let made = Host(draw: next(), suite: suite)
      hosts[entity.name] = made
      identity = made.identity
      if nature != .rogue { registry.register(host: identity) }
    }
    name(identity, entity.name)
  }

  private mutating func make(_ sketch: TrustSketch) {
    let trust = Trust(
      parent: sketch.parent.flatMap { trusts[$0]?.fingerprint }, domain: sketch.domain.flatMap { trusts[$0]?.fingerprint },
      operators: sketch.operators.compactMap { operators[$0]?.identity },
      hsms: sketch.hsms.compactMap { entry in
        guard let identity = member(entry.hsm)?.identity, let key = member(entry.agreementOf)?.agreementKey else { return nil }
        return Member(identity: identity, agreementKey: key)
      },
      hosts: sketch.hosts.compactMap { hosts[$0]?.identity }, quorum: sketch.quorum, suite: suite)
    trusts[sketch.name] = trust
    name(trust.fingerprint, sketch.name)
  }

  private mutating func name(_ value: some WireValue, _ name: String) {
    let key = Decision.name(value)
    if names[key] == nil { names[key] = name }
  }

  private func member(_ name: String) -> Member<S>? { hsms[name]?.member ?? rogueHSMs[name]?.member }

  /// `text` with the scenario's names for the keys in it.
  func told(_ text: String) -> String {
    guard text.contains("⟨") else { return text }
    // Longest first: a digest of the symbolic suite contains the bytes of keys, never the brackets.
    return names.sorted { ($0.key.count, $0.key) > ($1.key.count, $1.key) }.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }
}

extension World {
  /// What became of one command.
  enum Outcome: Hashable {
    /// `notes` tells what else happened: who refused to sign, what the adversary learned.
    case accepted(notes: [String])
    case refused(rule: String, reason: String, notes: [String])
    case impossible(String)
  }

  mutating func play(_ command: Command) -> Outcome {
    var notes: [String] = []
    do throws(Refusal) {
      try perform(command, &notes)
      return .accepted(notes: notes.map(told))
    } catch {
      switch error {
      case .rule(let rule, let reason): return .refused(rule: rule, reason: told(reason), notes: notes.map(told))
      case .impossible(let reason): return .impossible(told(reason))
      }
    }
  }

  /// Plays a command without telling what became of it.
  mutating func accepts(_ command: Command) -> Bool {
    var notes: [String] = []
    do throws(Refusal) { try perform(command, &notes) } catch { return false }
    return true
  }

  private mutating func perform(_ command: Command, _ notes: inout [String]) throws(Refusal) {
    switch command {
    case .authorise(let name, let trust):
      _ = try authorise(name, try self.trust(trust))
    case .found(let hsm, let link, let recipients, let result):
      let module = try genuine(hsm)
      let founding = try self.link(link, &notes)
      let answer = try module.found(founding, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      monitor.founded(founding.trust)
      publish(answer.message, as: result, &notes)
    case .addKey(let hsm, let token, let handle, let recipients, let result):
      let (module, old) = (try genuine(hsm), try self.token(token))
      let answer = try module.addKey(Handle(handle), to: old, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      judge(module, old, giving: answer.message)
      publish(answer.message, as: result, &notes)
    case .update(let hsm, let token, let path, let recipients, let result):
      let (module, old) = (try genuine(hsm), try self.token(token))
      let links = try self.path(path, &notes)
      let answer = try module.update(old, along: links, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      monitor.succeeded(old.trust, along: links)
      judge(module, old, giving: answer.message)
      publish(answer.message, as: result, &notes)
    case .install(let name, let trust):
      var host = try self.host(name)
      let (founding, root) = (try self.trust(trust), host.root)
      try host.install(founding, policy: policy, suite: suite)
      hosts[name] = host
      if natures[name] != .rogue { monitor.installed(founding, over: root) }
    case .advance(let name, let path):
      var host = try self.host(name)
      let links = try self.path(path, &notes)
      let before = host.current
      try host.advance(along: links, policy: policy, suite: suite)
      hosts[name] = host
      if natures[name] != .rogue, let before, let root = host.root { monitor.advanced(from: before, along: links, root: root) }
    case .encrypt(let name, let hsm, let token, let handle, let message, let result):
      let bytes = Array(message.utf8)
      let answer = try serve(name, hsm, token, handle, .encrypt(message: bytes, associatedData: []), &notes)
      if case .ciphertext(let ciphertext) = answer { ciphertexts[result] = ciphertext }
    case .decrypt(let name, let hsm, let token, let handle, let ciphertext):
      guard let bytes = ciphertexts[ciphertext] else { throw .impossible("there is no ciphertext `\(ciphertext)`") }
      let answer = try serve(name, hsm, token, handle, .decrypt(ciphertext: bytes, associatedData: []), &notes)
      if case .message(let message) = answer { notes.append("the message is “\(String(decoding: message, as: UTF8.self))”") }
    case .forge(let sketch):
      tokens[sketch.result] = try forge(sketch, &notes)
    }
  }
}

extension World {
  private func trust(_ name: String) throws(Refusal) -> Trust<S> {
    guard let trust = trusts[name] else { throw .impossible("there is no trust `\(name)`") }
    return trust
  }
  private func token(_ name: String) throws(Refusal) -> Token<S> {
    guard let token = tokens[name] else { throw .impossible("there is no token `\(name)`: the step that makes it failed") }
    return token
  }
  private func genuine(_ name: String) throws(Refusal) -> HSM<S> {
    guard let module = hsms[name] else { throw .impossible("`\(name)` is no genuine HSM") }
    return module
  }
  private func host(_ name: String) throws(Refusal) -> Host<S> {
    guard let host = hosts[name] else { throw .impossible("there is no host `\(name)`") }
    return host
  }
  private func keys(_ recipients: [String]?) throws(Refusal) -> [S.AgreementKey]? { recipients?.compactMap { member($0)?.agreementKey } }

  private mutating func authorise(_ name: String, _ trust: Trust<S>) throws(Refusal) -> Endorsement<S> {
    guard let maker = operators[name] else { throw .impossible("there is no operator `\(name)`") }
    let endorsement = try maker.authorise(trust, registry: registry, globalQuorum: scenario.globalQuorum, policy: policy, suite: suite)
    if natures[name] == .honest { monitor.signed(endorsement.statement) }
    return endorsement
  }

  private mutating func link(_ sketch: Command.LinkSketch, _ notes: inout [String]) throws(Refusal) -> Link<S> {
    let trust = try self.trust(sketch.trust)
    var authorisation: [Endorsement<S>] = []
    for signer in sketch.signers {
      switch signer {
      case .signs(let name):
        do throws(Refusal) {
          authorisation.append(try authorise(name, trust))
        } catch {
          if let rule = error.rule { withheld.append(rule) }
          notes.append("\(name) does not sign \(sketch.trust): \(error)")
        }
      case .forged(let name):
        guard let identity = operators[name]?.identity else { continue }
        authorisation.append(Endorsement(signer: identity, statement: Statement(authorising: trust), signature: suite.bogusSignature()))
      case .reused(let name, let other):
        authorisation.append(try authorise(name, try self.trust(other)))
      case .onToken(let name, let token):
        guard let identity = operators[name]?.identity else { continue }
        let token = try self.token(token)
        authorisation.append(Endorsement(signer: identity, statement: token.statement, signature: token.signature))
      }
    }
    return Link(trust, authorisation: authorisation)
  }

  private mutating func path(_ sketches: [Command.LinkSketch], _ notes: inout [String]) throws(Refusal) -> [Link<S>] {
    var links: [Link<S>] = []
    for sketch in sketches { links.append(try link(sketch, &notes)) }
    return links
  }

  /// The adversary keeps every token that is sent, and reads what its rogue modules can open.
  private mutating func publish(_ token: Token<S>, as name: String, _ notes: inout [String]) {
    tokens[name] = token
    for entity in scenario.entities {
      guard let keys = rogueHSMs[entity.name]?.pry(token.wrapped, suite: suite), !keys.handles.isEmpty else { continue }
      learn(keys, "with the key of \(entity.name)", &notes)
    }
    if let keys = token.wrapped.exposed(suite: suite), !keys.handles.isEmpty { learn(keys, "in clear", &notes) }
  }

  private mutating func learn(_ keys: KeyMap, _ how: String, _ notes: inout [String]) {
    monitor.learned(keys)
    notes.append("the adversary reads \(keys.handles.map { "the key `\($0)`" }.joined(separator: ", ")) \(how)")
  }

  private mutating func judge(_ module: HSM<S>, _ old: Token<S>, giving new: Token<S>) {
    guard let before = module.inspect(old.wrapped, suite: suite) else { return }
    guard let after = inspect(new) else { return }
    monitor.used(before, giving: after, under: monitor.isInForce(old.trust) ? old.trust : new.trust)
  }

  /// The keys in a token, read with whichever module can: all of them hold the same.
  private func inspect(_ token: Token<S>) -> KeyMap? {
    for entity in scenario.entities {
      if let keys = hsms[entity.name]?.inspect(token.wrapped, suite: suite) ?? rogueHSMs[entity.name]?.pry(token.wrapped, suite: suite) { return keys }
    }
    return nil
  }

  private mutating func serve(
    _ name: String, _ hsm: String, _ tokenName: String, _ handle: String, _ command: ServiceRequest<S>.Command, _ notes: inout [String]
  ) throws(Refusal) -> ServiceReply {
    let (host, module, token) = (try host(name), try genuine(hsm), try token(tokenName))
    let request: ServiceRequest<S>
    if natures[name] == .rogue {
      request = ServiceRequest(requester: host.identity, token: token, handle: Handle(handle), command: command)
    } else {
      request = try host.request(command, handle: Handle(handle), token: token, policy: policy, suite: suite)
    }
    let reply = try module.serve(request, draw: next(), policy: policy, suite: suite).message
    let keys = module.inspect(token.wrapped, suite: suite)
    if let keys { monitor.used(keys, giving: keys, under: token.trust) }
    if natures[name] == .rogue {
      if case .message(let message) = reply { monitor.disclosed(message) }
    } else if let current = host.current, let root = host.root {
      switch command {
      case .encrypt(let message, _):
        if let key = keys?[Handle(handle)] {
          monitor.encrypted(message, under: key, token: token, current: current, root: root, by: module.member)
        }
      case .decrypt:
        if case .message(let message) = reply { monitor.decrypted(message, token: token, current: current, root: root, by: module.member) }
      }
    }
    return reply
  }

  private mutating func forge(_ sketch: Command.TokenSketch, _ notes: inout [String]) throws(Refusal) -> Token<S> {
    let trust = try self.trust(sketch.trust)
    guard let signer = member(sketch.signer)?.identity else { throw .impossible("there is no HSM `\(sketch.signer)`") }
    let wrapped: Wrapped<S>
    switch sketch.keys {
    case .own(let handles):
      let draw = next()
      self.draw += UInt64(handles.count)
      let keys = KeyMap.chosen(handles.map { Handle($0) }, draw: draw, suite: suite)
      monitor.learned(keys)
      guard let made = Wrapped.made(of: keys, to: trust.agreementKeys, tag: trust.fingerprint, draw: draw, suite: suite) else {
        throw .impossible("an agreement key of \(sketch.trust) is none")
      }
      wrapped = made
    case .from(let other): wrapped = try token(other).wrapped
    }
    switch sketch.signature {
    case .own:
      guard let rogue = rogueHSMs[sketch.signer] else { throw .impossible("the adversary has no key of `\(sketch.signer)`") }
      return rogue.forge(trust: trust, wrapped: wrapped, suite: suite)
    case .forged:
      let statement = Statement(issuing: trust, wrapped: wrapped)
      return Token(trust: trust, wrapped: wrapped, signer: signer, statement: statement, signature: suite.bogusSignature())
    case .from(let other):
      let token = try token(other)
      return Token(trust: trust, wrapped: wrapped, signer: signer, statement: token.statement, signature: token.signature)
    }
  }
}
