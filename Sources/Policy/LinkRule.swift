public import DomainManagement

/// A rule about one link of a chain of trusts. It may object outright, or say which endorsements count, or how many must.
///
/// A link is accepted when nothing objects and the endorsements that every rule counts are at least as many as any rule needs. Bad
/// endorsements are not counted; they do not spoil the good ones, so a longer authorisation is never worse. [ours]
public protocol LinkRule<Suite>: Rule {
  func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision
  /// Those of `entries`, which are positions in the link's authorisation, that this rule counts.
  func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int]
  func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> Int?
  /// Whether it counts what the other rules leave over, and so has to come after them.
  var countsLast: Bool { get }
  /// Why the endorsements that this rule left out do not count.
  var whyNotCounted: String { get }
}

extension LinkRule {
  public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision { .allow }
  public func counted(_ entries: [Int], of link: Link<Suite>, after parent: Trust<Suite>, suite: Suite) -> [Int] { entries }
  public func needed(for link: Link<Suite>, after parent: Trust<Suite>) -> Int? { nil }
  public var countsLast: Bool { false }
  public var whyNotCounted: String { "" }
  /// Links are judged by the policy as a whole (`Policy.judge`).
  public func decide(_ question: Question<Suite>, in policy: Policy<Suite>, suite: Suite) -> Decision { .allow }
}
