internal import Words

/// What a child writes to its standard error, on its way to whoever watches.
struct ErrorStream {
  /// After so many bytes nothing more is shown.
  private static let most = 1 << 18
  /// A longer line is cut.
  private static let longestLine = 1 << 12

  private(set) var last = LastLines()
  /// Bytes that have come.
  private(set) var size = 0
  private var buffer = LineBuffer()
  private var shown = 0

  /// Lines to be shown, without what stands before them.
  mutating func append(_ bytes: UnsafeRawBufferPointer) -> [String] {
    buffer.append(bytes)
    size += bytes.count
    var texts: [String] = []
    while let line = buffer.next() { show(line, in: &texts) }
    if buffer.count > Self.longestLine { show(buffer.takeRest(), in: &texts) }
    return texts
  }

  /// What ends no line.
  mutating func finish() -> [String] {
    var texts: [String] = []
    if buffer.count > 0 { show(buffer.takeRest(), in: &texts) }
    return texts
  }

  private mutating func show(_ line: [UInt8], in texts: inout [String]) {
    last.append(line)
    guard shown <= Self.most else { return }
    let line = line.last == 0x0D ? line.dropLast() : line[...]
    shown += line.count + 1
    texts.append(
      shown > Self.most
        ? Child.flood : Escape.terminal(String(decoding: line, as: UTF8.self)))
  }
}
