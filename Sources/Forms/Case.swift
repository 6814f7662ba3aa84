/// One case of an enum: an object with one key, its name in kebab case, and under it its fields.
public struct Case<Value: Sendable>: Sendable {
  let name: StaticString
  /// The schema of what stands under the name.
  let schema: Document
  let example: Value
  let read: @Sendable (inout Scanner) throws(Malformed) -> Value
  /// Writes name and fields; false, and nothing is written, if the value is another case.
  let write: @Sendable (Value, inout Emitter) -> Bool

  /// A case without fields.
  public init(_ name: StaticString, _ value: Value) where Value: Equatable {
    self.init(name, [], { _ in value }) { candidate, _ in candidate == value }
  }

  /// A case with fields.
  /// - Parameters:
  ///   - make: reads each `field()`, in the order of the names.
  ///   - put: puts the fields of a value of this case, in the same order; false for another case.
  public init(
    _ name: StaticString, _ names: [StaticString], _ make: @escaping @Sendable (inout Scanner) -> Value,
    put: @escaping @Sendable (Value, inout Emitter) -> Bool
  ) {
    let (schema, example) = Scanner.collect(names, make)
    (self.name, self.schema, self.example) = (name, schema, example)
    read = { s throws(Malformed) in try s.fields(names, make) }
    write = { [heads = Emitter.heads(name, names)] value, emitter in emitter.record(heads) { put(value, &$0) } }
  }

  /// A case of one value, which stands under the name itself.
  public init<Inner: Formed>(
    _ name: StaticString, of make: @escaping @Sendable (Inner) -> Value, inner: @escaping @Sendable (Value) -> Inner?
  ) {
    (self.name, schema, example) = (name, Inner.schema, make(Inner.example))
    read = { s throws(Malformed) in make(try Inner.read(&s)) }
    write = { value, emitter in
      guard let inner = inner(value) else { return false }
      emitter.byte("{")
      emitter.name(name)
      inner.write(to: &emitter)
      emitter.byte("}")
      return true
    }
  }
}
