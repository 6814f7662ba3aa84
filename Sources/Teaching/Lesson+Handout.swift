public import Records

extension Lesson {
  /// Questions without their answers, which stand at the end.
  public var handout: Handout {
    var handout = Handout(title: title)
    for part in parts {
      switch part {
      case .text(let text): handout.parts.append(.text(text))
      case .run(let run): handout.parts.append(.run(run.shown))
      case .prediction(let asked):
        handout.answers.append("\(Prediction.letter(asked.answer))) \(asked.why)")
        let options = asked.options.enumerated().map { "\(Prediction.letter($0))) \($1)" }
        handout.parts.append(.prediction(handout.answers.count, question: asked.question, options: options))
      case .exercise(let exercise):
        handout.solutions.append(exercise.solution.shown)
        handout.parts.append(.exercise(handout.solutions.count, task: exercise.task))
      }
    }
    return handout
  }
}

extension ShownRun {
  fileprivate var shown: Handout.Run { Handout.Run(command, output) }
}
