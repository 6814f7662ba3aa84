public import Records

extension Judge {
  /// Judges each link of a chain. They share one `alpha`, but for what a reduction of its own is judged by.
  public func judgeChain(_ tally: Tally, _ claims: [LinkClaim], _ reduction: ReductionRecord?) -> [LinkRecord] {
    guard tally.links.count == claims.count else { return [] }
    let judge = Judge(alpha: alpha / Double(claims.count), slack: slack)
    return zip(claims, tally.links).map { claim, link in
      var record = judge.judge(link, claim, tally, reduction)
      guard record.verdict != .refuted else { return record }
      if let excess = judge.excess(link.work, claim.charges, tally.trials, sharing: 1) {
        record = LinkRecord(
          from: record.from, to: record.to, claim: record.claim, left: record.left, right: record.right,
          difference: record.difference, bound: record.bound, verdict: .refuted, reason: excess, resources: record.resources)
      }
      return record
    }
  }

  private func judge(_ link: Tally.Link, _ claim: LinkClaim, _ tally: Tally, _ reduction: ReductionRecord?) -> LinkRecord {
    let (pairs, forfeits, trials) = (link.pairs, tally.forfeits, tally.trials)
    var (difference, bound): (Estimate?, Double?) = (nil, nil)
    let verdict: (ReductionVerdict, String)
    switch claim.price {
    case .nothing:
      verdict =
        pairs.differ > 0
        ? (.refuted, "the two sides differ in \(pairs.differ) trials")
        : pairs.first == 0 ? (.vacuous, "neither side has it") : (.holds, "the two sides are equal in every trial")
    case .reduction: verdict = reduction.map { ($0.verdict, $0.reason) } ?? (.undecided, "nothing is reduced")
    case .atMost(let most):
      var bits = Tally()
      (bits.trials, bits.forfeits, bits.bits) = (trials, forfeits, pairs)
      let judgement = judge(bits, measure: .independentWorlds, bound: most)
      (difference, bound) = (judgement.advantage, most)
      verdict =
        switch judgement.verdict {
        case .boundExceeded, .invalid: (.refuted, judgement.reason)
        case .withinBound, .boundAttained: (.holds, judgement.reason)
        case .advantageShown, .noAdvantageShown, .inconclusive, .forfeit: (.undecided, judgement.reason)
        }
    }
    return LinkRecord(
      from: claim.from, to: claim.to, claim: claim.words,
      left: estimate(events: pairs.first, forfeits: forfeits, trials: trials),
      right: estimate(events: pairs.second, forfeits: forfeits, trials: trials), difference: difference, bound: bound,
      verdict: verdict.0, reason: verdict.1, resources: records(link.work, claim.charges, trials))
  }
}
