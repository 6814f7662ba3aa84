public import DomainManagement

extension Policy {
  /// The last link of `path` under the rules for links; its parent is the trust before it in the path, or `trust`.
  func judgeLast(of path: [Link<S>], after trust: Trust<S>, suite: S) -> Decision {
    guard let last = path.last else { return .allow }
    return judge(last, after: path.dropLast().last?.trust ?? trust, suite: suite)
  }

  /// One link under the rules for links.
  public func judge(_ link: Link<S>, after parent: Trust<S>, suite: S) -> Decision {
    for rule in linkRules {
      if let denial = rule.objection(link, parent).denial { return .deny(denial) }
    }
    guard tally(link, after: parent, suite: suite).isShort else { return .allow }
    return .deny(.init { blame(link, after: parent, suite: suite) })
  }

  /// How many endorsements count, and how many have to.
  struct Tally {
    let counted: Int
    let needed: Int
    var isShort: Bool { counted < needed }
  }

  func tally(_ link: Link<S>, after parent: Trust<S>, without skipped: String? = nil, suite: S) -> Tally {
    var entries = Array(link.authorisation.indices)
    var needed = 0
    for rule in linkRules where skipped == nil || rule.facts.identifier != skipped {
      entries = rule.counted(entries, link, parent, suite)
      needed = max(needed, rule.needed(link, parent) ?? 0)
    }
    return Tally(counted: entries.count, needed: needed)
  }

  /// The rule without which the link would be accepted; if there is no single one, the rule that sets the threshold.
  private func blame(_ link: Link<S>, after parent: Trust<S>, suite: S) -> (rule: String, reason: String) {
    let total = tally(link, after: parent, suite: suite)
    let count = "\(total.counted) of the \(link.authorisation.count) endorsements count and \(total.needed) are needed"
    let pivotal = linkRules.first {
      $0.needed(link, parent) == nil && !tally(link, after: parent, without: $0.facts.identifier, suite: suite).isShort
    }
    if let pivotal { return (pivotal.facts.identifier, "\(count): \(pivotal.whyNotCounted)") }
    let threshold = linkRules.first { ($0.needed(link, parent) ?? -1) == total.needed }
    return (threshold?.facts.identifier ?? "successor", count)
  }
}
