import DomainManagement
import Explorer
import Policy
import Scenarios

/// What follows from tokens.
extension DomainDeduction {
  typealias Emit = (Conclusion<DomainFact<S>, DomainStep<S>, DomainGoal>) -> Void

  mutating func conclusions(from fact: DomainFact<S>, _ emit: Emit) {
    switch fact {
    case .token(let node, let token, let generation, _, let rotations):
      addKeys(node, token, generation, emit)
      moveKeys(node, token, generation, rotations, emit)
      rotateKeys(node, token, generation, rotations, emit)
      skipVersions(node, token, generation, emit)
      for (forged, forgery) in forgeries(from: token) where forgery.keysOf == nil || generation > 0 {
        use(forged, [.forge(forgery, forged)], isOwnKey: forgery.keysOf == nil, emit)
      }
      shareKeys(node, emit)
      if generation > 0 { unwrapAsData(token, emit) }
    case .host(let host, let node):
      lead(host, node, emit)
      let trust = nodes[node].trust
      for (forged, forgery) in injections(under: trust) {
        serve(host, node, forged, [.forge(forgery, forged)], isOwnKey: true, emit)
      }
      if scope.domains > 1 {
        for (forged, forgery) in injections(under: adversaryRoot) {
          serve(host, node, forged, [.forge(forgery, forged)], isOwnKey: true, emit)
        }
      }
    case .widened, .sealed, .foreign, .overfull, .wrapped: break
    }
  }

  mutating func conclusions(from first: DomainFact<S>, _ second: DomainFact<S>, _ emit: Emit) {
    join(first, second, emit)
    join(second, first, emit)
  }

  private mutating func join(_ first: DomainFact<S>, _ second: DomainFact<S>, _ emit: Emit) {
    switch (first, second) {
    case (.token(let tokenNode, let token, let generation, _, let rotations), .host(let host, let node)):
      serve(host, node, token, [], isOwnKey: false, generation: generation, rotations: rotations, emit)
      if tokenNode == node {
        encryptUnderRetired(host, node, token, rotations: rotations, emit)
        if generation > 0 { wrapKey(host, node, token, rotations: rotations, emit) }
        for (forged, forgery) in forgeries(from: token) where forgery.keysOf == nil {
          serve(host, node, forged, [.forge(forgery, forged)], isOwnKey: true, emit)
        }
      }
    case (.widened(_, let token, _), .host(let host, let node)):
      serve(host, node, token, [], isOwnKey: false, emit)
    case (.overfull(let node, let token), .sealed(let ciphertext, let sealedNode, generation: 1, let host, rotations: 0)):
      if node == sealedNode { decryptWithDropped(host, node, token, ciphertext, emit) }
    case (.overfull(let node, let token), .wrapped(let key, let wrappedNode, let host)):
      if node == wrappedNode { rewrapDropped(key, host, node, token, emit) }
    case (.token(let node, let token, let generation, _, let rotations), .wrapped(let key, let wrappedNode, let host)):
      if generation > 0, node == wrappedNode {
        wrapKey(host, node, token, anew: key, rotations: rotations, emit)
        decryptToken(key, host, node, token, emit)
      }
    case (.token(let node, let token, let generation, _, _), .sealed(let ciphertext, let sealedNode, _, _, _)):
      guard generation > 0, nodes[node].root == nodes[sealedNode].root else { return }
      disclose(token, ciphertext, emit)
    case (.token(let node, let token, let generation, _, _), .foreign(let foreign, let hsm)):
      readAcross(node, token, generation, foreign, hsm, emit)
    default: break
    }
  }

  private mutating func addKeys(_ node: Int, _ token: Token<S>, _ generation: Int, _ emit: Emit) {
    let draw = nodes[node].keyDraw + UInt64(generation)
    for hsm in universe.hsms.indices {
      if let new = try? universe.hsms[hsm].addKey("k", to: token, draw: draw, policy: policy, suite: suite).message {
        let goals = (generation == 0 ? [.milestone(.keyAdded)] : broken(by: .handleRebound("k"))) + broken(byIssuing: new)
        emit(
          .init(
            [.addKey(hsm: hsm, token, "k", widenedTo: nil, new)],
            fact: generation == 0 ? .token(node: node, new, generation: 1, hsm: hsm, rotations: 0) : nil, goals: goals))
      }
      if let key = universe.adversaryKey, !token.trust.agreementKeys.contains(key),
        let new = try? universe.hsms[hsm].addKey(
          "x", to: token, recipients: token.trust.agreementKeys + [key], draw: draw, policy: policy, suite: suite
        ).message,
        leaks(new)
      {
        emit(.init([.addKey(hsm: hsm, token, "x", widenedTo: universe.hsms.count, new)], goals: broken(byIssuing: new)))
      }
      guard generation == 0 else { continue }
      for outsider in universe.hsms.indices where nodes[node].content.listing(outsider) == .absent {
        let recipients = token.trust.agreementKeys + [universe.hsms[outsider].member.agreementKey]
        guard
          let new = try? universe.hsms[hsm].addKey(
            "k", to: token, recipients: recipients, draw: draw, policy: policy, suite: suite
          ).message
        else { continue }
        emit(
          .init(
            [.addKey(hsm: hsm, token, "k", widenedTo: outsider, new)], fact: .widened(node: node, new, outsider: outsider),
            goals: broken(by: .issued(new))))
      }
    }
  }

  private mutating func moveKeys(_ node: Int, _ token: Token<S>, _ generation: Int, _ rotations: Int, _ emit: Emit) {
    for link in links(of: node) where link.isByHSM {
      let next = link.broken.isEmpty ? enter(link.trust, link.content, after: node) : nil
      if link.broken.isEmpty, next == nil { continue }
      for hsm in universe.hsms.indices {
        guard let new = try? universe.hsms[hsm].update(token, along: [link.link], draw: 1, policy: policy, suite: suite).message
        else { continue }
        var goals: [DomainGoal] = link.broken.map { .broken($0) }
        if goals.isEmpty { goals.append(.milestone(.updated)) }
        goals += broken(byIssuing: new, hasKeys: generation > 0)
        emit(
          .init(
            [.update(hsm: hsm, token, [(link.trust, link.endorsed.map(\.signer))], new)],
            fact: next.map { .token(node: $0, new, generation: generation, hsm: hsm, rotations: rotations) }, goals: goals))
      }
    }
  }

  /// The last link is good under its parent's rules; the one before is the adversary's own.
  private mutating func skipVersions(_ node: Int, _ token: Token<S>, _ generation: Int, _ emit: Emit) {
    guard nodes[node].depth + 2 <= scope.depth else { return }
    let parent = nodes[node].trust
    for first in adversaryTrusts(parent: parent.fingerprint, domain: parent.domainName) {
      for second in adversaryTrusts(parent: first.fingerprint, domain: parent.domainName) {
        let last = LinkJudge(universe: universe, policy: policy, parent: first).endorsements(of: second, universe.permissive)
          .forced
        let path = [Link(first, authorisation: []), Link(second, authorisation: last.map(\.endorsement))]
        guard policy.decide(.succeed(parent, path: path), suite: suite).denial == nil else { continue }
        remember(first)
        remember(second)
        for hsm in universe.hsms.indices {
          guard let new = try? universe.hsms[hsm].update(token, along: path, draw: 1, policy: policy, suite: suite).message else {
            continue
          }
          let goals = fallen([first, second], after: parent) + broken(byIssuing: new, hasKeys: generation > 0)
          emit(.init([.update(hsm: hsm, token, [(first, []), (second, last.map(\.signer))], new)], goals: goals))
        }
      }
    }
  }

  /// What falls when the adversary's trusts come into force, one after another, without an honest operator's consent. Where
  /// nothing is rogue, what the adversary writes lists genuine entities only.
  private func fallen(_ trusts: [Trust<S>], after parent: Trust<S>) -> [DomainGoal] {
    zip(trusts, [parent] + trusts).flatMap { broken(by: .entered($0, after: $1, consent: .missing)) }
  }

  /// A forged token in the hands of genuine HSMs: under the trust in force with a key of the adversary, or under a trust of the
  /// adversary with the keys of a token.
  private mutating func use(_ forged: Token<S>, _ steps: [DomainStep<S>], isOwnKey: Bool, _ emit: Emit) {
    for hsm in universe.hsms.indices {
      guard let new = try? universe.hsms[hsm].addKey("x", to: forged, draw: 900, policy: policy, suite: suite).message else {
        continue
      }
      remember(forged.trust)
      // In an honest domain the adversary's key is now in use; in the adversary's own domain the honest one is now readable.
      if isOwnKey || leaks(new) {
        let issued = isOwnKey ? broken(by: .issued(new)) : []
        emit(.init(steps + [.addKey(hsm: hsm, forged, "x", widenedTo: nil, new)], goals: issued + broken(by: .keyExposed)))
      }
    }
  }

  /// An HSM that shares its key with an operator signs a token for a trust that nobody authorised.
  private mutating func shareKeys(_ node: Int, _ emit: Emit) {
    guard scope.sharedKeys > 0, nodes[node].depth < scope.depth else { return }
    let parent = nodes[node].trust
    for trust in adversaryTrusts(parent: parent.fingerprint, domain: parent.domainName) {
      let (forced, _) = LinkJudge(universe: universe, policy: policy, parent: nil).endorsements(of: trust, universe.permissive)
      for hsm in 0..<scope.sharedKeys {
        guard let token = found(trust, forced, hsm) else { continue }
        remember(trust)
        emit(.init([.found(hsm: hsm, trust, forced.map(\.signer), token)], fact: .foreign(token, hsm: hsm)))
      }
      signForged(trust, emit)
    }
  }

  /// It signs a token that the adversary began, too: of the trust that it is to bring into force.
  private mutating func signForged(_ trust: Trust<S>, _ emit: Emit) {
    for (forged, forgery) in injections(under: trust) {
      for hsm in 0..<scope.sharedKeys {
        guard let token = try? universe.hsms[hsm].addKey("x", to: forged, draw: 900, policy: policy, suite: suite).message else {
          continue
        }
        remember(trust)
        let steps: [DomainStep<S>] = [.forge(forgery, forged), .addKey(hsm: hsm, forged, "x", widenedTo: nil, token)]
        emit(.init(steps, fact: .foreign(token, hsm: hsm)))
      }
    }
  }

  /// The signature of an HSM on a token, attached as an operator's; and how the adversary gets it from its own domain.
  private mutating func readAcross(
    _ node: Int, _ token: Token<S>, _ generation: Int, _ foreign: Token<S>, _ hsm: Int, _ emit: Emit
  ) {
    guard nodes[node].depth < scope.depth else { return }
    let parent = nodes[node].trust
    if foreign.trust == adversaryRoot {
      for trust in adversaryTrusts(parent: parent.fingerprint, domain: parent.domainName) {
        let (forced, _) = LinkJudge(universe: universe, policy: policy, parent: adversaryRoot).endorsements(
          of: trust, universe.permissive)
        let link = Link(trust, authorisation: forced.map(\.endorsement))
        guard let new = try? universe.hsms[hsm].update(foreign, along: [link], draw: 1, policy: policy, suite: suite).message
        else { continue }
        remember(trust)
        emit(.init([.update(hsm: hsm, foreign, [(trust, forced.map(\.signer))], new)], fact: .foreign(new, hsm: hsm)))
      }
    }
    guard foreign.trust.parent == parent.fingerprint else { return }
    var (endorsed, _) = LinkJudge(universe: universe, policy: policy, parent: parent).endorsements(
      of: foreign.trust, universe.permissive)
    let crossed = Endorsement(signer: foreign.signer, statement: foreign.statement, signature: foreign.signature)
    endorsed.insert(SignedBy(endorsement: crossed, signer: .onToken(hsm, foreign)), at: 0)
    let link = Link(foreign.trust, authorisation: endorsed.map(\.endorsement))
    for module in universe.hsms.indices {
      guard let new = try? universe.hsms[module].update(token, along: [link], draw: 1, policy: policy, suite: suite).message
      else { continue }
      let goals = fallen([foreign.trust], after: parent) + broken(byIssuing: new, hasKeys: generation > 0)
      emit(.init([.update(hsm: module, token, [(foreign.trust, endorsed.map(\.signer))], new)], goals: goals))
    }
  }
}
