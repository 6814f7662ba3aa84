public import Coins
public import GameKit
public import Games
internal import Primitives

/// Names what it likes where the protocol's own code names what it must: recipients, domains, roles, keys that are none, and
/// signatures that were made on something else. The rules stop each of them.
public struct FreeHand: DomainThief {
  public let population: DomainSize

  public init(population: DomainSize) { self.population = population }

  public func steal(
    from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
  ) throws(Forfeit) -> StolenKey? {
    guard let rogue = try oracle.rogueHSM() else { return nil }
    if let key = try chosenRecipients(domain, rogue, coins, &oracle) { return StolenKey(request: domain.request(), key: key) }
    if let stolen = try mixedRoles(domain, rogue, &oracle) { return stolen }
    return try otherSignatures(domain, rogue, &oracle)
  }

  /// Has the keys wrapped for a rogue HSM, for a key that is none, and for nobody.
  private func chosenRecipients(
    _ domain: Domain, _ rogue: Int, _ coins: Coins, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> Bytes? {
    guard let good = domain.agreementKeys.first, let (next, _) = try oracle.write(domain.successor) else { return nil }
    let path = [LinkReference(next, by: try oracle.authorise(next, by: domain.operators.suffix(population.quorum)))]
    let members = domain.hsms.map { AgreementReference.hsm($0) }
    let malformed = MalformedKeys.key(
      Int(coins.uniform(below: UInt64(MalformedKeys.count), for: Label("badkey"))), beside: good)
    for recipients in [members + [.hsm(rogue)], members + [.bytes(malformed)], []] {
      guard
        let token = try oracle.token(
          .update(hsm: domain.hsms[0], token: domain.token, path: path, recipients: recipients))
      else { continue }
      if let key = try oracle.key(0, from: .pry(token: token, hsm: rogue)) { return key }
    }
    return nil
  }

  /// A successor that lists identities in other roles, with a rogue HSM's agreement key and one that is none.
  private func mixedRoles(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let good = domain.agreementKeys.first else { return nil }
    var mixed = domain.successor
    mixed.domain = .of(domain.trust)
    mixed.others = [
      .operator(.hsm(domain.hsms[0])), .host(.operator(domain.operators[0])), .hsm(.host(domain.host), .hsm(rogue)),
      .hsm(.operator(domain.operators[0]), .bytes(MalformedKeys.key(3, beside: good))),
    ]
    guard let (coup, _) = try oracle.write(mixed) else { return nil }
    return try oracle.moveKeys(of: domain, to: coup, by: try oracle.authorise(coup, by: domain.operators), rogue: rogue)
  }

  /// Tokens with a key of its own, signed by a dishonest operator and by a rogue HSM on something else.
  private func otherSignatures(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard case .wrap(let wrap, let keys) = try oracle.ask(.wrap(handles: [0], hsms: domain.hsms, trust: domain.trust)),
      let key = keys.first
    else { return nil }
    let signatures = [
      TokenSketch.Signature.ownOn(trust: domain.trust, keys: .token(domain.token)), .ofOperator(domain.operators[0]),
    ]
    for signature in signatures {
      let sketch = TokenSketch(trust: domain.trust, keys: .own(wrap), signer: rogue, signature: signature)
      guard let token = try oracle.token(.token(sketch)),
        case .done = try oracle.ask(.present(host: domain.host, token: token))
      else { continue }
      return StolenKey(request: KeyRequest(host: domain.host, hsm: domain.hsms[0], token: token, handle: 0), key: key)
    }
    return nil
  }
}
