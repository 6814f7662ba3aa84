/// YAML on one line.
enum YAMLText {
  /// As it is where no reader could take it for anything else, quoted otherwise.
  static func scalar(_ text: String) -> String {
    let isPlain = text.first.map { $0.isASCII && $0.isLetter } == true && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_. ".contains($0)) }
    if isPlain, text.last != " ", !reserved.contains(text.lowercased()) { return text }
    var quoted = "\""
    for character in text.unicodeScalars {
      switch character {
      case "\"", "\\": quoted += "\\\(character)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\r": quoted += "\\r"
      default: quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  /// What YAML 1.1, which many tools still read, takes for a truth value or for nothing.
  private static let reserved: Set<String> = ["y", "yes", "n", "no", "on", "off", "true", "false", "null"]

  static func list(_ words: [String]) -> String { "[\(words.map(scalar).joined(separator: ", "))]" }
  static func mapping(_ members: [(String, String)]) -> String { block(members.map { ($0.0, scalar($0.1)) }) }
  /// A mapping whose values are YAML already.
  static func block(_ members: [(String, String)]) -> String { "{\(members.map { "\(scalar($0.0)): \($0.1)" }.joined(separator: ", "))}" }
}
