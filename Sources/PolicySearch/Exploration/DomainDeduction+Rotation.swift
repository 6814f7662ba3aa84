import DomainManagement
import Explorer
import Scenarios

/// What follows from rotation.
extension DomainDeduction {
  /// The key is rotated, by an order to retire the active version or the one before, and with as many deactivated keys kept as
  /// there should be, none, or one too many.
  func rotateKeys(_ node: Int, _ token: Token<S>, _ generation: Int, _ rotations: Int, _ emit: Emit) {
    guard generation > 0, rotations < scope.rotations else { return }
    let (active, most) = (rotations + 1, KeyState.keptDeactivated)
    for version in rotations > 0 ? [active, active - 1] : [active] {
      let order = RotationOrder(under: token.trust, handle: "k", version: version)
      let (forced, willing) = endorsements(of: order, under: token.trust)
      for kept in [nil, 0, most + 1] {
        for hsm in universe.hsms.indices {
          func rotated(_ signed: [OrderedBy]) -> Token<S>? {
            try? universe.hsms[hsm].rotateKey(
              order, authorisation: signed.map(\.endorsement), in: token, keeping: kept,
              draw: nodes[node].keyDraw + 8 + UInt64(rotations), policy: policy, suite: suite
            ).message
          }
          let isForced = rotated(forced)
          guard let new = isForced ?? rotated(willing) else { continue }
          let consent: DomainEvent<S>.Consent = isForced != nil ? .missing : version == active ? .given : .elsewhere
          var goals = broken(by: .rotated("k", consent: consent, lost: kept == 0 ? most : 0))
          var fact: DomainFact<S>?
          if goals.isEmpty {
            goals.append(.milestone(.rotated))
            fact = .token(node: node, new, generation: generation, hsm: hsm, rotations: rotations + 1)
            if kept == most + 1 { fact = rotations == most ? .overfull(node: node, new) : nil }
          }
          let signers = (isForced != nil ? forced : willing).map(\.signer)
          emit(
            .init(
              [.rotate(hsm: hsm, token, version: version, signers, kept: kept, new)], fact: fact,
              goals: goals + broken(byIssuing: new)))
        }
      }
    }
  }

  private typealias OrderedBy = (endorsement: RotationEndorsement<S>, signer: DomainStep<S>.Signer)

  /// What the adversary can attach to an order without any honest operator's consent, and with it.
  private func endorsements(of order: RotationOrder<S>, under trust: Trust<S>) -> (forced: [OrderedBy], willing: [OrderedBy]) {
    let honest = 0..<scope.honest
    let forced =
      (scope.honest..<universe.operators.count).flatMap { index -> [OrderedBy] in
        let endorsement = universe.operators[index].order(order, suite: suite)
        return Array(repeating: (endorsement, .signs(index)), count: max(1, trust.rules.most))
      }
      + honest.map { index -> OrderedBy in
        let signer = universe.operators[index].identity
        return (RotationEndorsement(signer: signer, order: order, signature: suite.bogusSignature()), .forged(index))
      }
    return (forced, honest.map { (universe.operators[$0].order(order, suite: suite), .signs($0)) } + forced)
  }

  /// A host asks that its data be encrypted under the key that was retired last.
  func encryptUnderRetired(_ host: Int, _ node: Int, _ token: Token<S>, rotations: Int, _ emit: Emit) {
    guard rotations > 0, let placed = placed(host, node) else { return }
    let key = Command.KeySketch("k", version: rotations)
    guard
      let request = try? placed.request(
        .encrypt(message: Array("data".utf8), associatedData: []), handle: "k", version: key.version, token: token,
        policy: policy, suite: suite)
    else { return }
    for hsm in universe.hsms.indices {
      guard
        case .ciphertext(let ciphertext)? = try? universe.hsms[hsm].serve(request, draw: 1, policy: policy, suite: suite).message
      else { continue }
      emit(
        .init(
          [.encrypt(host: host, hsm: hsm, token, key, ciphertext)], goals: broken(by: .servedRetired(.deactivated))))
    }
  }

  /// A host asks that what it encrypted under the first key be decrypted with it, when it should have been dropped.
  func decryptWithDropped(_ host: Int, _ node: Int, _ token: Token<S>, _ ciphertext: [UInt8], _ emit: Emit) {
    let key = Command.KeySketch("k", version: 1)
    guard
      let request = try? placed(host, node)?.request(
        .decrypt(ciphertext: ciphertext, associatedData: []), handle: "k", version: key.version, token: token, policy: policy,
        suite: suite)
    else { return }
    for hsm in universe.hsms.indices
    where (try? universe.hsms[hsm].serve(request, draw: 1, policy: policy, suite: suite)) != nil {
      emit(.init([.decrypt(host: host, hsm: hsm, token, key, ciphertext)], goals: broken(by: .servedRetired(.dropped))))
    }
  }
}
