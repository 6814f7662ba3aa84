internal import GameKit
internal import Primitives

/// The ideal functionality: domains, their keys by handle and branch, and a table of messages. There is no cryptography in it.
///
/// What it hands to the simulator of a message in an honest domain is its length, an `Int`: nothing else can pass. A ciphertext
/// is the simulator's invention; that the right message comes back, and only at a host of the domain, under the right key
/// instance and associated data, is the functionality's doing. It fails when the simulator says so: availability is not claimed.
public struct EncryptionFunctionality {
  private var domains: IdealDomains
  private var table = MessageTable()

  init(setUp: GlobalSetUp) { domains = IdealDomains(setUp: setUp) }

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
    case .encrypt(let request, let message, let data):
      switch domains.serving(request) {
      case .unknown: return .unknown
      case .unprotected: return try simulator.unprotected(query)
      case .protected(let instance):
        if let failure = try simulator.failure(of: request, about: instance) { return failure }
        guard let instance else { return .notOfTheDomain }
        guard let ciphertext = try simulator.ciphertext(length: message.array.count, data: data, instance: instance) else {
          return .impossible
        }
        table.record(message, as: CipherTriple(key: instance, data: data, ciphertext: ciphertext))
        return .ciphertext(ciphertext)
      }
    case .decrypt(let request, let ciphertext, let data):
      switch domains.serving(request) {
      case .unknown: return .unknown
      case .unprotected: return try simulator.unprotected(query)
      case .protected(let instance):
        if let failure = try simulator.failure(of: request, about: instance) { return failure }
        guard let instance else { return .notOfTheDomain }
        let message = table.message(of: CipherTriple(key: instance, data: data, ciphertext: ciphertext))
        return message.map { .message($0) } ?? .impossible
      }
    }
  }

  /// The adversary's interface.
  mutating func answer(
    _ query: AttackQuery, with simulator: inout some ServiceSimulator
  ) throws(Forfeit) -> EncryptionServiceAnswer {
    guard case .network(let query) = query else { return try simulator.compute(query) }
    guard !query.isChallenge else { return .noQueryOfTheService }
    let answer = try simulator.network(query)
    try domains.note(query, answer)
    return .network(answer)
  }
}
