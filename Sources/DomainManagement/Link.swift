/// One step of a chain of trusts: a trust and what authorises it.
public struct Link<S: DomainSuite>: Hashable, Sendable {
  public let trust: Trust<S>
  public let authorisation: [Endorsement<S>]

  public init(_ trust: Trust<S>, authorisation: [Endorsement<S>]) {
    self.trust = trust
    self.authorisation = authorisation
  }
}
