/// Plays a program over *all* coins: each pass takes one path through the tree of draws, and `advance` moves on to the next path.
///
/// Draws are made in the order in which the program asks for new names, so a draw that is not made costs nothing. A path has
/// weight one over the product of its draws' ranges, and all weights sum to exactly 1.
public final class EnumeratingTape: CoinTape {
  /// Why the tree cannot be walked.
  public enum Problem: Error, Hashable, Sendable {
    /// The draw has more values than the tape enumerates.
    case tooWide(DrawName)
    /// The path has more than 2¹²⁸ siblings.
    case tooDeep
    /// The name was drawn from two different ranges, so the program is not one random experiment.
    case inconsistent(DrawName)
  }

  private struct Choice {
    var value: UInt64
    let range: UInt64
  }

  private let widest: UInt64
  private var path: [Choice] = []
  private var depth = 0
  private var drawn: [DrawName: Choice] = [:]
  /// The first problem on any path; what was played since is worthless.
  public private(set) var problem: Problem?

  /// - Parameter widest: the most values that one draw may have.
  public init(widest: UInt64 = 1 << 20) { self.widest = widest }

  /// The number of equally likely paths of which this one stands for one: its weight is 1/siblings.
  public var siblings: UInt128 {
    var product: UInt128 = 1
    for choice in path[..<depth] {
      let (next, overflow) = product.multipliedReportingOverflow(by: UInt128(choice.range))
      if overflow { problem = problem ?? .tooDeep }
      product = next
    }
    return product
  }

  /// Moves on to the next path. Returns false when there is none.
  public func advance() -> Bool {
    path.removeSubrange(depth...)
    while let last = path.last, last.value + 1 == last.range { path.removeLast() }
    guard !path.isEmpty else { return false }
    path[path.count - 1].value += 1
    rewind()
    return true
  }

  /// Back to the first path.
  public func restart() {
    path.removeAll(keepingCapacity: true)
    rewind()
  }

  private func rewind() {
    depth = 0
    drawn.removeAll(keepingCapacity: true)
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    if let known = drawn[draw] {
      if known.range != bound { problem = problem ?? .inconsistent(draw) }
      return known.value
    }
    guard 0 < bound, bound <= widest else {
      problem = problem ?? .tooWide(draw)
      return 0
    }
    if depth == path.count { path.append(Choice(value: 0, range: bound)) }
    let choice = path[depth]
    if choice.range != bound { problem = problem ?? .inconsistent(draw) }
    depth += 1
    drawn[draw] = choice
    return choice.value
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    let value = choose(below: count < 8 ? 1 << UInt64(8 * count) : 0, for: draw) { 0 }
    return (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) : 0 }
  }
}
