public import DomainManagement

/// A rule about one link of a chain of trusts. It may object outright, or say which endorsements count, or how many must, and
/// of whom.
///
/// A link is accepted when nothing objects and the endorsements that every rule counts are what any rule needs.
/// Bad endorsements are not counted; they do not spoil the good ones, so a longer authorisation is never worse. [ours]
public protocol LinkRule<Suite>: Rule {
  func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision
  /// Whether this rule counts `endorsement`, which is one of the link's.
  func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool
  /// Whether of the endorsements by one signer that the other rules count only one counts.
  var countsSignersOnce: Bool { get }
  func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> QuorumDemand<Suite>?
  /// Why the endorsements that this rule left out do not count; nil if it leaves none out.
  var whyNotCounted: String? { get }
}

extension LinkRule {
  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision { .allow }
  public func counts(_ endorsement: Endorsement<Suite>, of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> Bool {
    true
  }
  public var countsSignersOnce: Bool { false }
  public func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> QuorumDemand<Suite>? { nil }
  public var whyNotCounted: String? { nil }
  /// Links are judged by the policy as a whole (`Policy.judge`).
  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision { .allow }
}
