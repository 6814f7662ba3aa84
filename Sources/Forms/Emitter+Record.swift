extension Emitter {
  /// Writes the next field of a record, or of a case; true, so that a case can be told from others.
  @discardableResult
  public mutating func put(_ value: some Formed) -> Bool {
    precondition(frame.next < frame.names.count, "a name for each field: \(Array(frame.names))")
    if frame.next == 0 { begin() } else { byte(",") }
    name(frame.names[frame.next])
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

  /// Writes a record, under its name if it has one; false, and nothing is written, if `body` does not want to.
  @discardableResult
  mutating func record(_ name: StaticString?, _ names: [StaticString], _ body: (inout Emitter) -> Bool) -> Bool {
    // Most of the cases that are tried are not the value's: for those nothing is counted and nothing copied.
    names.withUnsafeBufferPointer { borrowed in
      let outer = frame
      defer { frame = outer }
      frame = Frame(name: name, names: borrowed)
      guard body(&self) else { return false }
      precondition(frame.next == names.count, "a field for each name: \(names)")
      if names.isEmpty { begin() }
      byte("}")
      if name != nil { byte("}") }
      return true
    }
  }

  private mutating func begin() {
    byte("{")
    guard let name = frame.name else { return }
    self.name(name)
    byte("{")
  }

  /// A key that needs no escapes.
  mutating func name(_ name: StaticString) {
    byte("\"")
    raw(name)
    raw("\":")
  }
}
