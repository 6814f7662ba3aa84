/// Writes down every coin of a trial under its name, and plays the trial again from what was written, without the generator.
public final class RecordedTape: CoinTape {
  /// One draw: who drew, for what, and the value as lower-case hexadecimal.
  public struct Draw: Hashable, Sendable {
    public let role: Role
    public let label: Label
    public let value: [UInt8]
  }

  private struct Name: Hashable {
    let role: Role
    let label: Label
  }

  /// The distinct draws, in the order in which they were first made.
  public private(set) var draws: [Draw] = []
  private var positions: [Name: Int] = [:]
  private let isReplay: Bool

  /// An empty tape that records.
  public init() { isReplay = false }

  /// A tape that replays `draws`; a draw that is not among them is a trap, because the program is then not the recorded one.
  public init(replaying draws: [Draw]) {
    isReplay = true
    for draw in draws { append(draw) }
  }

  public func choose(below bound: UInt64, for label: Label, role: Role, live: () -> UInt64) -> UInt64 {
    let bytes = choose(bytes: 8, for: label, role: role) { (0..<8).map { UInt8(truncatingIfNeeded: live() >> (56 - 8 * $0)) } }
    let value = bytes.reduce(0) { $0 << 8 | UInt64($1) }
    precondition(bound == 0 || value < bound, "the tape's value for \(label) is out of range")
    return value
  }

  public func choose(bytes count: Int, for label: Label, role: Role, live: () -> [UInt8]) -> [UInt8] {
    if let position = positions[Name(role: role, label: label)] { return draws[position].value }
    precondition(!isReplay, "the tape has no draw \(role).\(label): it was recorded from another program")
    let value = live()
    append(Draw(role: role, label: label, value: value))
    return value
  }

  private func append(_ draw: Draw) {
    positions[Name(role: draw.role, label: draw.label)] = draws.count
    draws.append(draw)
  }
}
