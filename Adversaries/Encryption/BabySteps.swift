public import Coins
public import GameKit
public import Games
public import Primitives

/// Shanks's baby steps and giant steps in a generic group: g, g², …, gᵐ, and the given element divided by gᵐ, n times.
///
/// They meet where the exponent is at most m·(n + 1), which with q = m − 1 + n operations is the half of all pairs at most: those
/// of a baby step and a giant step. Then it submits exponents from there on. So it succeeds with probability exactly
/// (m·(n + 1) + q_log)/(p − 1).
public struct BabySteps: Adversary {
  public typealias Query = GenericQuery
  public typealias Answer = GenericAnswer
  private let group: GenericGroup

  public init(group: GenericGroup) { self.group = group }

  /// How many exponents the steps of so many operations cover.
  public static func covered(by operations: Int) -> Int { babies(operations) * (operations + 2 - babies(operations)) }
  private static func babies(_ operations: Int) -> Int { (operations + 2) / 2 }

  /// Says "right" when no two elements were equal, and no exponent was accepted.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let operations = oracle.budget[.operation]
    let generator = try oracle.element(.generator), given = try oracle.element(.given)
    var (seen, last): (Set<UInt64>, UInt64) = ([generator], generator)
    guard given != generator else { return false }
    for _ in 1..<Self.babies(operations) {
      last = try oracle.element(.multiply(last, generator))
      guard last != given else { return false }
      seen.insert(last)
    }
    var giant = given
    while oracle.budget[.operation] > 0 {
      giant = try oracle.element(.divide(giant, by: last))
      guard !seen.contains(giant) else { return false }
    }
    var exponent = UInt64(Self.covered(by: operations)) + 1
    while oracle.budget[.submit] > 0, exponent < group.order {
      guard try oracle.ask(.submit(exponent)) == .rejected else { return false }
      exponent += 1
    }
    return true
  }
}
