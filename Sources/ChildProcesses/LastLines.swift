internal import Words

/// The last lines of a stream.
struct LastLines {
  private static let kept = 32
  /// Of a longer line this much is shown.
  private static let width = 400

  private var ring: [[UInt8]] = []
  private var next = 0

  mutating func append(_ line: [UInt8]) {
    if ring.count < Self.kept { ring.append(line) } else { ring[next] = line }
    next = (next + 1) % Self.kept
  }

  /// In their order, as a terminal can show them.
  var texts: [String] {
    let lines = ring.count < Self.kept ? ring : Array(ring[next...] + ring[..<next])
    return lines.map(Self.text)
  }

  static func text(_ line: some Collection<UInt8>) -> String {
    let isLong = line.count > width
    return Escape.terminal(String(decoding: line.prefix(width), as: UTF8.self)) + (isLong ? "… (\(line.count) bytes)" : "")
  }
}
