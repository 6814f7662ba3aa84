/// The relations of the vocabulary.
public enum Relation: String, CaseIterable, Hashable, Sendable {
  // What trusts list.
  case isOperator, isHSM, isPair, isHost, isInOwnRole, isByRole
  // Who is genuine, by the registry, and who is honest: nobody who decides knows the last.
  case genuineOperator, genuineHSM, genuineHost, ownKey, honest
  // What counts.
  case way, globalWay, need, covers, asksNobody, isManned, isOn, hasSignersOnce, fulfils, numerous
  // Endorsements, links and tokens.
  case isEntry, isOnTrust, isValid, isSubmitted, isEarlier, isOnToken, isTokenValid
  // Wrapped keys.
  case isFor, contains
  // What a question says besides.
  case byHSM, isInstalled, isTaken, isAskedFor, isHeld, isInClear, isActive, encrypts, isOfCustomerKey, confuses, atMost
  /// A trust whose ancestors end in an honest founding trust, and that lists, as they do, genuine entities only.
  case isOfHonestLine
  // What has happened.
  case hasSigned, hasOrdered, isInForce, hasIssued, isOut, isSafe, isKnown, isShown, hasData, hasRoot, hasCurrent

  public var signature: [Sort] {
    switch self {
    case .isOperator, .isHSM, .isHost, .isInOwnRole: [.identity, .trust]
    case .isPair: [.identity, .agreementKey, .trust]
    case .isByRole, .isOfHonestLine, .isInForce: [.trust]
    case .genuineOperator, .genuineHSM, .genuineHost, .honest: [.identity]
    case .ownKey: [.identity, .agreementKey]
    case .way: [.way, .trust, .command]
    case .globalWay: [.way, .command]
    case .need: [.need, .way]
    case .covers: [.way, .need]
    case .asksNobody: [.need]
    case .isManned: [.need, .trust]
    case .isOn: [.endorsement, .ballot]
    case .hasSignersOnce: [.ballot]
    case .fulfils: [.ballot, .need, .trust]
    case .numerous: [.ballot, .way]
    case .isEntry: [.endorsement, .link]
    case .isOnTrust, .isValid, .isSubmitted: [.endorsement]
    case .isEarlier: [.link]
    case .isOnToken, .isTokenValid: [.token]
    case .isFor: [.wrap, .agreementKey]
    case .contains: [.wrap, .handle, .domainKey]
    case .byHSM, .isInstalled, .isActive, .encrypts, .isOfCustomerKey, .confuses: []
    case .isTaken: [.handle]
    case .isAskedFor: [.agreementKey]
    case .isHeld, .isInClear, .isSafe, .isKnown, .isShown, .hasData: [.domainKey]
    case .atMost: [.count, .count]
    case .hasSigned: [.identity, .trust]
    case .hasOrdered: [.identity, .order]
    case .hasIssued: [.identity, .trust, .wrap]
    case .isOut: [.wrap]
    case .hasRoot, .hasCurrent: [.identity, .trust]
    }
  }

  /// Whether operations change it.
  public var isState: Bool {
    switch self {
    case .hasSigned, .hasOrdered, .isInForce, .hasIssued, .isOut, .isSafe, .isKnown, .isShown, .hasData, .hasRoot, .hasCurrent:
      true
    default: false
    }
  }
}
