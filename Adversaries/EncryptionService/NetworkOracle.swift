import GameKit
import Games

/// The service's network as an adversary against key secrecy sees it. No challenge is answered there.
struct NetworkOracle<Outer: Oracle<EncryptionServiceQuery, EncryptionServiceAnswer>>: Oracle {
  var outer: Outer

  var budget: Budget<KeySecrecyQuery.Kind> {
    let outer = outer.budget
    return Budget { kind in
      switch kind {
      case .operators: outer[.operators]
      case .hsms: outer[.hsms]
      case .trusts: outer[.trusts]
      case .keys: outer[.keys]
      case .hosts, .own, .network: outer[.network]
      case .challenge: 0
      default: outer[.guesses]
      }
    }
  }

  mutating func ask(_ query: KeySecrecyQuery) throws(Forfeit) -> KeySecrecyAnswer { try outer.network(query) }
}
