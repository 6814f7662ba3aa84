import GameKit
import Games

/// Attacks after which a host is served under a key of the adversary's.
extension ScriptedThief {
  func leadHostAway(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let own = try ownTrust(domain, rogue, &oracle), case .done = try oracle.ask(.install(host: domain.host, trust: own))
    else { return nil }
    return try ownToken(under: own, domain, rogue, &oracle)
  }

  func advanceHost(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let (coup, _) = try oracle.write(domain.withRogue(rogue)) else { return nil }
    let path = [LinkReference(coup, by: try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest)))]
    guard case .done = try oracle.ask(.advance(host: domain.host, path: path)) else { return nil }
    return try ownToken(under: coup, domain, rogue, &oracle)
  }

  func foreignToken(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let own = try ownTrust(domain, rogue, &oracle) else { return nil }
    return try ownToken(under: own, domain, rogue, &oracle)
  }

  /// A trust of its own that lists the domain's first HSM, its host and a rogue HSM.
  private func ownTrust(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> Int? {
    guard let chief = try oracle.rogueOperator()?.number else { return nil }
    return try oracle.write(
      TrustSketch(operators: [chief], hsms: [domain.hsms[0], rogue], hosts: [domain.host], quorum: 1))?.number
  }

  /// A key of its own, wrapped under `trust` to the domain's first HSM, in a token that a rogue HSM signs.
  func ownToken(
    under trust: Int, _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard case .wrap(let wrap, let keys) = try oracle.ask(.wrap(handles: [0], hsms: [domain.hsms[0]], trust: trust)),
      let key = keys.first,
      let token = try oracle.token(
        .token(TokenSketch(trust: trust, keys: .own(wrap), signer: rogue, signature: .own)))
    else { return nil }
    var request = domain.request()
    request.token = token
    return StolenKey(request: request, key: key)
  }
}
