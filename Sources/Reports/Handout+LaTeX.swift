public import Records

extension Handout {
  public var latex: String { LaTeX.document(title: title, body(withTitle: false)) }

  /// Lessons one after the other.
  public static func latex(_ handouts: [Handout]) -> String {
    LaTeX.document(
      title: "The proof in lessons", handouts.map { $0.body(withTitle: true) }.joined(separator: "\n\\clearpage\n"))
  }

  /// To be ticked.
  private static let box = "\\quad\\fbox{\\rule{0pt}{3pt}\\rule{3pt}{0pt}}~"

  /// The questions where they stand, and the answers on a page of their own.
  private func body(withTitle: Bool) -> String {
    var shown = withTitle ? [LaTeX.heading(title, level: 1)] : []
    shown += parts.map { part in
      switch part {
      case .text(let text): LaTeX.text(markdown: text.withoutTitle)
      case .run(let run): run.latex(behind: "")
      case .prediction(let number, let question, let options):
        "\\textbf{Prediction \(number).} " + LaTeX.text(markdown: question) + "\n"
          + options.map { Self.box + LaTeX.text(markdown: $0) }.joined(separator: "\n")
      case .exercise(let number, let task): "\\textbf{Exercise \(number).} " + LaTeX.text(markdown: task)
      }
    }
    if !answers.isEmpty || !solutions.isEmpty {
      shown += ["\\clearpage", LaTeX.heading("\(title): answers and solutions")]
      shown += numbered(answers) { LaTeX.text(markdown: "\($0). \($1)") }
      shown += numbered(solutions) { $1.latex(behind: "\($0).  ") }
    }
    return shown.joined(separator: "\n\n")
  }
}

extension Handout.Run {
  fileprivate func latex(behind number: String) -> String {
    LaTeX.code(["\(number)$ \(command)"] + output.map { "  \($0)" })
  }
}

extension String {
  /// The heading of a lesson stands above it already.
  fileprivate var withoutTitle: String {
    split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("# ") }.joined(separator: "\n")
  }
}
