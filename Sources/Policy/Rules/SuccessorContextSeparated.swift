public import DomainManagement
internal import Formulas

/// `successor.context-separated`: each counted signature carries the context for trusts
public struct SuccessorContextSeparated<Suite: DomainSuite>: LinkRule {
  public init() {}

  public var facts: RuleFacts {
    RuleFacts(
      "successor.context-separated",
      "each counted signature carries the context for trusts",
      from: [.ours()], about: [.succeed, .advance], looksAtServers: false)
  }

  public var meaning: Meaning? {
    .counts(Asked.endorsement.isOnTrust)
  }

  public var whyNotCounted: String? { "a signature was made on a token" }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    endorsement.statement.context == .trust
  }
}
