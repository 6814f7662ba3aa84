/// Writes down every coin of a trial under its name, and plays the trial again from what was written, without the generator.
///
/// A name that is drawn from two ranges is two draws, each with its own value: that is what the generator answers, too.
public final class RecordedTape: CoinTape {
  /// One draw: its name, and its value as big-endian bytes.
  public struct Draw: Hashable, Sendable {
    public let name: DrawName
    /// The value is below it; zero stands for 2⁶⁴, nil for bytes.
    public let bound: UInt64?
    public let value: [UInt8]

    public init(name: DrawName, bound: UInt64?, value: [UInt8]) { (self.name, self.bound, self.value) = (name, bound, value) }
  }

  private struct Range: Hashable {
    let name: DrawName
    let bound: UInt64?
    let count: Int
  }

  /// The distinct draws, in the order in which they were first made: at most so many as the tape takes.
  public private(set) var draws: [Draw] = []
  /// Whether there were draws that the tape did not take.
  public private(set) var isFull = false
  private let most: Int
  private var positions: [Range: Int] = [:]
  private let isReplay: Bool

  /// An empty tape that records the first `most` draws; of later ones it says that there were any.
  public init(most: Int = .max) { (isReplay, self.most) = (false, most) }

  /// A tape that replays `draws`; a draw that is not among them is a trap, because the program is then not the recorded one.
  public init(replaying draws: [Draw]) {
    (isReplay, most) = (true, .max)
    for draw in draws { append(draw) }
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    let bytes = choose(Range(name: draw, bound: bound, count: 8)) {
      (0..<8).map { UInt8(truncatingIfNeeded: live() >> (56 - 8 * $0)) }
    }
    let value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    precondition(bound == 0 || value < bound, "the tape's value \(value) for \(draw) is not below \(bound): it was changed")
    return value
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    choose(Range(name: draw, bound: nil, count: count), live: live)
  }

  private func choose(_ range: Range, live: () -> [UInt8]) -> [UInt8] {
    if let position = positions[range] { return draws[position].value }
    precondition(!isReplay, "the tape has no draw \(range.name) from this range: it was recorded from another program")
    let value = live()
    guard draws.count < most else {
      isFull = true
      return value
    }
    append(Draw(name: range.name, bound: range.bound, value: value))
    return value
  }

  private func append(_ draw: Draw) {
    positions[Range(name: draw.name, bound: draw.bound, count: draw.value.count)] = draws.count
    draws.append(draw)
  }
}
