extension Emitter {
  /// Writes the next field of a record.
  public mutating func put(_ value: some Formed) {
    precondition(field < names.count, "a name for each field: \(names)")
    byte(field == 0 ? "{" : ",")
    name(names[field])
    let (outer, next) = (names, field + 1)
    value.write(to: &self)
    (names, field) = (outer, next)
  }

  /// A key that needs no escapes.
  mutating func name(_ name: StaticString) {
    byte("\"")
    raw(name)
    raw("\":")
  }

  /// Writes a record with these fields.
  mutating func fields(_ names: [StaticString], _ body: (inout Emitter) -> Void) {
    (self.names, field) = (names, 0)
    body(&self)
    precondition(field == names.count, "a field for each name: \(names)")
    if names.isEmpty { byte("{") }
    byte("}")
  }
}
