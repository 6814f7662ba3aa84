import DomainManagement
import Explorer
import Policy
import Scenarios

/// How domains begin.
extension DomainDeduction {
  mutating func axioms(_ emit: (Conclusion<DomainFact<S>, DomainStep<S>, DomainGoal>) -> Void) {
    let universe = universe
    universe.listings(honestOnly: true) { content in
      foundOrInstall(content, emit)
      return !watch.isStopping()
    }
    guard scope.domains > 1, scope.sharedKeys > 0 else { return }
    let root = adversaryRoot
    remember(root)
    for hsm in 0..<scope.sharedKeys {
      let (forced, _) = LinkJudge(universe: universe, policy: policy, parent: nil).endorsements(of: root, universe.permissive)
      if let token = found(root, forced, hsm) {
        emit(.init([.found(hsm: hsm, root, forced.map(\.signer), token)], fact: .foreign(token, hsm: hsm)))
      }
    }
  }

  /// An honest domain begins.
  private mutating func foundOrInstall(
    _ content: TrustContent, _ emit: (Conclusion<DomainFact<S>, DomainStep<S>, DomainGoal>) -> Void
  ) {
    let trust = universe.trust(content, parent: nil, domain: nil)
    guard let node = enter(trust, content, after: nil) else { return }
    let (forced, willing) = LinkJudge(universe: universe, policy: policy, parent: nil).endorsements(of: trust, content)
    for hsm in universe.hsms.indices {
      if let token = found(trust, forced, hsm) {
        emit(
          .init(
            [.found(hsm: hsm, trust, forced.map(\.signer), token)], fact: .token(node: node, token, generation: 0, hsm: hsm),
            goals: founded(trust, .missing, token)))
      } else if let willing, let token = found(trust, willing, hsm) {
        emit(
          .init(
            [.found(hsm: hsm, trust, willing.map(\.signer), token)], fact: .token(node: node, token, generation: 0, hsm: hsm),
            goals: founded(trust, .given, token)))
      }
    }
    for host in universe.genuineHosts {
      var fresh = universe.hosts[host]
      if (try? fresh.install(trust, policy: policy, suite: suite)) != nil {
        emit(.init([.install(host: host, trust)], fact: .host(host, node: node)))
      }
    }
  }

  private func founded(_ trust: Trust<S>, _ consent: DomainEvent<S>.Consent, _ token: Token<S>) -> [DomainGoal] {
    [.milestone(.founded)] + broken(by: .entered(trust, after: nil, consent: consent)) + broken(by: .issued(token))
  }
}
