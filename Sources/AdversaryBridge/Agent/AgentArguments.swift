internal import Forms

/// What a tool is called with.
struct AgentArguments {
  private let tool: AgentTool
  private let document: Document

  /// - Throws: what the tool does not know, or is not told.
  init(_ document: Document, of tool: AgentTool) throws(AgentError) {
    (self.document, self.tool) = (document, tool)
    guard case .object(let members) = document else { throw AgentError("`\(tool.rawValue)` takes its arguments by name") }
    let known = tool.arguments
    for member in members where !known.contains(where: { $0.name == member.key }) {
      let names = known.map { "`\($0.name)`" }.joined(separator: ", ")
      throw AgentError("`\(tool.rawValue)` takes no `\(member.key)`: it takes \(names.isEmpty ? "nothing" : names)")
    }
    for argument in known where argument.isRequired && document[argument.name] == nil {
      throw AgentError("`\(tool.rawValue)` needs `\(argument.name)`: \(argument.meaning)")
    }
  }

  subscript(name: String) -> Document? { document[name] }

  /// Nil if it is not there.
  func text(_ name: String) throws(AgentError) -> String? {
    guard let value = document[name] else { return nil }
    guard let text = value.text else { throw wrong(name, "a string") }
    return text
  }

  func integer(_ name: String) throws(AgentError) -> Int {
    guard let value = document[name]?.integer else { throw wrong(name, "a whole number") }
    return value
  }

  func bit(_ name: String) throws(AgentError) -> Bool {
    switch document[name] {
    case .bool(let bit): return bit
    case .number("0"): return false
    case .number("1"): return true
    default: throw wrong(name, "a bit: 0 or 1")
    }
  }

  /// Names with numbers.
  func numbers(_ name: String) throws(AgentError) -> [(name: String, value: Int)] {
    guard let value = document[name] else { return [] }
    guard case .object(let members) = value else { throw wrong(name, "an object of whole numbers") }
    var numbers: [(name: String, value: Int)] = []
    for member in members {
      guard let number = member.value.integer else { throw wrong("\(name).\(member.key)", "a whole number") }
      numbers.append((member.key, number))
    }
    return numbers
  }

  func wrong(_ name: String, _ expected: String) -> AgentError {
    AgentError("`\(name)` of `\(tool.rawValue)` is to be \(expected)")
  }
}
