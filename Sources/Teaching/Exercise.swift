/// A task, one way to do it, and what shows that it is done.
public struct Exercise: Hashable, Sendable {
  public let task: String
  public let solution: ShownRun
  /// Regular expressions, each of which finds a line of what any solution prints.
  public let criteria: [String]

  /// Lines of a task, then `$ command` and what it prints, then `~ regular expression` for what any solution prints.
  /// - Throws: what is wrong with them.
  init(_ lines: [String]) throws(TextFault) {
    let commands = lines.indices.filter { lines[$0].hasPrefix("$ ") }
    guard let place = commands.first, commands.count == 1 else {
      throw TextFault("an exercise has one solution, and this one has \(commands.count)")
    }
    task = lines[..<place].joined(separator: " ").trimmed
    let rest = lines[(place + 1)...]
    criteria = rest.filter { $0.hasPrefix("~ ") }.map { String($0.dropFirst(2)) }
    solution = ShownRun(line: String(lines[place].dropFirst(2)), output: rest.filter { !$0.hasPrefix("~ ") })
    guard !task.isEmpty, !solution.output.isEmpty else { throw TextFault("an exercise has a task, and an outcome that shows it") }
    guard !criteria.isEmpty else { throw TextFault("an exercise says by what it is graded: `~` and a regular expression") }
    if let wrong = criteria.first(where: { (try? Regex($0)) == nil }) {
      throw TextFault("`\(wrong)` is no regular expression")
    }
  }

  /// What shows that it is done and was not printed; nil if it is done.
  public func unmet(by printed: String) -> String? {
    criteria.first { pattern in
      guard let line = try? Regex(pattern).anchorsMatchLineEndings() else { return true }
      return !printed.contains(line)
    }
  }
}
