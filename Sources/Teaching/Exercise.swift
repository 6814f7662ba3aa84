/// A task, and one way to do it.
public struct Exercise: Hashable, Sendable {
  public let task: String
  public let solution: ShownRun

  /// Lines of a task, then `$ command` and what it prints.
  /// - Throws: what is wrong with them.
  init(_ lines: [String]) throws(TextFault) {
    let commands = lines.indices.filter { lines[$0].hasPrefix("$ ") }
    guard let place = commands.first, commands.count == 1 else {
      throw TextFault("an exercise has one solution, and this one has \(commands.count)")
    }
    task = lines[..<place].joined(separator: " ").trimmed
    solution = ShownRun(line: String(lines[place].dropFirst(2)), output: Array(lines[(place + 1)...]))
    guard !task.isEmpty, !solution.output.isEmpty else { throw TextFault("an exercise has a task, and an outcome that shows it") }
  }
}
