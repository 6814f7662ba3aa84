import GameKit
import Games

/// The service's network as an adversary against key secrecy sees it. No challenge is answered there.
struct NetworkOracle<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>>: Oracle {
  var outer: Outer

  var budget: Budget<KeySecrecyQuery.Kind> {
    let outer = outer.budget
    return Budget { $0 == .challenge ? 0 : outer[.init($0)] }
  }

  mutating func ask(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer { try outer.network(query) }

  mutating func credit(_ attack: String) { outer.credit(attack) }
}

extension NetworkOracle {
  /// Lets `body` play on the network of `service`.
  static func on<Result>(
    _ service: inout Outer, _ body: (inout NetworkOracle) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    var network = NetworkOracle(outer: consume service)
    let outcome: Swift.Result<Result, Forfeit>
    do throws(Forfeit) {
      outcome = .success(try body(&network))
    } catch { outcome = .failure(error) }
    service = network.outer
    return try outcome.get()
  }
}
