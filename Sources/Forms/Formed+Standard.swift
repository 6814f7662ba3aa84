extension Bool: Formed {
  public static var schema: Document { ["type": "boolean"] }
  public static var example: Bool { false }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Bool { try scanner.bool() }
  public func write(to emitter: inout Emitter) { emitter.bool(self) }
}

extension Int: Formed {
  public static var schema: Document { ["type": ["integer", "string"], "pattern": "^-?(0|[1-9][0-9]*)$"] }
  public static var example: Int { 0 }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Int { Int(try scanner.integer()) }
  public func write(to emitter: inout Emitter) { emitter.integer(Int64(self)) }
}

extension UInt64: Formed {
  public static var schema: Document { ["type": ["integer", "string"], "minimum": 0, "pattern": "^(0|[1-9][0-9]*)$"] }
  public static var example: UInt64 { 0 }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> UInt64 { try scanner.unsigned() }
  public func write(to emitter: inout Emitter) { emitter.unsigned(self) }
}

extension String: Formed {
  public static var schema: Document { ["type": "string"] }
  public static var example: String { "" }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> String { try scanner.string() }
  public func write(to emitter: inout Emitter) { emitter.string(self) }
}

extension Array: Formed where Element: Formed {
  public static var schema: Document { ["type": "array", "items": Element.schema] }
  public static var example: [Element] { [] }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> [Element] {
    var array: [Element] = []
    try scanner.elements { s throws(Malformed) in array.append(try Element.read(&s)) }
    return array
  }
  public func write(to emitter: inout Emitter) {
    emitter.byte("[")
    for index in indices {
      if index > startIndex { emitter.byte(",") }
      self[index].write(to: &emitter)
    }
    emitter.byte("]")
  }
}

extension Optional: Formed where Wrapped: Formed {
  public static var schema: Document { ["anyOf": [Wrapped.schema, ["type": "null"]]] }
  public static var example: Wrapped? { nil }
  public static var absent: Wrapped?? { .some(nil) }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Wrapped? {
    scanner.null() ? nil : try Wrapped.read(&scanner)
  }
  public func write(to emitter: inout Emitter) {
    if let self { self.write(to: &emitter) } else { emitter.raw("null") }
  }
}
