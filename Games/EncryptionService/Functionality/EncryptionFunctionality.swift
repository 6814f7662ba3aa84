public import DomainManagement
internal import GameKit
internal import Primitives

/// The ideal functionality: domains, their keys by handle and branch, and a table of messages. There is no cryptography in it: a
/// suite gives the names of entities their types.
///
/// What it hands to the simulator of a message in an honest domain is its length, an `Int`: nothing else can pass. A ciphertext
/// is the simulator's invention; that the right message comes back, and only at a host of the domain, under the right key
/// instance and associated data, is the functionality's doing. It fails when the simulator says so: availability is not claimed.
public struct EncryptionFunctionality<S: DomainSuite> {
  private var domains: IdealDomains<S>
  private var table = MessageTable()

  init(setUp: GlobalSetUp<S>) { domains = IdealDomains(setUp: setUp) }

  /// The set-ups, which stand beside it as they stand beside the protocol.
  var setUp: GlobalSetUp<S> { domains.setUp }

  mutating func restart() {
    domains.restart()
    table.removeAll()
  }

  /// The environment's interface.
  mutating func answer(
    _ query: UserQuery, with simulator: inout some ServiceSimulator
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    switch query {
    case .new(let request):
      let answer = try simulator.new(request)
      try domains.note(.addKey(hsm: request.hsm, token: request.token, handle: request.handle), answer)
      return domains.isWithheld(answer) ? .notOfTheDomain : .network(answer)
    case .encrypt(_, let message, let data):
      switch try delivery(query, with: &simulator) {
      case .answered(let answer): return answer
      case .key(let instance):
        guard let ciphertext = try simulator.ciphertext(length: message.array.count, data: data, instance: instance) else {
          return .impossible
        }
        table.record(message, as: CipherTriple(key: instance, data: data, ciphertext: ciphertext))
        return .ciphertext(ciphertext)
      }
    case .decrypt(_, let ciphertext, let data):
      switch try delivery(query, with: &simulator) {
      case .answered(let answer): return answer
      case .key(let instance):
        let message = table.message(of: CipherTriple(key: instance, data: data, ciphertext: ciphertext))
        return message.map { .message($0) } ?? .impossible
      }
    }
  }

  /// What a request is served with.
  private enum Delivery {
    /// A key of an honest domain.
    case key(Int)
    /// None: it fails, or the domain is not honest.
    case answered(EncryptionServiceAnswer)
  }

  private func delivery(
    _ query: UserQuery, with simulator: inout some ServiceSimulator
  ) throws(Forfeit) -> Delivery {
    switch domains.serving(query.request) {
    case .unknown: return .answered(.unknown)
    case .unprotected: return .answered(try simulator.unprotected(query))
    case .protected(let instance):
      if let failure = try simulator.failure(of: query.request, about: instance) { return .answered(failure) }
      return instance.map { .key($0) } ?? .answered(.notOfTheDomain)
    }
  }

  /// The adversary's interface.
  mutating func answer(
    _ query: AttackQuery, with simulator: inout some ServiceSimulator
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    guard case .network(let query) = query else { return try simulator.compute(query) }
    guard !query.isChallenge else { return .noQueryOfTheService }
    if case .newOperator(isHonest: false) = query, !setUp.admitsDishonest { return .network(.againstQuorumAssumption) }
    let answer = try simulator.network(query)
    try domains.note(query, answer)
    return .network(answer)
  }
}
