/// What a formula speaks about, whatever its sort.
public indirect enum Expression: Hashable, Sendable {
  /// Bound, or one of what a question is about.
  case variable(Variable)
  case apply(Function, [Expression])
  case number(Int)

  public var sort: Sort {
    switch self {
    case .variable(let variable): variable.sort
    case .apply(let function, _): function.signature.result
    case .number: .count
    }
  }
}

public struct Variable: Hashable, Sendable {
  public let name: String
  public let sort: Sort

  public init(_ name: String, _ sort: Sort) { (self.name, self.sort) = (name, sort) }
}

/// An expression of a sort that the compiler knows: rules are written in these.
public struct Term<K: Kind>: Hashable, Sendable {
  public let expression: Expression

  init(_ function: Function, _ arguments: Expression...) { expression = .apply(function, arguments) }

  /// What a question is about, by its name.
  public init(_ name: String) { expression = .variable(Variable(name, K.sort)) }

  public func equals(_ other: Term) -> Formula { .equal(expression, other.expression) }
}

extension Term<Trusts> {
  public var fingerprint: Term<Digests> { .init(.fingerprint, expression) }
  /// The fingerprint that it names as its parent's; `Term.none` in a founding trust.
  public var parent: Term<Digests> { .init(.parent, expression) }
  public var domain: Term<Digests> { .init(.domain, expression) }
  /// The fingerprint of the founding trust: its own if it names no domain.
  public var domainName: Term<Digests> { .init(.domainName, expression) }

  public func lists(operator x: Term<Identities>) -> Formula { .holds(.isOperator, [x.expression, expression]) }
  public func lists(hsm x: Term<Identities>) -> Formula { .holds(.isHSM, [x.expression, expression]) }
  public func lists(host x: Term<Identities>) -> Formula { .holds(.isHost, [x.expression, expression]) }
  public func lists(hsm x: Term<Identities>, with key: Term<AgreementKeys>) -> Formula {
    .holds(.isPair, [x.expression, key.expression, expression])
  }
  public func listsInOwnRole(_ x: Term<Identities>) -> Formula { .holds(.isInOwnRole, [x.expression, expression]) }
  public var isByRole: Formula { .holds(.isByRole, [expression]) }
  public func hasWay(_ way: Term<Ways>, to command: Term<Commands>) -> Formula {
    .holds(.way, [way.expression, expression, command.expression])
  }
  public func mans(_ need: Term<Needs>) -> Formula { .holds(.isManned, [need.expression, expression]) }

  public var isInForce: Formula { .holds(.isInForce, [expression]) }
  public var isOfHonestLine: Formula { .holds(.isOfHonestLine, [expression]) }
}

extension Term<Digests> {
  public static var none: Term { .init(.none) }
}

extension Term<Commands> {
  public static var found: Term { .init(.found) }
  public static var update: Term { .init(.update) }
  public static var rotateKey: Term { .init(.rotateKey) }
}

extension Term<Identities> {
  public var isGenuineOperator: Formula { .holds(.genuineOperator, [expression]) }
  public var isGenuineHSM: Formula { .holds(.genuineHSM, [expression]) }
  public var isGenuineHost: Formula { .holds(.genuineHost, [expression]) }
  public var isHonest: Formula { .holds(.honest, [expression]) }
  public func owns(_ key: Term<AgreementKeys>) -> Formula { .holds(.ownKey, [expression, key.expression]) }
  public func hasSigned(_ trust: Term<Trusts>) -> Formula { .holds(.hasSigned, [expression, trust.expression]) }
  public func hasOrdered(_ order: Term<Orders>) -> Formula { .holds(.hasOrdered, [expression, order.expression]) }
  public func hasIssued(_ wrap: Term<Wraps>, under trust: Term<Trusts>) -> Formula {
    .holds(.hasIssued, [expression, trust.expression, wrap.expression])
  }
  /// Of a host: its founding trust, and the one in force.
  public func hasRoot(_ trust: Term<Trusts>) -> Formula { .holds(.hasRoot, [expression, trust.expression]) }
  public func hasCurrent(_ trust: Term<Trusts>) -> Formula { .holds(.hasCurrent, [expression, trust.expression]) }
}

extension Term<Ways> {
  public func asks(_ need: Term<Needs>) -> Formula { .holds(.need, [need.expression, expression]) }
  /// Whoever is such a way's quorum fulfils the need, too.
  public func covers(_ need: Term<Needs>) -> Formula { .holds(.covers, [expression, need.expression]) }
  /// Whether it is a way of the global rules.
  public func isGlobal(to command: Term<Commands>) -> Formula { .holds(.globalWay, [expression, command.expression]) }
}

extension Term<Needs> {
  public var isOfNobody: Formula { .holds(.asksNobody, [expression]) }
}

extension Term<Ballots> {
  public func counts(_ endorsement: Term<Endorsements>) -> Formula { .holds(.isOn, [endorsement.expression, expression]) }
  public func fulfils(_ need: Term<Needs>, of trust: Term<Trusts>) -> Formula {
    .holds(.fulfils, [expression, need.expression, trust.expression])
  }
  /// No two of its endorsements have one signer. It has a name, which an axiom defines: solvers get lost among quantifiers within
  /// quantifiers.
  public var hasSignersOnce: Formula { .holds(.hasSignersOnce, [expression]) }
  /// It has as many endorsements as a way asks for, whoever gave them.
  public func isAsMany(as way: Term<Ways>) -> Formula { .holds(.numerous, [expression, way.expression]) }
}

extension Term<Endorsements> {
  public var signer: Term<Identities> { .init(.signer, expression) }
  public var trust: Term<Trusts> { .init(.about, expression) }
  public var order: Term<Orders> { .init(.orderSigned, expression) }
  public var wrap: Term<Wraps> { .init(.wrapSigned, expression) }
  /// Its context is the one for trusts.
  public var isOnTrust: Formula { .holds(.isOnTrust, [expression]) }
  public var isValid: Formula { .holds(.isValid, [expression]) }
  public func authorises(_ link: Term<Links>) -> Formula { .holds(.isEntry, [expression, link.expression]) }
  /// It is handed in with an order to rotate.
  public var isSubmitted: Formula { .holds(.isSubmitted, [expression]) }
}

extension Term<Links> {
  public var trust: Term<Trusts> { .init(.linkTrust, expression) }
  /// The trust before it on the path.
  public var before: Term<Trusts> { .init(.linkParent, expression) }
  /// It is not the last one of its path.
  public var isEarlier: Formula { .holds(.isEarlier, [expression]) }
}

extension Term<Tokens> {
  public var trust: Term<Trusts> { .init(.trustOfToken, expression) }
  public var wrap: Term<Wraps> { .init(.wrapOfToken, expression) }
  public var signer: Term<Identities> { .init(.signerOfToken, expression) }
  public var signedTrust: Term<Trusts> { .init(.trustSignedInToken, expression) }
  public var signedWrap: Term<Wraps> { .init(.wrapSignedInToken, expression) }
  /// Its signature has the context for tokens.
  public var isOnToken: Formula { .holds(.isOnToken, [expression]) }
  public var isValid: Formula { .holds(.isTokenValid, [expression]) }
}

extension Term<Wraps> {
  public var tag: Term<Digests> { .init(.tag, expression) }
  public func isFor(_ key: Term<AgreementKeys>) -> Formula { .holds(.isFor, [expression, key.expression]) }
  public func contains(_ key: Term<Secrets>, under handle: Term<Handles>) -> Formula {
    .holds(.contains, [expression, handle.expression, key.expression])
  }
  public func activeVersion(_ handle: Term<Handles>) -> Term<Counts> { .init(.activeVersion, expression, handle.expression) }
  public func deactivated(_ handle: Term<Handles>) -> Term<Counts> { .init(.deactivated, expression, handle.expression) }
  public var isOut: Formula { .holds(.isOut, [expression]) }
}

extension Term<Orders> {
  public var trust: Term<Digests> { .init(.orderTrust, expression) }
  public var version: Term<Counts> { .init(.orderVersion, expression) }
}

extension Term<Counts> {
  public init(number: Int) { expression = .number(number) }
  public func isAtMost(_ other: Term) -> Formula { .holds(.atMost, [expression, other.expression]) }
  public func isBelow(_ other: Term) -> Formula { !other.isAtMost(self) }
}

extension Term<Handles> {
  public var isTaken: Formula { .holds(.isTaken, [expression]) }
}

extension Term<AgreementKeys> {
  public var isAskedFor: Formula { .holds(.isAskedFor, [expression]) }
}

extension Term<Secrets> {
  /// The HSM that answers holds it.
  public var isHeld: Formula { .holds(.isHeld, [expression]) }
  /// Its bytes stand in what is to leave.
  public var isInClear: Formula { .holds(.isInClear, [expression]) }
  /// It is used in honest domains.
  public var isSafe: Formula { .holds(.isSafe, [expression]) }
  /// The adversary knows it.
  public var isKnown: Formula { .holds(.isKnown, [expression]) }
  /// An HSM decrypted under it for a host of the adversary.
  public var isShown: Formula { .holds(.isShown, [expression]) }
  /// A host of an honest domain encrypted under it.
  public var hasData: Formula { .holds(.hasData, [expression]) }
}
