/// A type whose values stand in JSON: reading, writing and the schema say the same.
public protocol Formed: Sendable {
  /// JSON Schema, draft 2020-12.
  static var schema: Document { get }
  static func read(_ scanner: inout Scanner) throws(Malformed) -> Self
  func write(to emitter: inout Emitter)
  /// What stands in for a value where none can be read, and is thrown away.
  static var example: Self { get }
  /// What a field that is not there stands for; nil where it has to be there.
  static var absent: Self? { get }
}

extension Formed {
  public static var absent: Self? { nil }
}

/// A type whose form is declared as a list: of cases, or of fields.
public protocol Declared: Formed {
  /// A constant, where the type is not generic.
  static var form: Form<Self> { get }
}

extension Declared {
  public static var schema: Document { form.schema }
  public static func read(_ scanner: inout Scanner) throws(Malformed) -> Self { try form.read(&scanner) }
  public func write(to emitter: inout Emitter) { Self.form.write(self, &emitter) }
  public static var example: Self { form.example }
}

/// One declaration of how the values of a type stand in JSON, from which come reading, writing and the schema.
///
/// A class, whose closures come first: where they are is known without asking what a value is like, and code that is compiled for
/// all games does so at each query.
public final class Form<Value: Sendable>: Sendable {
  public let read: @Sendable (inout Scanner) throws(Malformed) -> Value
  public let write: @Sendable (Value, inout Emitter) -> Void
  public let schema: Document
  public let example: Value

  init(
    schema: Document, example: Value, read: @escaping @Sendable (inout Scanner) throws(Malformed) -> Value,
    write: @escaping @Sendable (Value, inout Emitter) -> Void
  ) {
    (self.schema, self.example, self.read, self.write) = (schema, example, read, write)
  }

  /// A record by its fields, in an object.
  /// - Parameters:
  ///   - make: reads each `field()`, in the order of the names.
  ///   - write: puts each, in the same order.
  public static func record(
    _ names: StaticString..., make: @escaping @Sendable (inout Scanner) -> Value,
    write: @escaping @Sendable (Value, inout Emitter) -> Void
  ) -> Form {
    let (schema, example) = Scanner.collect(names, make)
    return Form(
      schema: schema, example: example, read: { s throws(Malformed) in try s.fields(names, make) },
      write: { [heads = Emitter.heads(nil, names)] value, emitter in
        emitter.record(heads) {
          write(value, &$0)
          return true
        }
      })
  }

  /// An enum by its cases.
  public static func cases(_ cases: Case<Value>...) -> Form {
    let names = cases.map(\.name)
    // One closure that calls the next: an array of closures would ask what type they have at each access.
    var read: @Sendable (Int, inout Scanner) throws(Malformed) -> Value = { _, _ in
      preconditionFailure("a case has one of the names: \(names)")
    }
    var write: @Sendable (Value, inout Emitter) -> Void = { _, _ in
      preconditionFailure("every case of \(Value.self) has a form")
    }
    for (index, one) in cases.enumerated().reversed() {
      let (readThis, readOther, writeThis, writeOther) = (one.read, read, one.write, write)
      read = { number, s throws(Malformed) in number == index ? try readThis(&s) : try readOther(number, &s) }
      write = { value, emitter in if !writeThis(value, &emitter) { writeOther(value, &emitter) } }
    }
    let (readCase, writeCase) = (read, write)
    return Form(
      schema: [
        "oneOf": .array(
          cases.map {
            [
              "type": "object", "properties": .object([.init($0.name.description, $0.schema)]),
              "required": [.string($0.name.description)], "additionalProperties": false,
            ]
          })
      ],
      example: cases[0].example,
      read: { s throws(Malformed) in
        try s.member(of: names) { index, s throws(Malformed) in try readCase(index, &s) }
      },
      write: writeCase)
  }

  /// An enum of words alone.
  public static func words(_ words: KeyValuePairs<String, Value>) -> Form where Value: Hashable {
    let pairs = words.map { (word: $0.key, value: $0.value) }
    return Form(
      schema: ["enum": .array(pairs.map { .string($0.word) })], example: pairs[0].value,
      read: { s throws(Malformed) in
        let start = s.position
        let text = try s.string()
        guard let pair = pairs.first(where: { $0.word == text }) else {
          throw Malformed(at: start, expected: "one of \(pairs.map(\.word).joined(separator: ", "))")
        }
        return pair.value
      },
      write: { value, emitter in
        guard let pair = pairs.first(where: { $0.value == value }) else {
          preconditionFailure("every case of \(Value.self) has a word")
        }
        emitter.string(pair.word)
      })
  }

  /// The form of a type that is known when the program runs; nil if it has none.
  public static func of(_ type: Value.Type) -> Form? {
    func form<F: Formed>(_ type: F.Type) -> Any {
      Form<F>(schema: F.schema, example: F.example, read: { s throws(Malformed) in try F.read(&s) }, write: { $0.write(to: &$1) })
    }
    func declared<F: Declared>(_ type: F.Type) -> Any { F.form }
    if let type = type as? any Declared.Type { return declared(type) as? Form }
    return (type as? any Formed.Type).flatMap { form($0) as? Form }
  }
}
