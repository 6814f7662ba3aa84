public import DomainManagement

extension Policy {
  /// The last link of `path` under the rules for links; its parent is the trust before it in the path, or `trust`.
  func judgeLast(of path: [Link<S>], after trust: Trust<S>, suite: S) -> Decision {
    guard let last = path.last else { return .allow }
    return judge(last, after: path.count > 1 ? path[path.count - 2].trust : trust, suite: suite)
  }

  /// One link under the rules for links.
  public func judge(_ link: Link<S>, after parent: Trust<S>, suite: S) -> Decision {
    var needed = 0
    var isByRole = false
    for rule in linkRules {
      if let denial = rule.objection(link, parent).denial { return .deny(denial) }
      guard let demand = rule.needed(link, parent) else { continue }
      needed = max(needed, demand.fewest)
      isByRole = isByRole || demand.isByRole
    }
    let isEnough =
      hasQuorum(needed, link, after: parent, suite: suite)
      && (!isByRole || Tally(self, link, after: parent, suite: suite).isEnough())
    return isEnough ? .allow : shortage(link, after: parent, suite: suite)
  }

  /// Whether so many endorsements count. Most do, and the first few are enough: nothing is looked at twice or kept.
  private func hasQuorum(_ needed: Int, _ link: Link<S>, after parent: Trust<S>, suite: S) -> Bool {
    var missing = needed
    var signers: [S.Identity] = []
    for endorsement in link.authorisation {
      if missing == 0 { break }
      if countsSignersOnce, signers.contains(endorsement.signer) { continue }
      guard countingRules.allSatisfy({ $0.counts(endorsement, link, parent, suite) }) else { continue }
      missing -= 1
      if countsSignersOnce, missing > 0 { signers.append(endorsement.signer) }
    }
    return missing == 0
  }

  /// What every rule says of every endorsement: each is looked at once.
  struct Tally {
    /// For each endorsement its signer, and as bits the positions in `linkRules` of the rules that do not count it.
    private var endorsements: [(signer: S.Identity, refusedBy: UInt64)]
    private let once: Int?
    let demands: [QuorumDemand<S>]
    var needed: Int { demands.reduce(0) { max($0, $1.fewest) } }

    init(_ policy: Policy, _ link: Link<S>, after parent: Trust<S>, suite: S) {
      let rules = policy.linkRules
      once = rules.firstIndex { $0.countsSignersOnce }
      demands = rules.compactMap { $0.needed(link, parent) }
      endorsements = link.authorisation.map { ($0.signer, 0) }
      for (position, rule) in rules.enumerated() where rule.whyNotCounted != nil && !rule.countsSignersOnce {
        let counts = rule.counts
        for index in endorsements.indices where !counts(link.authorisation[index], link, parent, suite) {
          endorsements[index].refusedBy |= 1 << UInt64(position)
        }
      }
    }

    /// Whose endorsements count, by all rules but one.
    func signers(without skipped: Int? = nil) -> [S.Identity] {
      let heeded = ~(skipped.map { UInt64(1) << UInt64($0) } ?? 0)
      let isOnce = once != nil && once != skipped
      return endorsements.indices.filter { index in
        endorsements[index].refusedBy & heeded == 0
          && !(isOnce
            && endorsements[..<index].contains { $0.refusedBy & heeded == 0 && $0.signer == endorsements[index].signer })
      }
      .map { endorsements[$0].signer }
    }

    /// Whether those that count, by all rules but one, are what every rule needs.
    func isEnough(without skipped: Int? = nil) -> Bool {
      let signers = signers(without: skipped)
      return demands.allSatisfy { $0.isMet(by: signers) }
    }

    /// Whether the rule at this position, asked alone, leaves an endorsement out.
    func leavesOut(_ rule: Int) -> Bool {
      if rule != once { return endorsements.contains { $0.refusedBy >> UInt64(rule) & 1 == 1 } }
      return endorsements.indices.contains { index in endorsements[..<index].contains { $0.signer == endorsements[index].signer }
      }
    }
  }

  /// The rule without which the link would be accepted, the one to be blamed before others; if there is no single one, the rule
  /// that sets the threshold.
  private func blame(_ tally: Tally, _ link: Link<S>, after parent: Trust<S>) -> RuleInForce<S>.LinkFunctions? {
    let pivotal = linkRules.indices.filter { linkRules[$0].whyNotCounted != nil && tally.isEnough(without: $0) }
      .map { linkRules[$0] }
    let deciding = linkRules.filter { $0.needed(link, parent)?.fewest == tally.needed }
    if let blamed,
      let rule = pivotal.first(where: { $0.facts.identifier == blamed })
        ?? deciding.first(where: { $0.facts.identifier == blamed })
    {
      return rule
    }
    return pivotal.first ?? deciding.first
  }

  private func shortage(_ link: Link<S>, after parent: Trust<S>, suite: S) -> Decision {
    .deny(
      .init(
        rule: {
          self.blame(Tally(self, link, after: parent, suite: suite), link, after: parent)?.facts.identifier ?? "successor"
        },
        reason: {
          let tally = Tally(self, link, after: parent, suite: suite)
          let why = self.blame(tally, link, after: parent)?.whyNotCounted.map { ": \($0)" } ?? ""
          let signers = tally.signers()
          let missing = tally.demands.first { $0.isByRole && !$0.isMet(by: signers) } ?? .signers(tally.needed)
          return missing.shortage(of: signers, "of the \(link.authorisation.count) endorsements count") + why
        }))
  }
}
