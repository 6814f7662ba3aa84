import DomainManagement
import Scenarios

/// Turns a found run into a scenario: names for everything, so that it can be read, minimised, and played on any suite.
struct Story<S: DomainSuite, P: DomainPolicy> where P.Suite == S {
  let deduction: DomainDeduction<S, P>
  private var trustNames: [S.Digest: String] = [:]
  private var sketches: [TrustSketch] = []
  private var tokenNames: [Token<S>: String] = [:]
  private var ciphertextNames: [[UInt8]: String] = [:]
  private var keyTokenNames: [ExportedKeyToken: String] = [:]
  private var steps: [Step] = []

  init(_ deduction: DomainDeduction<S, P>) { self.deduction = deduction }

  static func scenario(_ run: [DomainStep<S>], of deduction: DomainDeduction<S, P>, name: String, title: String) -> Scenario {
    var story = Story(deduction)
    for step in run { story.steps.append(Step(story.command(step))) }
    return Scenario(
      name: name, title: title, globalQuorum: deduction.scope.quorum,
      entities: Entity.Kind.allCases.flatMap { kind in deduction.universe.entities.filter { $0.kind == kind } },
      trusts: story.sketches,
      steps: story.steps, hasTransparentWrap: deduction.scope.transparentWrap)
  }

  private mutating func command(_ step: DomainStep<S>) -> Command {
    switch step {
    case .found(let hsm, let trust, let signers, let token):
      return .found(hsm: self.hsm(hsm), link(trust, signers), recipients: nil, token: name(new: token))
    case .addKey(let hsm, let token, let handle, let widenedTo, let new):
      let recipients = widenedTo.map { self.recipients(token.trust) + [self.hsm($0)] }
      return .addKey(hsm: self.hsm(hsm), token: name(token), handle: handle.name, recipients: recipients, result: name(new: new))
    case .update(let hsm, let token, let path, let new):
      let links = path.map { ($0.trust, $0.signers) }
      let old = name(token)
      var sketched: [Command.LinkSketch] = []
      for (trust, signers) in links { sketched.append(link(trust, signers)) }
      return .update(hsm: self.hsm(hsm), token: old, path: sketched, recipients: nil, result: name(new: new))
    case .rotate(let hsm, let token, let version, let signers, let kept, let new):
      return .rotateKey(
        hsm: self.hsm(hsm), token: name(token), handle: "k", version: version, signers: self.signers(signers), kept: kept,
        result: name(new: new))
    case .install(let host, let trust): return .install(host: self.host(host), trust: name(trust))
    case .advance(let host, let trust, let signers): return .advance(host: self.host(host), path: [link(trust, signers)])
    case .encrypt(let host, let hsm, let token, let key, let ciphertext):
      return .encrypt(
        host: self.host(host), hsm: self.hsm(hsm), token: name(token), key, message: "data",
        result: name(ciphertext))
    case .decrypt(let host, let hsm, let token, let key, let ciphertext):
      return .decrypt(
        host: self.host(host), hsm: self.hsm(hsm), token: name(token), key,
        ciphertext: self.ciphertext(ciphertext, for: hsm, under: token))
    case .wrapKey(let host, let hsm, let token, let version, let old, let new):
      let key = Command.KeySketch("k", version: version)
      guard let old else {
        return .createKey(host: self.host(host), hsm: self.hsm(hsm), token: name(token), key, result: name(new))
      }
      return .rewrapKey(
        host: self.host(host), hsm: self.hsm(hsm), token: name(token), key, keyToken: name(old), result: name(new))
    case .decryptToken(let host, let hsm, let token, let version, let key):
      return .decrypt(
        host: self.host(host), hsm: self.hsm(hsm), token: name(token), .init("k", version: version),
        ciphertext: .keyToken(name(key)))
    case .forge(let forgery, let token):
      let signature: Command.TokenSketch.Signature =
        switch forgery.signature {
        case .own: .own
        case .forged: .forged
        case .of(let other): .from(token: name(other))
        }
      let keys: Command.TokenSketch.Keys = forgery.keysOf.map { .from(token: name($0)) } ?? .own(handles: ["k"])
      let trust = name(token.trust)
      return .forge(.init(name(new: token), trust: trust, keys: keys, signer: hsmName(token.signer), signature: signature))
    }
  }

  private mutating func link(_ trust: Trust<S>, _ signers: [DomainStep<S>.Signer]) -> Command.LinkSketch {
    let named = self.signers(signers)
    return Command.LinkSketch(name(trust), named)
  }

  private mutating func signers(_ signers: [DomainStep<S>.Signer]) -> [Command.Signer] {
    var named: [Command.Signer] = []
    for signer in signers {
      switch signer {
      case .signs(let index): named.append(.signs(deduction.universe.operatorName(index)))
      case .forged(let index): named.append(.forged(deduction.universe.operatorName(index)))
      case .reused(let index, let other): named.append(.reused(deduction.universe.operatorName(index), trust: name(other)))
      case .onToken(let index, let token): named.append(.onToken(deduction.universe.operatorName(index), token: name(token)))
      }
    }
    return named
  }

  /// Ancestors first, as scenario files have it.
  private mutating func name(_ trust: Trust<S>) -> String {
    if let known = trustNames[trust.fingerprint] { return known }
    let universe = deduction.universe
    let (parentTrust, domainTrust) = (
      trust.parent.flatMap { deduction.trusts[$0] }, trust.domain.flatMap { deduction.trusts[$0] }
    )
    let parent = parentTrust.map { self.name($0) }
    let domain = domainTrust.map { self.name($0) }
    let name = "T\(sketches.count)"
    trustNames[trust.fingerprint] = name
    let operators = universe.operators.indices.filter { trust.operators.contains(universe.operators[$0].identity) }
    let hosts = universe.hosts.indices.filter { trust.hosts.contains(universe.hosts[$0].identity) }
    let entries = trust.hsms.map { member in
      TrustSketch.HSMEntry(hsmName(member.identity), agreementOf: hsmName(key: member.agreementKey))
    }
    var roles: [String: String] = [:]
    for index in operators {
      let (own, listed) = (universe.operatorName(index), trust.role(of: universe.operators[index].identity))
      if listed != universe.entities.first(where: { $0.name == own })?.role { roles[own] = listed }
    }
    sketches.append(
      TrustSketch(
        name, parent: parent, domain: domain, operators: operators.map(universe.operatorName), roles: roles,
        hsms: entries.sorted { $0.hsm < $1.hsm },
        hosts: hosts.map(universe.hostName), quorum: trust.rules))
    return name
  }

  private mutating func name(_ token: Token<S>) -> String { tokenNames[token] ?? name(new: token) }
  private mutating func name(new token: Token<S>) -> String {
    let name = "t\(tokenNames.count)"
    if let known = tokenNames[token] { return known }
    tokenNames[token] = name
    return name
  }
  private mutating func name(_ keyToken: ExportedKeyToken) -> String {
    let name = keyTokenNames[keyToken] ?? "e\(keyTokenNames.count)"
    keyTokenNames[keyToken] = name
    return name
  }
  private mutating func name(_ ciphertext: [UInt8]) -> String {
    let name = ciphertextNames[ciphertext] ?? "c\(ciphertextNames.count)"
    ciphertextNames[ciphertext] = name
    return name
  }

  /// By the name of what was encrypted, if anything was: what else is handed in are the keys of the token itself.
  private mutating func ciphertext(_ bytes: [UInt8], for hsm: Int, under token: Token<S>) -> Command.Ciphertext {
    let isWrap = token.wrapped.share(for: deduction.universe.hsms[hsm].member.agreementKey)?.bytes == bytes
    return isWrap ? .wrappedKeys(of: name(token)) : .made(name(bytes))
  }

  private func hsm(_ index: Int) -> String { deduction.universe.entities.filter { $0.kind == .hsm }[index].name }
  private func host(_ index: Int) -> String { deduction.universe.hostName(index) }
  private var members: [Member<S>] { deduction.universe.hsms.map(\.member) + deduction.universe.rogueHSMs.map(\.member) }
  private func hsmName(_ identity: S.Identity) -> String { members.firstIndex { $0.identity == identity }.map(hsm) ?? "?" }
  private func hsmName(key: S.AgreementKey) -> String { members.firstIndex { $0.agreementKey == key }.map(hsm) ?? "?" }
  private func recipients(_ trust: Trust<S>) -> [String] { trust.hsms.map { hsmName(key: $0.agreementKey) } }
}
