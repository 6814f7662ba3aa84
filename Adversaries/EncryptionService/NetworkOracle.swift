import GameKit
import Games

/// The service as its adversary sees it: the network and what can be computed, and no users.
struct AttackOracle<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>>: Oracle {
  var outer: Outer

  var budget: Budget<EncryptionServiceQuery.Kind> { outer.budget }

  mutating func ask(_ query: AttackQuery) throws(Forfeit) -> EncryptionServiceAnswer { try outer.ask(.adversary(query)) }

  mutating func credit(_ attack: String) { outer.credit(attack) }
}

/// The service's network as an adversary against key secrecy sees it. No challenge is answered there.
struct NetworkOracle<Outer: Oracle<AttackQuery, EncryptionServiceAnswer>>: Oracle {
  var outer: Outer

  var budget: Budget<KeySecrecyQuery.Kind> {
    let outer = outer.budget
    return Budget { $0 == .challenge ? 0 : outer[.init($0)] }
  }

  mutating func ask(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer {
    if case .network(let answer) = try outer.ask(.network(query)) { answer } else { .unknown }
  }

  mutating func credit(_ attack: String) { outer.credit(attack) }
}

extension Oracle where Query == AttackQuery, Answer == EncryptionServiceAnswer {
  /// Lets `body` play on the network.
  mutating func onNetwork<Result>(
    _ body: (inout NetworkOracle<Self>) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    try lend(to: { NetworkOracle(outer: $0) }, back: { $0.outer }, body)
  }
}

extension Oracle where Query == EncryptionServiceQuery, Answer == EncryptionServiceAnswer {
  /// Lets `body` play as the adversary of the service.
  mutating func asAdversary<Result>(
    _ body: (inout AttackOracle<Self>) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    try lend(to: { AttackOracle(outer: $0) }, back: { $0.outer }, body)
  }

  /// Lets `body` play on the network.
  mutating func onNetwork<Result>(
    _ body: (inout NetworkOracle<AttackOracle<Self>>) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    try asAdversary { attack throws(Forfeit) in try attack.onNetwork(body) }
  }
}
