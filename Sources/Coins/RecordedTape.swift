/// Writes down every coin of a trial under its name, and plays the trial again from what was written, without the generator.
public final class RecordedTape: CoinTape {
  /// One draw: its name, and its value as big-endian bytes.
  public struct Draw: Hashable, Sendable {
    public let name: DrawName
    public let value: [UInt8]

    public init(name: DrawName, value: [UInt8]) { (self.name, self.value) = (name, value) }
  }

  /// The distinct draws, in the order in which they were first made.
  public private(set) var draws: [Draw] = []
  private var positions: [DrawName: Int] = [:]
  private let isReplay: Bool

  /// An empty tape that records.
  public init() { isReplay = false }

  /// A tape that replays `draws`; a draw that is not among them is a trap, because the program is then not the recorded one.
  public init(replaying draws: [Draw]) {
    isReplay = true
    for draw in draws { append(draw) }
  }

  public func choose(below bound: UInt64, for draw: DrawName, live: () -> UInt64) -> UInt64 {
    let bytes = choose(bytes: 8, for: draw) { (0..<8).map { UInt8(truncatingIfNeeded: live() >> (56 - 8 * $0)) } }
    let value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    precondition(bound == 0 || value < bound, "the tape's value for \(draw) is out of range")
    return value
  }

  public func choose(bytes count: Int, for draw: DrawName, live: () -> [UInt8]) -> [UInt8] {
    if let position = positions[draw] { return draws[position].value }
    precondition(!isReplay, "the tape has no draw \(draw): it was recorded from another program")
    let value = live()
    append(Draw(name: draw, value: value))
    return value
  }

  private func append(_ draw: Draw) {
    positions[draw.name] = draws.count
    draws.append(draw)
  }
}
