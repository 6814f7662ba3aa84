public import Records
internal import Words

extension Handout {
  /// For a terminal.
  public var text: String {
    var shown = parts.map { part in
      switch part {
      case .text(let text): text
      case .run(let run): run.text
      case .prediction(let number, let question, let options):
        "Prediction \(number). \(question)\n" + options.map { "    \($0)" }.joined(separator: "\n")
      case .exercise(let number, let task): "Exercise \(number). \(task)"
      }
    }
    if !answers.isEmpty { shown.append("## Answers\n\n" + numbered(answers) { "\($0). \($1)" }.joined(separator: "\n")) }
    if !solutions.isEmpty {
      shown.append("## Solutions\n\n" + numbered(solutions) { "\($0).\n\($1.text)" }.joined(separator: "\n\n"))
    }
    return Escape.terminal(shown.joined(separator: "\n\n") + "\n", keepsLines: true)
  }
}

extension Handout.Run {
  fileprivate var text: String { (["$ \(command)"] + output).map { "    \($0)" }.joined(separator: "\n") }
}

/// What stands behind a lesson, counted from one.
func numbered<T>(_ items: [T], _ words: (Int, T) -> String) -> [String] { zip(1..., items).map(words) }
