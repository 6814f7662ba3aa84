import GameKit
import Games

/// Attacks by way of a successor, after which a rogue HSM opens what a genuine one wrapped.
extension ScriptedThief {
  func swapAgreementKey(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    var swapped = domain.successor
    swapped.hsms[swapped.hsms.count - 1].agreement = rogue
    guard let (trust, _) = try oracle.write(swapped) else { return nil }
    return try oracle.moveKeys(
      of: domain, to: trust, by: try oracle.authorise(trust, by: domain.operators), rogue: rogue)
  }

  func lowerThreshold(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    var cheap = domain.successor
    cheap.quorum = domain.dishonest
    guard let (trust, _) = try oracle.write(cheap) else { return nil }
    let path = [LinkReference(trust, by: try oracle.authorise(trust, by: domain.operators))]
    guard let token = try oracle.token(.update(hsm: domain.hsms[0], token: domain.token, path: path)) else { return nil }
    var moved = domain
    (moved.sketch, moved.trust, moved.token) = (cheap, trust, token)
    guard let (coup, _) = try oracle.write(moved.withRogue(rogue)) else { return nil }
    let endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest))
    guard let taken = try oracle.moveKeys(of: moved, to: coup, by: endorsements, rogue: rogue) else { return nil }
    // The host is still at the first trust.
    return StolenKey(request: domain.request(), key: taken.key)
  }

  func skipVersion(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let chief = try oracle.rogueOperator()?.number else { return nil }
    var skipped = domain.successor
    (skipped.operators, skipped.quorum) = ([chief], 1)
    guard let (first, _) = try oracle.write(skipped) else { return nil }
    skipped.parent = first
    skipped.hsms.append(.init(rogue))
    guard let (last, _) = try oracle.write(skipped) else { return nil }
    let path = [LinkReference(first, by: []), LinkReference(last, by: try oracle.authorise(last, by: [chief]))]
    return try oracle.moveKeys(of: domain, along: path, rogue: rogue)
  }

  func moveSignatures(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let (good, _) = try oracle.write(domain.successor), let (coup, _) = try oracle.write(domain.withRogue(rogue)) else {
      return nil
    }
    return try oracle.moveKeys(of: domain, to: coup, by: try oracle.authorise(good, by: domain.operators), rogue: rogue)
  }

  /// A domain in which the last operator shares the first HSM's identity.
  func sharing(_ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>) throws(Forfeit) -> Domain? {
    var size = population
    size.operators -= 1
    guard var domain = try oracle.populate(size),
      case .operator(let shared, let identity) = try oracle.ask(.sharedOperator(hsm: domain.hsms[0]))
    else { return nil }
    domain.operators.append(shared)
    domain.identities.append(identity)
    domain.sketch.operators.append(shared)
    return try oracle.found(&domain, keys: population.keys) ? domain : nil
  }

  /// The HSM adds a key to a token that a rogue one began under the coup, and signs what it gives out.
  func crossContext(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    guard let chief = try oracle.rogueOperator()?.number,
      let (coup, _) = try oracle.write(
        TrustSketch(parent: domain.trust, operators: [chief], hsms: [domain.hsms[0], rogue], quorum: 1)),
      let begun = try ownToken(under: coup, domain, rogue, &oracle)?.request.token,
      let signed = try oracle.token(.addKey(hsm: domain.hsms[0], token: begun, handle: 8)),
      case .endorsement(let crossed) = try oracle.ask(.endorsement(ofToken: signed, signer: .hsm(domain.hsms[0])))
    else { return nil }
    let endorsements = try oracle.authorise(coup, by: domain.operators.prefix(domain.dishonest)) + [crossed]
    return try oracle.moveKeys(of: domain, to: coup, by: endorsements, rogue: rogue)
  }

  func extraRecipient(
    _ domain: Domain, _ rogue: Int, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>
  ) throws(Forfeit) -> StolenKey? {
    let recipients = (domain.hsms + [rogue]).map { AgreementReference.hsm($0) }
    guard
      let token = try oracle.token(
        .addKey(hsm: domain.hsms[0], token: domain.token, handle: 8, recipients: recipients)),
      let key = try oracle.key(0, from: .pry(token: token, hsm: rogue))
    else { return nil }
    return StolenKey(request: domain.request(), key: key)
  }
}
