internal import Reports
internal import Teaching
internal import Words

extension Lesson {
  var latex: String { LaTeX.document(title: title, handout(withTitle: false)) }

  /// Lessons one after the other.
  static func handout(_ lessons: [Lesson]) -> String {
    LaTeX.document(
      title: "The proof in lessons", lessons.map { $0.handout(withTitle: true) }.joined(separator: "\n\\clearpage\n"))
  }

  /// To be ticked.
  private static let box = "\\quad\\fbox{\\rule{0pt}{3pt}\\rule{3pt}{0pt}}~"

  /// The questions where they stand, and the answers on a page of their own.
  private func handout(withTitle: Bool) -> String {
    var (shown, answers, solutions): ([String], [String], [String]) = (
      withTitle ? [LaTeX.heading(title, level: 1)] : [], [], []
    )
    for part in parts {
      switch part {
      case .text(let text): shown.append(LaTeX.text(markdown: text.withoutTitle))
      case .run(let run): shown.append(LaTeX.code(["$ \(run.command)"] + run.output.map { "  \($0)" }))
      case .prediction(let asked):
        answers.append("\(answers.count + 1). \(Prediction.letter(asked.answer))) \(asked.why)")
        let options = asked.options.enumerated().map { Self.box + LaTeX.text(markdown: "\(Prediction.letter($0))) \($1)") }
        shown.append(
          "\\textbf{Prediction \(answers.count).} " + LaTeX.text(markdown: asked.question) + "\n"
            + options.joined(separator: "\n"))
      case .exercise(let exercise):
        solutions.append(
          LaTeX.code(["\(solutions.count + 1).  $ \(exercise.solution.command)"] + exercise.solution.output.map { "  \($0)" }))
        shown.append("\\textbf{Exercise \(solutions.count).} " + LaTeX.text(markdown: exercise.task))
      }
    }
    if !answers.isEmpty || !solutions.isEmpty {
      shown += ["\\clearpage", LaTeX.heading("\(title): answers and solutions")]
      shown += answers.map { LaTeX.text(markdown: $0) } + solutions
    }
    return shown.joined(separator: "\n\n")
  }
}

extension String {
  /// The heading of a lesson stands above it already.
  fileprivate var withoutTitle: String {
    split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("# ") }.joined(separator: "\n")
  }
}
