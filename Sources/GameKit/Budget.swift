public import Records

/// How many queries of each kind an adversary may still make.
public struct Budget<Kind: QueryKind>: Sendable {
  @usableFromInline var left: InlineArray<12, UInt32>

  /// A budget of `limit(kind)` queries for every kind; at most 2³² − 1 each.
  public init(_ limit: (Kind) -> Int) {
    precondition(Kind.allCases.count <= 12, "a game has at most twelve budgets")
    left = InlineArray(repeating: 0)
    for kind in Kind.allCases { left[kind.rawValue] = UInt32(clamping: limit(kind)) }
  }

  /// The number of queries of this kind that are left.
  @inlinable @inline(__always)
  public subscript(kind: Kind) -> Int { Int(left[kind.rawValue]) }

  /// How many queries of the kind of this number have been asked since the budget was `full`.
  @inlinable @inline(__always)
  public func spent(of full: Self, at number: Int) -> UInt64 { UInt64(full.left[number] - left[number]) }

  /// A budget that nobody uses up: what is asked is counted, and not refused.
  @inlinable
  public static var unlimited: Self { Self(left: InlineArray(repeating: .max)) }

  @usableFromInline
  init(left: InlineArray<12, UInt32>) { self.left = left }

  /// Takes one query of this kind off the budget.
  /// - Throws: a forfeit when none is left.
  @inlinable @inline(__always)
  public mutating func charge(_ kind: Kind) throws(Forfeit) {
    guard left[kind.rawValue] > 0 else { throw .overBudget(kind.symbol) }
    left[kind.rawValue] -= 1
  }
}

extension Budget {
  /// What it comes to in the quantities of concrete security.
  public var allowance: Allowance {
    var allowance = Allowance()
    for kind in Kind.allCases {
      if self[kind] == Int(UInt32.max) {
        allowance.add(unlimited: kind.symbol)
      } else {
        allowance.add(queries: UInt64(self[kind]), each: kind.resource)
      }
    }
    return allowance
  }
}
