import DomainManagement
import Explorer
import Scenarios

/// What follows from customer keys.
extension DomainDeduction {
  /// A host has a customer key drawn, or that of a key token wrapped anew, under the active key or the one that was retired last.
  func wrapKey(
    _ host: Int, _ node: Int, _ token: Token<S>, anew old: ExportedKeyToken? = nil, rotations: Int, _ emit: Emit
  ) {
    guard scope.customerKeys > 0 else { return }
    for version in rotations > 0 ? [nil, rotations] : [nil] {
      for (hsm, new) in wrapped(old, host, node, token, version: version) {
        var goals = broken(by: .served(by: universe.hsms[hsm].member, under: token.trust, current: nodes[node].trust))
        if version != nil { goals += broken(by: .servedRetired(.deactivated)) }
        let fact: DomainFact<S>? = goals.isEmpty ? .wrapped(new, node: node, host: host) : nil
        if goals.isEmpty { goals.append(.milestone(.customerKeyWrapped)) }
        emit(.init([.wrapKey(host: host, hsm: hsm, token, version: version, anew: old, new)], fact: fact, goals: goals))
      }
    }
  }

  /// A host has a customer key wrapped anew that is under the first key, when that should have been dropped.
  func rewrapDropped(_ key: ExportedKeyToken, _ host: Int, _ node: Int, _ token: Token<S>, _ emit: Emit) {
    guard key.version == 1 else { return }
    for (hsm, new) in wrapped(key, host, node, token, version: nil) {
      emit(
        .init(
          [.wrapKey(host: host, hsm: hsm, token, version: nil, anew: key, new)], goals: broken(by: .servedRetired(.dropped))))
    }
  }

  /// A host hands a key token in as data to be decrypted.
  func decryptToken(_ key: ExportedKeyToken, _ host: Int, _ node: Int, _ token: Token<S>, _ emit: Emit) {
    let command = ServiceRequest<S>.Command.decrypt(
      ciphertext: key.ciphertext, associatedData: ExportedKeyToken.associatedData)
    for (hsm, _) in replies(to: command, version: key.version, host, node, token) {
      emit(
        .init(
          [.decryptToken(host: host, hsm: hsm, token, version: key.version, key)], goals: broken(by: .customerKeyReleased)))
    }
  }

  private func wrapped(
    _ old: ExportedKeyToken?, _ host: Int, _ node: Int, _ token: Token<S>, version: Int?
  ) -> [(hsm: Int, key: ExportedKeyToken)] {
    let command = old.map { ServiceRequest<S>.Command.rewrap($0) } ?? .createKey
    return replies(to: command, version: version, host, node, token).compactMap { hsm, reply in
      if case .keyToken(let key) = reply { (hsm: hsm, key: key) } else { nil }
    }
  }

  private func replies(
    to command: ServiceRequest<S>.Command, version: Int?, _ host: Int, _ node: Int, _ token: Token<S>
  ) -> [(hsm: Int, reply: ServiceReply)] {
    guard
      let request = try? placed(host, node)?.request(
        command, handle: "k", version: version, token: token, policy: policy, suite: suite)
    else { return [] }
    // No domain key is drawn with this number.
    let draw = nodes[node].keyDraw + 1 << 32
    return universe.hsms.indices.compactMap { hsm in
      (try? universe.hsms[hsm].serve(request, draw: draw, policy: policy, suite: suite).message).map { (hsm: hsm, reply: $0) }
    }
  }
}
