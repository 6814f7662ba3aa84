import Policy
import Yams

/// A node of a YAML file that knows where it stands, so that each error names line and key.
struct YAMLNode {
  let node: Node
  let file: String
  let key: String

  static func document(_ text: String, file: String) throws(InputError) -> YAMLNode {
    try YAMLScan.check(text, file: file)
    do {
      guard let node = try Yams.compose(yaml: text) else { throw InputError(file: file, "the file is empty") }
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

  func error(_ message: String, hint: String? = nil) -> InputError {
    InputError(file: file, line: node.mark?.line, key: key.isEmpty ? nil : key, message, hint: hint)
  }

  private func child(_ node: Node, _ name: String) -> YAMLNode {
    YAMLNode(node: node, file: file, key: key.isEmpty || name.hasPrefix("[") ? key + name : "\(key).\(name)")
  }

  /// The members of a mapping, in the order of the file.
  func mapping() throws(InputError) -> [(name: String, value: YAMLNode)] {
    guard case .mapping(let mapping) = node else { throw error("should be a mapping") }
    var members: [(String, YAMLNode)] = []
    for (key, value) in mapping {
      guard let name = key.string else { throw error("a key should be a word") }
      members.append((name, child(value, name)))
    }
    return members
  }

  /// The members of a mapping that has the `known` keys only.
  func fields(_ known: [String], required: [String] = []) throws(InputError) -> [String: YAMLNode] {
    var fields: [String: YAMLNode] = [:]
    for (name, value) in try mapping() {
      guard known.contains(name) else { throw value.error("unknown key `\(name)`", hint: Self.suggestion(name, known)) }
      fields[name] = value
    }
    for name in required where fields[name] == nil { throw error("the key `\(name)` is missing") }
    return fields
  }

  func list(most: Int = InputLimits.entries) throws(InputError) -> [YAMLNode] {
    guard case .sequence(let sequence) = node else { throw error("should be a list") }
    guard sequence.count <= most else { throw error("has \(sequence.count) entries, and at most \(most) are read") }
    return sequence.enumerated().map { child($1, "[\($0)]") }
  }

  /// A list, or a single item standing for a list of one.
  func items() throws(InputError) -> [YAMLNode] { if case .sequence = node { try list() } else { [self] } }

  var isMapping: Bool { if case .mapping = node { true } else { false } }

  func string() throws(InputError) -> String {
    guard case .scalar(let scalar) = node else { throw error("should be a word") }
    return scalar.string
  }

  func strings() throws(InputError) -> [String] {
    var strings: [String] = []
    for item in try items() { strings.append(try item.string()) }
    return strings
  }

  func int(_ range: ClosedRange<Int>) throws(InputError) -> Int {
    let text = try string()
    guard let number = Int(text) else { throw error("`\(text)` is not a whole number") }
    guard range.contains(number) else { throw error("\(number) is not within \(range.lowerBound) … \(range.upperBound)") }
    return number
  }

  /// One of a fixed list of words.
  func choice<E: RawRepresentable & CaseIterable>(_ type: E.Type = E.self) throws(InputError) -> E where E.RawValue == String {
    let text = try string()
    guard let value = E(rawValue: text) else {
      let known = E.allCases.map(\.rawValue)
      throw error("`\(text)` is none of \(known.joined(separator: ", "))", hint: Self.suggestion(text, known))
    }
    return value
  }

  static func suggestion(_ name: String, _ known: [String]) -> String? {
    nearestName(name, known).map { "did you mean `\($0)`?" } ?? "known: \(known.joined(separator: ", "))"
  }
}
