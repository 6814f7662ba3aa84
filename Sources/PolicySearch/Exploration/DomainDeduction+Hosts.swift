import DomainManagement
import Explorer
import Policy
import Scenarios

/// What follows from hosts.
extension DomainDeduction {
  /// A host is led on, or astray.
  mutating func lead(_ host: Int, _ node: Int, _ emit: Emit) {
    guard let placed = placed(host, node) else { return }
    if scope.domains > 1 {
      var astray = placed
      let root = adversaryRoot
      remember(root)
      // Where nothing is rogue, the adversary's domain may be this very one.
      let own = nodes[nodes[node].root].trust
      if root != own, (try? astray.install(root, policy: policy, suite: suite)) != nil {
        emit(.init([.install(host: host, root)], goals: broken(by: .hostReset(to: root, from: own))))
      }
    }
    for link in links(of: node) where link.isByHost {
      var moved = placed
      guard (try? moved.advance(along: [link.link], policy: policy, suite: suite)) != nil else { continue }
      let broken = link.broken + link.brokenByHost
      let next = broken.isEmpty ? enter(link.trust, link.content, after: node) : nil
      if broken.isEmpty, next == nil { continue }
      emit(
        .init(
          [.advance(host: host, link.trust, link.endorsed.map(\.signer))], fact: next.map { .host(host, node: $0) },
          goals: broken.isEmpty ? [.milestone(.hostAdvanced)] : broken.map { .broken($0) }))
    }
  }

  /// The host as it is after walking to the node: what it was asked on the way is the derivation's business.
  func placed(_ host: Int, _ node: Int) -> Host<S>? {
    var placed = universe.hosts[host]
    placed.stand(at: nodes[node].trust, root: nodes[nodes[node].root].trust)
    return placed
  }

  /// A host encrypts with a token that it is handed.
  mutating func serve(
    _ host: Int, _ node: Int, _ token: Token<S>, _ steps: [DomainStep<S>], isOwnKey: Bool, generation: Int = 1,
    rotations: Int = 0, _ emit: Emit
  ) {
    guard generation > 0, let placed = placed(host, node) else { return }
    let message = Array("data".utf8)
    guard
      let request = try? placed.request(
        .encrypt(message: message, associatedData: []), handle: "k", token: token, policy: policy, suite: suite)
    else { return }
    for hsm in universe.hsms.indices {
      guard
        case .ciphertext(let ciphertext)? = try? universe.hsms[hsm].serve(request, draw: 1, policy: policy, suite: suite).message
      else { continue }
      var goals = broken(by: .served(by: universe.hsms[hsm].member, under: token.trust, current: nodes[node].trust))
      let isServedByMember = goals.isEmpty
      if isOwnKey {
        remember(token.trust)
        goals += broken(by: .dataExposed(.keyKnown))
        if token.trust == nodes[node].trust { goals += broken(by: .keyExposed) }
      } else if isServedByMember {
        let back = try? placed.request(
          .decrypt(ciphertext: ciphertext, associatedData: []), handle: "k", token: token, policy: policy, suite: suite)
        if let back, (try? universe.hsms[hsm].serve(back, draw: 1, policy: policy, suite: suite).message) == .message(message) {
          goals.append(.milestone(.decrypted))
        }
      }
      let fact: DomainFact<S>? =
        isOwnKey || !isServedByMember
        ? nil : .sealed(ciphertext, node: node, generation: generation, host: host, rotations: rotations)
      emit(.init(steps + [.encrypt(host: host, hsm: hsm, token, "k", ciphertext)], fact: fact, goals: goals))
    }
  }

  /// The adversary's own host asks for decryption.
  mutating func disclose(_ token: Token<S>, _ ciphertext: [UInt8], _ emit: Emit) {
    for rogue in universe.rogueHosts {
      let request = ServiceRequest(
        requester: universe.hosts[rogue].identity, token: token, handle: "k",
        command: .decrypt(ciphertext: ciphertext, associatedData: []))
      for hsm in universe.hsms.indices
      where (try? universe.hsms[hsm].serve(request, draw: 1, policy: policy, suite: suite)) != nil {
        emit(.init([.decrypt(host: rogue, hsm: hsm, token, "k", ciphertext)], goals: broken(by: .dataExposed(.decrypted))))
      }
    }
  }

  /// The adversary's own host hands in the wrapped keys of a token, as if they were somebody's data.
  func unwrapAsData(_ token: Token<S>, _ emit: Emit) {
    for rogue in universe.rogueHosts {
      for hsm in universe.hsms.indices {
        guard let share = token.wrapped.share(for: universe.hsms[hsm].member.agreementKey) else { continue }
        let request = ServiceRequest(
          requester: universe.hosts[rogue].identity, token: token, handle: "k",
          command: .decrypt(ciphertext: share.bytes, associatedData: []))
        guard (try? universe.hsms[hsm].serve(request, draw: 1, policy: policy, suite: suite)) != nil else { continue }
        emit(.init([.decrypt(host: rogue, hsm: hsm, token, "k", share.bytes)], goals: broken(by: .keyExposed)))
      }
    }
  }
}
