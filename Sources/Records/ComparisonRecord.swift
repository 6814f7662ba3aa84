/// Two records of the same things, row by row: what changed, and whether for the worse.
///
/// Each row's difference has an interval that is right whenever the intervals of both are, so it may be looked at whenever either
/// run was stopped, and runs may share their coins [ours]. Its error probability is the sum of theirs.
public struct ComparisonRecord: Codable, Sendable {
  public enum Change: String, Codable, Sendable, CaseIterable {
    /// Nothing that is measured tells them apart.
    case same
    /// An advantage is smaller, or what was not met is.
    case better
    /// An advantage is larger, or what was met is not.
    case worse
    /// What was met, or was not, is too short to tell now.
    case undecided
    /// There only before; there only now.
    case gone, new
  }

  public struct Row: Codable, Sendable {
    public let change: Change
    /// Why, in words; empty where nothing changed.
    public let why: [String]
    public let before, after: ComparedRow?
    /// Later minus earlier.
    public let advantage, badEvent, share, chances: Estimate?

    public var name: String { after?.name ?? before?.name ?? "" }
  }

  public let format: Int
  /// Who made the two.
  public let before, after: MakerRecord?
  public let rows: [Row]
  public let outcome: Outcome

  public init(_ before: [ComparedRow], by first: MakerRecord?, _ after: [ComparedRow], by second: MakerRecord?) {
    format = 1
    (self.before, self.after) = (first, second)
    let later = Dictionary(after.map { ($0.name, $0) }) { $1 }, earlier = Set(before.map(\.name))
    rows =
      before.map { row in later[row.name].map { Row(row, $0) } ?? Row(gone: row) }
      + after.filter { !earlier.contains($0.name) }.map { Row(new: $0) }
    let worse = rows.filter { [.worse, .gone].contains($0.change) }, open = rows.filter { $0.change == .undecided }
    outcome =
      if let first = worse.first {
        .notMet(
          "\(worse.count) of \(rows.count) rows \(worse.count == 1 ? "is" : "are") worse: \(first.name): "
            + first.why.joined(separator: "; ")
        )
      } else if let first = open.first {
        .inconclusive("\(open.count) of \(rows.count) rows \(open.count == 1 ? "is" : "are") too short to tell: \(first.name)")
      } else if before.isEmpty {
        .inconclusive("there are no rows to be compared with")
      } else {
        .met
      }
  }

  /// How many rows changed so.
  public func count(_ change: Change) -> Int { rows.count { $0.change == change } }
}

extension ComparisonRecord.Row {
  fileprivate init(gone row: ComparedRow) {
    (change, why, before, after) = (.gone, ["it is there no more"], row, nil)
    (advantage, badEvent, share, chances) = (nil, nil, nil, nil)
  }

  fileprivate init(new row: ComparedRow) {
    // What is new and not met was never accepted by anybody.
    let isBad = [.notMet, .error].contains(row.status)
    (change, why) = isBad ? (.worse, ["it is new, and \(row.status.words): \(row.why ?? "")"]) : (.new, [])
    (before, after) = (nil, row)
    (advantage, badEvent, share, chances) = (nil, nil, nil, nil)
  }

  fileprivate init(_ before: ComparedRow, _ after: ComparedRow) {
    func difference(_ part: (ComparedRow) -> Estimate?) -> Estimate? {
      guard let old = part(before), let new = part(after) else { return nil }
      return Estimate(
        estimate: new.estimate - old.estimate, lower: new.lower - old.upper, upper: new.upper - old.lower,
        error: new.error + old.error)
    }
    (self.before, self.after) = (before, after)
    (advantage, badEvent) = (difference(\.advantage), difference(\.badEvent))
    (share, chances) = (difference(\.share), difference(\.chances))
    let named = [
      ("advantage", advantage), ("probability of the bad event", badEvent), ("share of the bound", share),
      ("sum of chances", chances),
    ]
    let (larger, smaller) = (
      named.filter { $0.1.map { $0.lower > 0 } == true }, named.filter { $0.1.map { $0.upper < 0 } == true }
    )
    var (worse, better, open): ([String], [String], [String]) = ([], [], [])
    worse += larger.map { "the \($0.0) is larger" }
    better += smaller.map { "the \($0.0) is smaller" }
    let rank: [RunStatus: Int] = [.met: 0, .inconclusive: 1, .interrupted: 1, .notMet: 2, .error: 2]
    switch (rank[before.status] ?? 0, rank[after.status] ?? 0) {
    case (0...1, 2): worse.append("it is \(after.status.words)\(after.why.map { ": \($0)" } ?? "")")
    case (2, 0...1): better.append("it was \(before.status.words), and is \(after.status.words)")
    case (0, 1): open.append("it was met, and is \(after.status.words)")
    case (1, 0): better.append("it was \(before.status.words), and is met")
    default: break
    }
    why = worse + better + open
    change = !worse.isEmpty ? .worse : !open.isEmpty ? .undecided : !better.isEmpty ? .better : .same
  }
}
