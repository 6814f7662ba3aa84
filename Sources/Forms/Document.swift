/// Any JSON value, for what has no form of its own: the first two lines of a conversation, and schemas.
public indirect enum Document: Hashable, Sendable {
  case null
  case bool(Bool)
  /// As it stands in the text.
  case number(String)
  case string(String)
  case array([Document])
  /// In the order of the text.
  case object([Member])

  public struct Member: Hashable, Sendable {
    public let key: String
    public let value: Document
    public init(_ key: String, _ value: Document) { (self.key, self.value) = (key, value) }
  }

  /// Reads a text that is one value.
  public init(_ bytes: [UInt8]) throws(Malformed) {
    var scanner = Scanner(bytes)
    self = try scanner.document()
    try scanner.end()
  }

  /// The value of this key; of a key that is there twice, the first.
  public subscript(key: String) -> Document? {
    if case .object(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }

  public var text: String? { if case .string(let text) = self { text } else { nil } }
  public var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
  public var elements: [Document]? { if case .array(let elements) = self { elements } else { nil } }
}

extension Scanner {
  /// A value of any kind.
  public mutating func document() throws(Malformed) -> Document {
    switch peek() {
    case UInt8(ascii: "{"):
      var members: [Document.Member] = []
      try self.members { scanner, key throws(Malformed) in
        let place = scanner.position
        scanner.position = key.lowerBound - 1
        let name = try scanner.string()
        scanner.position = place
        members.append(.init(name, try scanner.document()))
      }
      return .object(members)
    case UInt8(ascii: "["):
      var elements: [Document] = []
      try self.elements { scanner throws(Malformed) in elements.append(try scanner.document()) }
      return .array(elements)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool(try bool())
    case UInt8(ascii: "n"):
      guard null() else { throw malformed("a value") }
      return .null
    default: return .number(try number())
    }
  }
}

extension Document: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  public init(stringLiteral text: String) { self = .string(text) }
  public init(arrayLiteral elements: Document...) { self = .array(elements) }
  public init(dictionaryLiteral members: (String, Document)...) { self = .object(members.map { Member($0.0, $0.1) }) }
  public init(integerLiteral number: Int) { self = .number("\(number)") }
  public init(booleanLiteral bool: Bool) { self = .bool(bool) }
}

extension Document {
  /// On one line.
  public var line: String {
    var emitter = Emitter()
    emitter.document(self)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }

  /// For people: a value on one line where it fits.
  public func pretty(width: Int = 120, indent: String = "") -> String {
    let line = line
    if indent.count + line.count <= width { return line }
    let inner = indent + "  "
    func lines(_ open: String, _ parts: [String], _ close: String) -> String {
      "\(open)\n\(inner)" + parts.joined(separator: ",\n\(inner)") + "\n\(indent)\(close)"
    }
    switch self {
    case .array(let elements): return lines("[", elements.map { $0.pretty(width: width - 1, indent: inner) }, "]")
    case .object(let members):
      return lines(
        "{",
        members.map { "\(Document.string($0.key).line): " + $0.value.pretty(width: width - $0.key.count - 5, indent: inner) }, "}"
      )
    default: return line
    }
  }
}
