import Words

/// YAML on one line.
enum YAMLText {
  static func scalar(_ text: String) -> String { Escape.yaml(text) }
  static func list(_ words: [String]) -> String { "[\(words.map(scalar).joined(separator: ", "))]" }
  static func mapping(_ members: [(String, String)]) -> String { block(members.map { ($0.0, scalar($0.1)) }) }
  /// A mapping whose values are YAML already.
  static func block(_ members: [(String, String)]) -> String {
    "{\(members.map { "\(scalar($0.0)): \($0.1)" }.joined(separator: ", "))}"
  }
}
