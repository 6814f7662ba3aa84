import DomainManagement
import Policy
import Scenarios

/// Questions for telling policies apart that a search does not ask, since no property of an honest domain hangs on the answers
/// alone.
extension DomainDeduction {
  /// After the search, which tells what trusts there are.
  func askBesides() {
    askFoundings()
    askMixedTokens()
    for node in nodes where node.depth == 0 && scope.depth > 0 { askCrossedSignatures(node) }
  }

  private func ask(_ question: Question<S>) { _ = policy.decide(question, suite: suite) }

  /// Every trust of the scope as a founding one, and as one that names a parent: with what the adversary has of signatures, and
  /// with the honest operators' if they give them.
  private func askFoundings() {
    let judge = LinkJudge(universe: universe, policy: policy, parent: nil)
    for content in contents {
      for parent in [nil, nodes.first?.trust] {
        if watch.isStopping() { return }
        let trust = universe.trust(content, parent: parent?.fingerprint, domain: parent?.domainName)
        let (forced, willing) = judge.endorsements(of: trust, content)
        for endorsed in [forced, willing].compactMap(\.self) {
          for module in universe.hsms { ask(.found(Link(trust, authorisation: endorsed.map(\.endorsement)), by: module.member)) }
        }
        if !universe.genuineHosts.isEmpty { ask(.install(trust, over: nil)) }
      }
    }
  }

  /// A token of the adversary's own domain with a signature that its rogue HSM made on another trust.
  private func askMixedTokens() {
    guard scope.domains > 1, let other = nodes.first?.trust else { return }
    let own = adversaryRoot
    let keys = KeyMap.chosen(["k"], draw: 800, suite: suite)
    guard let wrapped = Wrapped.made(of: keys, to: own.agreementKeys, tag: own.fingerprint, draw: 800, suite: suite) else {
      return
    }
    for rogue in universe.rogueHSMs {
      let signed = rogue.forge(trust: other, wrapped: wrapped, suite: suite)
      let token = Token(
        trust: own, wrapped: wrapped, signer: signed.signer, statement: signed.statement, signature: signed.signature)
      for module in universe.hsms { ask(.use(token, by: module.member)) }
      if !universe.genuineHosts.isEmpty { ask(.present(token, current: own)) }
    }
  }

  /// A successor with the same members and just enough signatures, one of which was made on a token: by a dishonest operator, or
  /// by the HSM that an honest one shares its key with.
  private func askCrossedSignatures(_ node: Node) {
    let successor = universe.trust(node.content, parent: node.trust.fingerprint, domain: node.trust.domainName)
    let listed = (0..<scope.operators).filter { node.content.operators >> UInt16($0) & 1 == 1 }
    let ordinary = listed.compactMap { index in endorsement(of: successor, by: index).map { (index, $0) } }
    for index in listed {
      guard
        let crossed = index < scope.sharedKeys
          ? tokenSignature(of: index, on: successor, node, ordinary.map(\.1)) : tokenSignature(of: index, on: successor)
      else { continue }
      let others = ordinary.filter { $0.0 != index }.prefix(max(0, node.trust.quorum - 1)).map(\.1)
      let path = [Link(successor, authorisation: [crossed] + others)]
      ask(.succeed(node.trust, path: path))
      if !universe.genuineHosts.isEmpty { ask(.advance(node.trust, path: path)) }
    }
  }

  private func endorsement(of trust: Trust<S>, by index: Int) -> Endorsement<S>? {
    guard
      case .endorsed(let endorsement) = universe.operators[index].reply(
        to: trust, registry: universe.registry, globalQuorum: scope.quorum, policy: policy, suite: suite)
    else { return nil }
    return endorsement
  }

  private func tokenSignature(of index: Int, on trust: Trust<S>) -> Endorsement<S>? {
    guard let wrapped = Wrapped.made(of: KeyMap(), to: trust.agreementKeys, tag: trust.fingerprint, draw: 1, suite: suite) else {
      return nil
    }
    return universe.operators[index].sign(Statement(issuing: trust, wrapped: wrapped), suite: suite)
  }

  /// The HSM signs a token of the successor when it moves there, as it should.
  private func tokenSignature(of hsm: Int, on trust: Trust<S>, _ node: Node, _ ordinary: [Endorsement<S>]) -> Endorsement<S>? {
    let consent =
      LinkJudge(universe: universe, policy: policy, parent: nil).endorsements(of: node.trust, node.content).willing ?? []
    guard let token = found(node.trust, consent, hsm),
      let moved = try? universe.hsms[hsm].update(
        token, along: [Link(trust, authorisation: ordinary)], draw: 1, policy: policy, suite: suite
      ).message
    else { return nil }
    return Endorsement(signer: moved.signer, statement: moved.statement, signature: moved.signature)
  }
}
