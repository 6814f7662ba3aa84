/// The coins of a play that begins as another one did: every draw that was made there has its value, and every other one is
/// fresh.
///
/// Given what was drawn so far, all other named coins are independent and uniform. So a play on this tape has the law of the
/// other one's continuation, whatever part of a coin the players have seen.
public final class BranchTape: CoinTape {
  /// A draw with its value: a number, or bytes.
  public struct Draw: Sendable {
    fileprivate let key: Key
    fileprivate let value: [UInt8]
  }

  fileprivate struct Key: Hashable {
    let name: DrawName
    /// Zero stands for 2⁶⁴; nil for bytes.
    let bound: UInt64?
    let count: Int
  }

  /// What was drawn, in the order in which it was drawn first, what is given included.
  public private(set) var draws: [Draw]
  private var values: [Key: [UInt8]]
  private let fresh: Coins
  private let branch: UInt64

  /// - Parameters:
  ///   - draws: those of the beginning.
  ///   - fresh: where fresh values come from.
  ///   - branch: tells the branches that share `fresh` apart.
  public init(beginning draws: [Draw], fresh: Coins, branch: UInt64) {
    (self.draws, self.fresh, self.branch) = (draws, fresh, branch)
    values = Dictionary(draws.map { ($0.key, $0.value) }) { first, _ in first }
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    value(Key(name: draw, bound: bound, count: 8)) { label in
      let number = bound == 0 ? fresh.bits(64, for: label) : fresh.uniform(below: bound, for: label)
      return (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }.reduce(0) { $0 << 8 | UInt64($1) }
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    value(Key(name: draw, bound: nil, count: count)) { fresh.bytes(count, for: $0) }
  }

  /// A fresh value is named after its branch and its number: no two have one name.
  private func value(_ key: Key, _ draw: (Label) -> [UInt8]) -> [UInt8] {
    if let value = values[key] { return value }
    let value = draw(Label("fresh", branch, UInt64(draws.count)))
    values[key] = value
    draws.append(Draw(key: key, value: value))
    return value
  }
}
