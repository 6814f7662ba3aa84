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
  /// For a terminal; the first link has the chain's heading.
  static func lines(_ link: LinkRecord, number: Int) -> [String] {
    let gap = String(repeating: " ", count: 11)
    return parts(link, number: number).enumerated().map { line, part in
      line > 0 ? "\(gap)   \(part)" : (number == 1 ? "chain      " : gap) + part
    }
  }

  /// In one line.
  static func words(_ link: LinkRecord, number: Int) -> String { parts(link, number: number).joined(separator: "; ") }

  private static func parts(_ link: LinkRecord, number: Int) -> [String] {
    let bound = link.bound.map { ", bound \(Number.text($0))" } ?? ""
    let difference = link.difference.map { "differ by \(side($0))\(bound): " } ?? ""
    return [
      "\(number). \(link.from) \(side(link.left)) → \(link.to) \(side(link.right))",
      "\(link.claim): \(difference)\(link.verdict.rawValue) (\(link.reason))",
    ] + (link.resources.map { ["resources: \(WorkWords.text($0))"] } ?? [])
  }

  private static func side(_ estimate: Estimate) -> String {
    "\(Number.text(estimate.estimate)) in \(Number.interval(estimate.lower, estimate.upper))"
  }
}
