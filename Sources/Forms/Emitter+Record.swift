extension Emitter {
  /// Writes the next field of a record, or of a case; true, so that a case can be told from others.
  @discardableResult
  public mutating func put(_ value: some Formed) -> Bool {
    precondition(frame.next < frame.heads.count - 1, "a name for each field")
    bytes.append(contentsOf: frame.heads[frame.next])
    frame.next += 1
    value.write(to: &self)
    return true
  }

  /// The fields of a case.
  public mutating func put(_ first: some Formed, _ second: some Formed) -> Bool {
    put(first)
    return put(second)
  }

  public mutating func put(_ first: some Formed, _ second: some Formed, _ third: some Formed) -> Bool {
    put(first)
    return put(second, third)
  }

  public mutating func put(_ first: some Formed, _ second: some Formed, _ third: some Formed, _ fourth: some Formed) -> Bool {
    put(first)
    return put(second, third, fourth)
  }

  /// What stands before each field of a record, and after the last one.
  /// - Parameter name: what the record stands under; nil for one by itself.
  static func heads(_ name: StaticString?, _ names: [StaticString]) -> [[UInt8]] {
    let start = (name.map { "{\"\($0)\":" } ?? "") + "{"
    let end = name == nil ? "}" : "}}"
    guard !names.isEmpty else { return [Array((start + end).utf8)] }
    return names.enumerated().map { Array("\($0 == 0 ? start : ",")\"\($1)\":".utf8) } + [Array(end.utf8)]
  }

  /// Writes a record; false, and nothing is written, if `body` does not want to.
  @discardableResult
  mutating func record(_ heads: [[UInt8]], _ body: (inout Emitter) -> Bool) -> Bool {
    // Most of the cases that are tried are not the value's: for those nothing is counted and nothing copied.
    heads.withUnsafeBufferPointer { borrowed in
      let outer = frame
      defer { frame = outer }
      frame = Frame(heads: borrowed)
      guard body(&self) else { return false }
      precondition(frame.next == heads.count - 1, "a field for each name: \(heads.map { String(decoding: $0, as: UTF8.self) })")
      bytes.append(contentsOf: borrowed[frame.next])
      return true
    }
  }

  /// A key that needs no escapes.
  mutating func name(_ name: StaticString) {
    byte("\"")
    raw(name)
    raw("\":")
  }
}
