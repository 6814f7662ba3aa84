import GameKit
import Games

/// The service as its adversary sees it: the network and what can be computed, and no users.
struct AttackOracle<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>>: Oracle {
  var outer: Outer

  var budget: Budget<EncryptionServiceQuery.Kind> { outer.budget }

  mutating func ask(_ query: AttackQuery) throws(Forfeit) -> EncryptionServiceAnswer { try outer.ask(.adversary(query)) }

  mutating func credit(_ attack: String) { outer.credit(attack) }
}

extension AttackOracle {
  /// Lets `body` play as the adversary of `service`.
  static func on<Result>(
    _ service: inout Outer, _ body: (inout AttackOracle) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    var attack = AttackOracle(outer: consume service)
    let outcome: Swift.Result<Result, Forfeit>
    do throws(Forfeit) {
      outcome = .success(try body(&attack))
    } catch { outcome = .failure(error) }
    service = attack.outer
    return try outcome.get()
  }
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

extension NetworkOracle {
  /// Lets `body` play on the network of `attack`.
  static func on<Result>(
    _ attack: inout Outer, _ body: (inout NetworkOracle) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    var network = NetworkOracle(outer: consume attack)
    let outcome: Swift.Result<Result, Forfeit>
    do throws(Forfeit) {
      outcome = .success(try body(&network))
    } catch { outcome = .failure(error) }
    attack = network.outer
    return try outcome.get()
  }
}

extension Oracle where Query == EncryptionServiceQuery, Answer == EncryptionServiceAnswer {
  /// Lets `body` play on the network.
  mutating func onNetwork<Result>(
    _ body: (inout NetworkOracle<AttackOracle<Self>>) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    try AttackOracle.on(&self) { (attack: inout AttackOracle<Self>) throws(Forfeit) -> Result in
      try NetworkOracle.on(&attack, body)
    }
  }
}
