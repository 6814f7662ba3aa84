package import Records
import Words
import Yams

/// A node of a YAML file that knows where it stands, so that each error names line and key.
package struct YAMLNode {
  let node: Node
  package let file: String
  package let key: String
  /// What a number here may be.
  var range = Int.min...Int.max

  package static func document(_ text: String, file: String) throws(InputError) -> YAMLNode {
    try YAMLScan.check(text, file: file)
    do {
      guard let node = try Yams.compose(yaml: text) else {
        throw InputError(file: file, text.trimmed.isEmpty ? "the file is empty" : "there is nothing in it but comments")
      }
      return YAMLNode(node: node, file: file, key: "")
    } catch let error as InputError {
      throw error
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
        throw InputError(file: file, line: mark.line, "not YAML: \(problem)")
      case .duplicatedKeysInMapping(let names, let context):
        let keys = names.sorted().map { "`\($0)`" }.joined(separator: ", ")
        throw InputError(file: file, line: context.mark.line, "the key \(keys) stands twice in the mapping that begins here")
      default: throw InputError(file: file, "not YAML: \(error)")
      }
    } catch { throw InputError(file: file, "not YAML: \(error)") }
  }

  /// Counted from 1; nil for what does not stand in the text.
  package var line: Int? { node.mark?.line }

  package func error(_ message: String, hint: String? = nil) -> InputError {
    InputError(file: file, line: line, key: key.isEmpty ? nil : key, message, hint: hint)
  }

  private func child(_ node: Node, _ name: String) -> YAMLNode {
    YAMLNode(node: node, file: file, key: key.isEmpty || name.hasPrefix("[") ? key + name : "\(key).\(name)")
  }

  /// The members of a mapping, in the order of the file; what is merged into it stands first.
  package func mapping() throws(InputError) -> [(name: String, value: YAMLNode)] {
    guard case .mapping(let mapping) = node else { throw error("should be a mapping") }
    var merged: [(name: String, value: YAMLNode)] = []
    var members: [(name: String, value: YAMLNode)] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw error("a key should be a word") }
      if name == "<<", case .scalar(let scalar) = key, scalar.style == .plain {
        merged = try child(value, name).mergedMembers()
      } else {
        members.append((name, child(value, name)))
      }
    }
    return merged.filter { item in !members.contains { $0.name == item.name } } + members
  }

  /// What the merge key `<<` brings: the members of a mapping, or of several, of which the first that has a key counts. They are
  /// called by their place here.
  private func mergedMembers() throws(InputError) -> [(name: String, value: YAMLNode)] {
    var members: [(name: String, value: YAMLNode)] = []
    for item in try items() {
      guard item.isMapping else { throw error("should be a mapping, or a list of mappings, that is merged") }
      members += try item.mapping().filter { new in !members.contains { $0.name == new.name } }
    }
    return members
  }

  /// The members of a mapping that has the keys of `table`.
  package func fields(_ table: FileMapping) throws(InputError) -> [String: YAMLNode] {
    var fields: [String: YAMLNode] = [:]
    for (name, value) in try mapping() {
      guard let key = table.keys.first(where: { $0.name == name || $0.former.contains(name) }) else {
        throw value.error("unknown key `\(name)`", hint: Self.suggestion(name, table.keys.map(\.name)))
      }
      guard fields[key.name] == nil else {
        throw value.error("`\(name)` is a former spelling of `\(key.name)`, which is there, too")
      }
      fields[key.name] = value
      if let range = key.range { fields[key.name]?.range = range }
    }
    for name in table.required where fields[name] == nil { throw error("the key `\(name)` is missing") }
    return fields
  }

  package func list(most: Int = InputLimits.entries) throws(InputError) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else { throw error("should be a list") }
    guard sequence.count <= most else {
      throw error("has \(sequence.count) entries, and at most \(most) are read", hint: InputLimits.hint)
    }
    return sequence.enumerated().map { child($1, "[\($0)]") }
  }

  /// A list, or a single item standing for a list of one.
  package func items() throws(InputError) -> [YAMLNode] { if case .sequence = node { try list() } else { [self] } }

  package var isMapping: Bool { if case .mapping = node { true } else { false } }

  package func string() throws(InputError) -> String {
    guard case .scalar(let scalar) = node else { throw error("should be a word") }
    return scalar.string
  }

  package func strings() throws(InputError) -> [String] {
    var strings: [String] = []
    for item in try items() { strings.append(try item.string()) }
    return strings
  }

  package func int() throws(InputError) -> Int {
    let text = try string()
    guard let number = Int(text) else { throw error("`\(text)` is not a whole number") }
    guard range.contains(number) else { throw error("\(number) is not within \(range.lowerBound) … \(range.upperBound)") }
    return number
  }

  package func seed() throws(InputError) -> UInt64 {
    let text = try string()
    guard let seed = ExactNumber.read(text) else {
      throw error("`\(text)` is no seed", hint: "a whole number from 0 to 2^64 − 1")
    }
    return seed
  }

  /// One of a fixed list of words.
  package func choice<E: RawRepresentable & CaseIterable>(_ type: E.Type = E.self) throws(InputError) -> E
  where E.RawValue == String {
    try word(of: Array(E.allCases))
  }

  package func word<E: RawRepresentable>(of values: [E]) throws(InputError) -> E where E.RawValue == String {
    let text = try string()
    guard let value = values.first(where: { $0.rawValue == text }) else {
      let known = values.map(\.rawValue)
      throw error("`\(text)` is none of \(known.joined(separator: ", "))", hint: Self.suggestion(text, known))
    }
    return value
  }

  package static func suggestion(_ name: String, _ known: [String]) -> String? {
    nearestName(name, known).map { "did you mean `\($0)`?" } ?? "known: \(known.joined(separator: ", "))"
  }
}
