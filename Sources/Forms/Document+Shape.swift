extension Document {
  /// A schema in short: what a value looks like, for people.
  public var shape: String {
    if let cases = self["oneOf"]?.elements { return cases.map(\.shape).joined(separator: " | ") }
    if let alternatives = self["anyOf"]?.elements { return alternatives.map(\.shape).joined(separator: " or ") }
    if let words = self["enum"]?.elements { return words.map(\.line).joined(separator: " | ") }
    if let items = self["items"] { return "[\(items.isUnion ? "(\(items.shape))" : items.shape), …]" }
    if case .object(let fields)? = self["properties"] {
      let required = self["required"]?.elements?.compactMap(\.text) ?? []
      let parts = fields.map { "\"\($0.key)\"\(required.contains($0.key) ? "" : "?"): \($0.value.shape)" }
      return "{\(parts.joined(separator: ", "))}"
    }
    switch (self["type"]?.text, self["pattern"]?.text) {
    case ("string", let pattern?): return Self.words(pattern)
    case (let type?, _): return type == "boolean" ? "true | false" : type
    default: return "number"
    }
  }

  private var isUnion: Bool { (self["oneOf"]?.elements?.count ?? 0) > 1 || (self["anyOf"]?.elements?.count ?? 0) > 1 }

  /// The patterns of strings are all about hexadecimal digits.
  private static func words(_ pattern: String) -> String {
    pattern.firstMatch(of: /\{(\d+)\}\$$/).map { "HEX\($0.1)" } ?? "HEX"
  }
}
