/// A record as it is read, field by field in the order of its declaration.
///
/// The text has the fields in that order, too, as long as nobody writes them otherwise: each is read where it stands. At the
/// first one that is elsewhere the places of all are looked for.
struct OpenRecord {
  var names: [StaticString] = []
  /// The number of the field that is read next.
  var next = 0
  var start = 0
  /// What is known of a record that is not plainly read; nil as long as all is in order.
  var exception: Exception?

  final class Exception {
    /// Where the values stand, -1 for what is not there; nil as long as they are where they should be.
    var places: InlineArray<8, Int>?
    var end = 0
    /// The first thing that is wrong: what is read after it is worthless.
    var failure: Malformed?
    /// Nothing is read: the schemas of the fields are collected.
    var collected: [Document.Member]?
    var required: [Document] = []
  }

  /// The exception, which it is from now on.
  mutating func excepted() -> Exception {
    if let exception { return exception }
    let exception = Exception()
    self.exception = exception
    return exception
  }
}

extension Scanner {
  /// The next field of the record that is being read.
  public mutating func field<T: Formed>() -> T {
    let index = record.next
    record.next += 1
    precondition(index < record.names.count, "a name for each field: \(record.names)")
    if let exception = record.exception {
      if exception.collected != nil { return collect(index, exception) }
      if exception.failure != nil { return T.example }
    }
    do throws(Malformed) {
      guard try isAt(index) else {
        guard let absent = T.absent else {
          throw Malformed(at: record.start, expected: "the field `\(record.names[index])`, one of \(words)")
        }
        return absent
      }
      return try T.read(&self)
    } catch {
      record.excepted().failure = error
      return T.example
    }
  }

  /// Reads a record with these fields.
  mutating func fields<T>(_ names: [StaticString], _ make: (inout Scanner) -> T) throws(Malformed) -> T {
    _ = peek()
    // Here, once a record, and not around each field: most fields are no records.
    var outer = OpenRecord(names: names, start: position)
    swap(&record, &outer)
    defer { swap(&record, &outer) }
    let value = make(&self)
    if let failure = record.exception?.failure { throw failure }
    guard let exception = record.exception, exception.places != nil else {
      if record.next == 0, !accept(UInt8(ascii: "{")) { throw malformed("`{`") }
      if !accept(UInt8(ascii: "}")) { position = try places().end }
      return value
    }
    position = exception.end
    return value
  }

  /// Goes to the field of this number; false if it is not there.
  private mutating func isAt(_ index: Int) throws(Malformed) -> Bool {
    if record.exception == nil {
      let name = record.names[index]
      if accept(UInt8(ascii: index == 0 ? "{" : ",")), accept(UInt8(ascii: "\"")), word(name), acceptByte(UInt8(ascii: "\"")),
        accept(UInt8(ascii: ":"))
      {
        return true
      }
    }
    let place = try places().places?[index] ?? -1
    if place >= 0 { position = place }
    return place >= 0
  }

  /// The places of all fields, which are looked for where they are not known.
  private mutating func places() throws(Malformed) -> OpenRecord.Exception {
    if let exception = record.exception, exception.places != nil { return exception }
    position = record.start
    var places = InlineArray<8, Int>(repeating: -1)
    let names = record.names
    try members { s, key throws(Malformed) in
      guard let index = names.firstIndex(where: { s.isEqual(key, $0) }) else {
        throw Malformed(at: key.lowerBound, expected: names.isEmpty ? "no field" : "one of the fields \(s.words)")
      }
      guard places[index] < 0 else { throw Malformed(at: key.lowerBound, expected: "each field once") }
      places[index] = s.position
      try s.skip()
    }
    let exception = record.excepted()
    (exception.places, exception.end) = (places, position)
    return exception
  }

  private var words: String { Self.list(record.names) }

  private func collect<T: Formed>(_ index: Int, _ exception: OpenRecord.Exception) -> T {
    exception.collected?.append(.init(record.names[index].description, T.schema))
    if T.absent == nil { exception.required.append(.string(record.names[index].description)) }
    return T.example
  }

  /// The schema of a record with these fields, and its example.
  static func collect<T>(_ names: [StaticString], _ make: (inout Scanner) -> T) -> (schema: Document, example: T) {
    precondition(names.count <= 8, "a record has at most eight fields: \(names)")
    var scanner = Scanner([])
    scanner.record.names = names
    let exception = scanner.record.excepted()
    exception.collected = []
    let example = make(&scanner)
    let members = exception.collected ?? []
    precondition(members.count == names.count, "a field for each name: \(names)")
    let schema: Document = [
      "type": "object", "properties": .object(members), "required": .array(exception.required),
      "additionalProperties": false,
    ]
    return (schema, example)
  }
}
