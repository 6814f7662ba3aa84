public import DomainManagement

/// A trust in a scenario's names.
public struct TrustSketch: Hashable, Sendable {
  /// An HSM's identity, and whose agreement key is listed with it: its own, unless somebody swapped it.
  public struct HSMEntry: Hashable, Sendable {
    public var hsm: String
    public var agreementOf: String

    public init(_ hsm: String, agreementOf other: String? = nil) {
      self.hsm = hsm
      agreementOf = other ?? hsm
    }
  }

  public var name: String
  /// The trust it claims to succeed; nil for a founding trust.
  public var parent: String?
  /// The founding trust of the domain that it claims.
  public var domain: String?
  public var operators: [String]
  /// Of those operators that are listed with another role than their own.
  public var roles: [String: String]
  public var hsms: [HSMEntry]
  public var hosts: [String]
  public var quorum: QuorumRules

  public init(
    _ name: String, parent: String? = nil, domain: String? = nil, operators: [String], roles: [String: String] = [:],
    hsms: [HSMEntry], hosts: [String], quorum: QuorumRules
  ) {
    self.name = name
    self.parent = parent
    self.domain = domain
    self.operators = operators
    self.roles = roles
    self.hsms = hsms
    self.hosts = hosts
    self.quorum = quorum
  }
}
