internal import GameKit
public import Records

/// What a reduction has asked of the game that it plays, kind by kind.
public struct Work: Hashable, Codable, Sendable {
  public struct Queries: Hashable, Codable, Sendable {
    public let symbol: String
    public let resource: Resource?
    /// In the trial with most, and which is the first of those.
    public fileprivate(set) var most: UInt64 = 0
    public fileprivate(set) var trial: UInt64 = 0
    /// In all trials.
    public fileprivate(set) var total: UInt64 = 0

    fileprivate init(_ kind: some QueryKind) { (symbol, resource) = (kind.symbol, kind.resource) }
  }

  public private(set) var kinds: [Queries] = []

  public init() {}

  /// Counts what a trial has left of a budget.
  @inline(__always)
  mutating func count<Kind: QueryKind>(_ left: borrowing Budget<Kind>, of full: borrowing Budget<Kind>, _ trial: UInt64) {
    if kinds.isEmpty { kinds = Kind.allCases.map(Queries.init) }
    for number in kinds.indices {
      let spent = left.spent(of: full, at: number)
      kinds[number].total += spent
      if spent > kinds[number].most { (kinds[number].most, kinds[number].trial) = (spent, trial) }
    }
  }

  /// Adds the work of later trials.
  static func += (a: inout Self, b: Self) {
    if a.kinds.isEmpty {
      a = b
      return
    }
    for (number, kind) in b.kinds.enumerated() {
      a.kinds[number].total += kind.total
      if kind.most > a.kinds[number].most { (a.kinds[number].most, a.kinds[number].trial) = (kind.most, kind.trial) }
    }
  }
}
