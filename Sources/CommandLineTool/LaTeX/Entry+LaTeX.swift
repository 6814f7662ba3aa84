internal import Arena
internal import Reports
internal import Teaching
internal import Words

extension Entry {
  /// A sheet: the claim, the bound, the games with their differences marked, and who plays them.
  var latex: String {
    let bound = bound(suites[0])
    var adversaries = Table(header: ["adversary", "what it does", "expected advantage"])
    adversaries.rows = attacks.map { [$0.name, $0.title, $0.expectation] }
    var settings = Table(header: ["parameter", "default", "range", "meaning"])
    settings.rows = parameters.map {
      [$0.name, "\($0.value)", "\($0.range.lowerBound) to \($0.range.upperBound)", $0.meaning]
    }
    let parts = [
      LaTeX.paragraphs(claim), "\\textbf{Source:} \(Escape.latex(source))\\par \\textbf{Bad event:} \(Escape.latex(badEvent))",
      LaTeX.heading("Bound"), "\\[ \(bound.latex) \\]", LaTeX.paragraphs(bound.definitions.joined(separator: "\n")),
      LaTeX.heading("Games"),
      Listing.named(name).map { "Queries: \(Escape.latexCode($0.queries.joined(separator: ", ")))\n\n\($0.latex)" } ?? "",
      LaTeX.heading("Adversaries"), adversaries.latex, LaTeX.heading("Parameters"), settings.latex,
    ]
    return LaTeX.document(
      title: "\(kind == .hop ? "Hop" : "Game") \(name): \(title)", isWide: true,
      parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}
