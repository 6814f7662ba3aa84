internal import Records

/// What a reduction asks of its target, in words.
enum WorkWords {
  /// What was used in the trial with most, and in the mean; and what it is charged.
  static func text(_ work: [WorkRecord]) -> String {
    let used = work.map { "\($0.symbol) \(Number.grouped($0.most)) (mean \(Number.text($0.mean)))" }
    let charged = work.compactMap(\.charge).map { charge in
      "\(charge.symbol) \(Number.grouped(charge.atMost))"
        + (charge.onAverage.map { ", in the mean \(Number.text($0))" } ?? "")
    }
    return "used at most \(used.joined(separator: ", "))"
      + (charged.isEmpty ? "; nothing is charged" : "; charged \(charged.joined(separator: "; "))")
  }
}

/// A link of a chain, in words.
enum LinkWords {
  static func lines(_ link: LinkRecord, number: Int) -> [String] {
    let gap = String(repeating: " ", count: 11)
    let head = number == 1 ? "chain      " : gap
    var cost = link.difference.map { "differ by \(Number.text($0.estimate)) in \(Number.interval($0.lower, $0.upper))" } ?? ""
    if let bound = link.bound { cost += ", bound \(Number.text(bound))" }
    return [
      "\(head)\(number). \(link.from) \(side(link.left)) → \(link.to) \(side(link.right))",
      "\(gap)   \(link.claim): \([cost, link.verdict.rawValue + " (\(link.reason))"].filter { !$0.isEmpty }.joined(separator: ": "))",
    ] + (link.resources.map { ["\(gap)   resources: \(WorkWords.text($0))"] } ?? [])
  }

  private static func side(_ estimate: Estimate) -> String {
    "\(Number.text(estimate.estimate)) in \(Number.interval(estimate.lower, estimate.upper))"
  }
}
