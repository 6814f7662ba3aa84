internal import Forms

/// A query as a person writes it: its name, and its fields as `name=value`. It is made from the schema of the queries.
package struct HandQuery: Sendable {
  /// The names of the cases, from the outermost on: one, or more where a query stands inside another one.
  package let path: [String]
  package let fields: [Field]

  package struct Field: Sendable {
    package let name: String
    let schema: Document
    package let isRequired: Bool

    /// What it looks like.
    package var shape: String { schema.shape }

    /// The values that it can have; none where they are not a few words.
    package var choices: [String] {
      let inner = schema["anyOf"]?.elements?.first ?? schema
      if inner["type"]?.text == "boolean" { return ["true", "false"] }
      if let words = inner["enum"]?.elements?.compactMap(\.text) { return words }
      let cases = inner["oneOf"]?.elements?.compactMap { $0["properties"]?.members.first } ?? []
      return cases.allSatisfy { ($0.value["properties"]?.members ?? []).isEmpty } ? cases.map(\.key) : []
    }
  }

  /// All queries of a schema.
  static func all(of schema: Document, below path: [String] = []) -> [HandQuery] {
    guard let cases = schema["oneOf"]?.elements else { return [HandQuery(path: path, record: schema)] }
    return cases.flatMap { item in item["properties"]?.members.flatMap { all(of: $0.value, below: path + [$0.key]) } ?? [] }
  }

  private init(path: [String], record schema: Document) {
    self.path = path
    let required = schema["required"]?.elements?.compactMap(\.text) ?? []
    fields = (schema["properties"]?.members ?? []).map {
      Field(name: $0.key, schema: $0.value, isRequired: required.contains($0.key))
    }
  }

  package var name: String { path.joined(separator: " ") }

  /// How it is written.
  package var usage: String {
    let fields = fields.map { field in
      let words = "\(field.name)=\(field.schema.shape)"
      return field.isRequired ? words : "[\(words)]"
    }
    return ([name] + fields).joined(separator: " ")
  }

  /// The field in which a byte of the query's line stands.
  func field(at position: Int, of line: Document) -> String? {
    var record = line
    for name in path { record = record[name] ?? .null }
    return record.members.indices.first { count in
      let start = path.reversed().reduce(Document.object(Array(record.members[...count]))) { .object([.init($1, $0)]) }
      return start.line.utf8.count - path.count - 1 > position
    }.map { record.members[$0].key }
  }

  /// The query in JSON.
  /// - Parameter values: by the names of its fields.
  func document(_ values: [(name: String, value: String)]) throws(HandFault) -> Document {
    var members: [Document.Member] = []
    for (name, value) in values {
      guard let field = fields.first(where: { $0.name == name }) else {
        throw HandFault("`\(self.name)` has no field `\(name)`: \(usage)")
      }
      guard !members.contains(where: { $0.key == name }) else { throw HandFault("`\(name)` stands twice") }
      do throws(HandFault) { members.append(.init(name, try .written(value, as: field.schema))) } catch {
        throw HandFault(error.words, field: name)
      }
    }
    if let missing = fields.first(where: { field in field.isRequired && !members.contains { $0.key == field.name } }) {
      throw HandFault("`\(name)` needs `\(missing.name)`: \(usage)", field: missing.name)
    }
    return path.reversed().reduce(.object(members)) { .object([.init($1, $0)]) }
  }
}

/// What is wrong with a line, in words.
package struct HandFault: Error {
  package let words: String
  /// The field that is at fault; nil where it is none.
  package let field: String?
  init(_ words: String, field: String? = nil) { (self.words, self.field) = (words, field) }
}

extension Document {
  var members: [Member] { if case .object(let members) = self { members } else { [] } }

  /// A value as a person writes it: JSON, where words need no quotes, and a case without fields is its name.
  static func written(_ text: String, as schema: Document) throws(HandFault) -> Document {
    if let first = schema["anyOf"]?.elements?.first { return text == "null" ? .null : try written(text, as: first) }
    if let cases = schema["oneOf"]?.elements, cases.contains(where: { $0["properties"]?[text] != nil }) {
      return .object([.init(text, .object([]))])
    }
    if schema["type"]?.text == "string" || schema["enum"] != nil, !text.hasPrefix("\"") { return .string(text) }
    if let items = schema["items"], text.hasPrefix("["), text.hasSuffix("]") {
      var elements: [Document] = []
      for part in HandLine.split(text.dropFirst().dropLast(), at: { $0 == "," }) {
        elements.append(try written(part.filter { !$0.isWhitespace || part.contains("\"") }, as: items))
      }
      return .array(elements)
    }
    do throws(Malformed) { return try Document(Array(text.utf8)) } catch {
      throw HandFault("`\(text)` is no value: \(schema.shape) is expected")
    }
  }

  /// As a person writes it: the names of cases, then fields.
  var spoken: String {
    guard case .object(let members) = self else { return line }
    if members.count == 1, case .object = members[0].value {
      let rest = members[0].value.spoken
      return rest.isEmpty ? members[0].key : "\(members[0].key) \(rest)"
    }
    return members.map { "\($0.key)=\($0.value.bare)" }.joined(separator: " ")
  }

  /// On one line, and hexadecimal digits without quotes.
  private var bare: String {
    if let text, !text.isEmpty, text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }) { return text }
    if let elements, elements.allSatisfy({ $0.text != nil }) { return "[\(elements.map(\.bare).joined(separator: ","))]" }
    return line
  }

  /// The fields inside the names of cases.
  var innermost: Document {
    if case .object(let members) = self, members.count == 1, case .object = members[0].value { return members[0].value.innermost }
    return self
  }
}
