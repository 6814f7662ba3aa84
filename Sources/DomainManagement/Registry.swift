/// The registry of genuine keys, by kind. Only operators can read it (model, section 1.1); the theorem says that this is enough.
public struct Registry<S: DomainSuite>: Sendable {
  public private(set) var operators: Set<S.Identity> = []
  public private(set) var hosts: Set<S.Identity> = []
  private var hsms: [S.Identity: S.AgreementKey] = [:]

  public init() {}

  public mutating func register(operator identity: S.Identity) { operators.insert(identity) }
  public mutating func register(hsm member: Member<S>) { hsms[member.identity] = member.agreementKey }
  public mutating func register(host identity: S.Identity) { hosts.insert(identity) }

  public func hasHSM(_ identity: S.Identity) -> Bool { hsms[identity] != nil }
  public func agreementKey(of identity: S.Identity) -> S.AgreementKey? { hsms[identity] }

  /// Why `trust` lists something that is not genuine, or nil if all of it is: what honest operators certify, and what the games of the
  /// policy hop take as the ideal.
  public func objection(to trust: Trust<S>) -> Objection? {
    if let index = trust.operators.firstIndex(where: { !operators.contains($0) }) { return .operator(index) }
    if let index = trust.hsms.firstIndex(where: { !hasHSM($0.identity) }) { return .hsm(index) }
    if let index = trust.hosts.firstIndex(where: { !hosts.contains($0) }) { return .host(index) }
    if let index = trust.hsms.firstIndex(where: { hsms[$0.identity] != $0.agreementKey }) { return .agreementKey(index) }
    return nil
  }

  /// The first entry of a trust that is not genuine, by its position in the trust.
  public enum Objection: Hashable, Sendable {
    case `operator`(Int), hsm(Int), host(Int), agreementKey(Int)
  }
}
