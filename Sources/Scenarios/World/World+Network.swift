@_spi(Judge) import DomainManagement
import Policy
import Records

/// What commands are made of: looking names up, having trusts signed, and what the adversary keeps of what is sent.
extension World {
  func trust(_ name: String) throws(Refusal) -> Trust<S> {
    guard let trust = trusts[name] else { throw .impossible("there is no trust `\(name)`") }
    return trust
  }
  func token(_ name: String) throws(Refusal) -> Token<S> {
    guard let token = tokens[name] else { throw .impossible("there is no token `\(name)`: the step that makes it failed") }
    return token
  }
  func keyToken(_ name: String) throws(Refusal) -> ExportedKeyToken {
    guard let token = keyTokens[name] else {
      throw .impossible("there is no key token `\(name)`: the step that makes it failed")
    }
    return token
  }
  func bytes(_ ciphertext: Command.Ciphertext, for hsm: String) throws(Refusal) -> [UInt8] {
    switch ciphertext {
    case .made(let name):
      guard let bytes = ciphertexts[name] else {
        throw .impossible("there is no ciphertext `\(name)`: the step that makes it failed")
      }
      return bytes
    case .keyToken(let name): return try keyToken(name).ciphertext
    case .wrappedKeys(let name):
      let wrapped = try token(name).wrapped
      guard let bytes = member(hsm).flatMap({ wrapped.share(for: $0.agreementKey)?.bytes }) else {
        throw .impossible("no keys of \(name) are wrapped for `\(hsm)`")
      }
      return bytes
    }
  }
  func genuine(_ name: String) throws(Refusal) -> HSM<S> {
    guard let module = hsms[name] else { throw .impossible("`\(name)` is no genuine HSM") }
    return module
  }
  func host(_ name: String) throws(Refusal) -> Host<S> {
    guard let host = hosts[name] else { throw .impossible("there is no host `\(name)`") }
    return host
  }
  func keys(_ recipients: [String]?) throws(Refusal) -> [S.AgreementKey]? { recipients?.compactMap { member($0)?.agreementKey } }

  mutating func authorise(_ name: String, _ sketch: String) throws(Refusal) -> Endorsement<S> {
    let trust = try self.trust(sketch)
    guard let maker = operators[name] else { throw .impossible("there is no operator `\(name)`") }
    let endorsement = try maker.authorise(
      trust, registry: monitor.setting.registry, globalQuorum: scenario.globalQuorum, policy: policy, suite: suite)
    if natures[name] == .honest { monitor.signed(endorsement.statement) }
    give(name, "signed \(sketch)")
    return endorsement
  }

  mutating func link(_ sketch: Command.LinkSketch, _ notes: inout [String]) throws(Refusal) -> Link<S> {
    let trust = try self.trust(sketch.trust)
    var authorisation: [Endorsement<S>] = []
    for signer in sketch.signers {
      switch signer {
      case .signs(let name):
        do throws(Refusal) {
          authorisation.append(try authorise(name, sketch.trust))
        } catch {
          if let rule = error.rule { withheld.append(rule) }
          notes.append("\(name) does not sign \(sketch.trust): \(error)")
        }
      case .forged(let name):
        guard let identity = operators[name]?.identity else { continue }
        authorisation.append(
          Endorsement(signer: identity, statement: Statement(authorising: trust), signature: suite.bogusSignature()))
      case .reused(let name, let other):
        authorisation.append(try authorise(name, other))
      case .onToken(let name, let token):
        guard let identity = operators[name]?.identity else { continue }
        let token = try self.token(token)
        authorisation.append(Endorsement(signer: identity, statement: token.statement, signature: token.signature))
      }
    }
    return Link(trust, authorisation: authorisation)
  }

  mutating func path(_ sketches: [Command.LinkSketch], _ notes: inout [String]) throws(Refusal) -> [Link<S>] {
    var links: [Link<S>] = []
    for sketch in sketches { links.append(try link(sketch, &notes)) }
    return links
  }

  /// The adversary keeps every token that is sent, and reads what its rogue modules can open.
  mutating func publish(_ token: Token<S>, by hsm: String, as name: String, _ notes: inout [String]) {
    tokens[name] = token
    give(hsm, "issued \(name)")
    give(ScenarioRecord.Actor.adversary, name)
    monitor.issued(token)
    for entity in scenario.entities {
      guard let keys = rogueHSMs[entity.name]?.pry(token.wrapped, suite: suite), !keys.handles.isEmpty else { continue }
      learn(keys, "with the key of \(entity.name)", &notes)
    }
    if let keys = token.wrapped.exposed(suite: suite), !keys.handles.isEmpty { learn(keys, "in clear", &notes) }
  }

  mutating func learn(_ keys: KeyMap, _ how: String, _ notes: inout [String]) {
    monitor.learned(keys)
    for handle in keys.handles.prefix(10) { give(ScenarioRecord.Actor.adversary, "the key `\(handle)`") }
    let (shown, rest) = (keys.handles.prefix(10).map { "the key `\($0)`" }, max(0, keys.handles.count - 10))
    notes.append("the adversary reads \(shown.joined(separator: ", "))\(rest > 0 ? " and \(rest) more" : "") \(how)")
  }

  /// An endorsement of an order; a signature on anything else is none.
  mutating func sign(_ order: RotationOrder<S>, _ signer: Command.Signer) throws(Refusal) -> RotationEndorsement<S> {
    guard let maker = operators[signer.name] else { throw .impossible("there is no operator `\(signer.name)`") }
    guard case .signs(let name) = signer else {
      return RotationEndorsement(signer: maker.identity, order: order, signature: suite.bogusSignature())
    }
    if natures[name] == .honest { monitor.ordered(order) }
    give(name, "ordered to retire version \(order.version) of `\(order.handle)`")
    return maker.order(order, suite: suite)
  }

  mutating func judge(_ order: RotationOrder<S>, _ module: HSM<S>, _ old: Token<S>, giving new: Token<S>) {
    guard let before = module.inspect(old.wrapped, suite: suite), let after = inspect(new) else { return }
    monitor.rotated(order, from: before, to: after, under: old.trust)
  }

  mutating func judge(_ module: HSM<S>, _ old: Token<S>, giving new: Token<S>) {
    guard let before = module.inspect(old.wrapped, suite: suite) else { return }
    guard let after = inspect(new) else { return }
    monitor.used(before, giving: after, under: monitor.isInForce(old.trust) ? old.trust : new.trust)
  }

  /// The keys in a token, read with whichever module can: all of them hold the same.
  func inspect(_ token: Token<S>) -> KeyMap? {
    for entity in scenario.entities {
      if let keys = hsms[entity.name]?.inspect(token.wrapped, suite: suite)
        ?? rogueHSMs[entity.name]?.pry(token.wrapped, suite: suite)
      {
        return keys
      }
    }
    return nil
  }

  mutating func forge(_ sketch: Command.TokenSketch, _ notes: inout [String]) throws(Refusal) -> Token<S> {
    let trust = try self.trust(sketch.trust)
    guard let signer = member(sketch.signer)?.identity else { throw .impossible("there is no HSM `\(sketch.signer)`") }
    let wrapped: Wrapped<S>
    switch sketch.keys {
    case .own(let handles):
      let draw = next()
      self.draw += UInt64(handles.count)
      let keys = KeyMap.chosen(handles.map { Handle($0) }, draw: draw, suite: suite)
      monitor.learned(keys)
      for handle in keys.handles.prefix(10) { give(ScenarioRecord.Actor.adversary, "the key `\(handle)`") }
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
