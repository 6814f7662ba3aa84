internal import GameKit

/// The parts of the service's interface that are the same in all worlds that run domain management themselves.
extension KeySecrecyGame {
  /// The adversary's query.
  mutating func relay(_ query: KeySecrecyQuery) -> EncryptionServiceAnswer {
    query.isChallenge ? .noQueryOfTheService : .network(answer(query))
  }

  /// A user's `new`: the host checks the token, an HSM adds the key.
  mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer {
    let presented = answer(.present(host: request.host, token: request.token))
    guard presented == .done else { return presented }
    return answer(.addKey(hsm: request.hsm, token: request.token, handle: request.handle))
  }
}
