public import DomainManagement

/// What one rule made of a question, apart from all others.
public struct RuleFinding: Hashable, Sendable {
  public let rule: String
  /// Nil if the rule has nothing against it.
  public let objection: String?
}

extension Policy {
  /// Every rule that is about this question, each asked alone: for coverage, for differences between policies, and to see which
  /// rules refuse the same things. A rule that counts objects to a link if it leaves an endorsement out, or if too few are left
  /// for it.
  public func audit(_ question: Question<S>, suite: S) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    if case .succeed(let trust, let path) = question, let last = path.last {
      findings = audit(last, after: path.dropLast().last?.trust ?? trust, suite: suite)
    }
    for rule in rules where rule.link == nil && rule.facts.about.contains(question.kind) {
      findings.append(RuleFinding(rule: rule.facts.identifier, objection: rule.decide(question, self, suite).denial?.reason))
    }
    return findings
  }

  private func audit(_ link: Link<S>, after parent: Trust<S>, suite: S) -> [RuleFinding] {
    var findings: [RuleFinding] = []
    let tally = Tally(self, link, after: parent, suite: suite)
    let signers = tally.signers()
    for (index, rule) in linkRules.enumerated() {
      var objection = rule.objection(link, parent).denial?.reason
      if tally.leavesOut(index) { objection = objection ?? rule.whyNotCounted }
      if let demand = rule.needed(link, parent), !demand.isMet(by: signers) {
        objection =
          objection ?? (demand.isByRole ? demand.shortage(of: signers, "count") : "\(signers.count) of \(demand.fewest)")
      }
      findings.append(RuleFinding(rule: rule.facts.identifier, objection: objection))
    }
    return findings
  }
}
