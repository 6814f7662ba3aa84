extension Lesson {
  /// For a terminal: questions without their answers, which stand at the end.
  public var text: String {
    var (shown, answers, solutions): ([String], [String], [String]) = ([], [], [])
    for part in parts {
      switch part {
      case .text(let text): shown.append(text)
      case .run(let run): shown.append(run.text)
      case .prediction(let asked):
        answers.append("\(answers.count + 1). \(Prediction.letter(asked.answer))) \(asked.why)")
        let options = asked.options.enumerated().map { "    \(Prediction.letter($0))) \($1)" }
        shown.append("Prediction \(answers.count). \(asked.question)\n" + options.joined(separator: "\n"))
      case .exercise(let exercise):
        solutions.append("\(solutions.count + 1).\n\(exercise.solution.text)")
        shown.append("Exercise \(solutions.count). \(exercise.task)")
      }
    }
    if !answers.isEmpty { shown.append("## Answers\n\n" + answers.joined(separator: "\n")) }
    if !solutions.isEmpty { shown.append("## Solutions\n\n" + solutions.joined(separator: "\n\n")) }
    return shown.joined(separator: "\n\n") + "\n"
  }
}

extension ShownRun {
  fileprivate var text: String { (["$ \(command)"] + output).map { "    \($0)" }.joined(separator: "\n") }
}
