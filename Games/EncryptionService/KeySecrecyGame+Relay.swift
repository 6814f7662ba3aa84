internal import GameKit

/// The parts of the service's interface that are the same in all worlds that run domain management themselves.
extension KeySecrecyGame {
  /// The adversary's query.
  mutating func relay(_ query: KeySecrecyQuery) -> EncryptionServiceAnswer {
    query.isChallenge ? .noQueryOfTheService : .network(answer(query))
  }

  /// A user's `new`.
  mutating func new(_ request: KeyRequest) -> KeySecrecyAnswer { request.new { answer($0) } }
}
