import DomainManagement
import Policy
import Records

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

  /// A host knows one trust at a time.
  private mutating func stand(_ host: String, at trust: String) { give(host, "at \(trust)") { $0.hasPrefix("at ") } }

  /// Plays a command without telling what became of it.
  mutating func accepts(_ command: Command) -> Bool {
    var notes: [String] = []
    do throws(Refusal) { try perform(command, &notes) } catch { return false }
    return true
  }

  /// Key tokens are stored by hosts, and seen by everybody.
  private mutating func keep(_ reply: ServiceReply, of host: String, as name: String) {
    guard case .keyToken(let token) = reply else { return }
    keyTokens[name] = token
    give(host, name)
    give(ScenarioRecord.Actor.adversary, name)
  }

  private mutating func perform(_ command: Command, _ notes: inout [String]) throws(Refusal) {
    switch command {
    case .authorise(let name, let trust):
      _ = try authorise(name, trust)
    case .found(let hsm, let link, let recipients, let result):
      let module = try genuine(hsm)
      let founding = try self.link(link, &notes)
      let answer = try module.found(founding, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      monitor.founded(founding.trust)
      publish(answer.message, by: hsm, as: result, &notes)
    case .addKey(let hsm, let token, let handle, let recipients, let result):
      let (module, old) = (try genuine(hsm), try self.token(token))
      let answer = try module.addKey(
        Handle(handle), to: old, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      judge(module, old, giving: answer.message)
      publish(answer.message, by: hsm, as: result, &notes)
    case .update(let hsm, let token, let path, let recipients, let result):
      let (module, old) = (try genuine(hsm), try self.token(token))
      let links = try self.path(path, &notes)
      let answer = try module.update(
        old, along: links, recipients: try keys(recipients), draw: next(), policy: policy, suite: suite)
      monitor.succeeded(old.trust, along: links)
      judge(module, old, giving: answer.message)
      publish(answer.message, by: hsm, as: result, &notes)
    case .rotateKey(let hsm, let token, let handle, let version, let signers, let kept, let result):
      let (module, old) = (try genuine(hsm), try self.token(token))
      let order = RotationOrder(under: old.trust, handle: Handle(handle), version: version)
      let authorisation = try signers.map { (signer) throws(Refusal) in try sign(order, signer) }
      let answer = try module.rotateKey(
        order, authorisation: authorisation, in: old, keeping: kept, draw: next(), policy: policy, suite: suite)
      judge(order, module, old, giving: answer.message)
      publish(answer.message, by: hsm, as: result, &notes)
    case .install(let name, let trust):
      var host = try self.host(name)
      let (founding, root) = (try self.trust(trust), host.root)
      try host.install(founding, policy: policy, suite: suite)
      hosts[name] = host
      stand(name, at: trust)
      if natures[name] != .rogue { monitor.installed(founding, over: root) }
    case .advance(let name, let path):
      var host = try self.host(name)
      let links = try self.path(path, &notes)
      let before = host.current
      try host.advance(along: links, policy: policy, suite: suite)
      hosts[name] = host
      if let last = path.last { stand(name, at: last.trust) }
      if natures[name] != .rogue, let before, let root = host.root { monitor.advanced(from: before, along: links, root: root) }
    case .encrypt(let name, let hsm, let token, let key, let message, let result):
      let bytes = Array(message.utf8)
      let answer = try serve(name, hsm, token, key, .encrypt(message: bytes, associatedData: []), &notes)
      if case .ciphertext(let ciphertext) = answer {
        ciphertexts[result] = ciphertext
        give(name, result)
      }
    case .decrypt(let name, let hsm, let token, let key, let ciphertext):
      let bytes = try self.bytes(ciphertext, for: hsm)
      var data: [UInt8] = []
      if case .keyToken = ciphertext { data = ExportedKeyToken.associatedData }
      let answer = try serve(name, hsm, token, key, .decrypt(ciphertext: bytes, associatedData: data), &notes)
      if case .message(let message) = answer { notes.append("the message is “\(String(decoding: message, as: UTF8.self))”") }
    case .createKey(let name, let hsm, let token, let key, let result):
      keep(try serve(name, hsm, token, key, .createKey, &notes), of: name, as: result)
    case .rewrapKey(let name, let hsm, let token, let key, let old, let result):
      keep(try serve(name, hsm, token, key, .rewrap(try keyToken(old)), &notes), of: name, as: result)
    case .corrupt(_, let name):
      corrupt(name, &notes)
    case .forge(let sketch):
      tokens[sketch.result] = try forge(sketch, &notes)
      give(ScenarioRecord.Actor.adversary, "\(sketch.result), its own")
    }
  }
}
