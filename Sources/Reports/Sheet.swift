public import Records
internal import Words

/// A game or a hop on paper: the claim, the bound, the games with their differences marked, and who plays them.
public struct Sheet: Sendable {
  let title, claim, source, badEvent: String
  let bound: Bound
  let listing: ListingRecord?
  /// Of each its name, what it does, and what it is expected to achieve.
  let adversaries: [[String]]
  let parameters: [DescriptionRecord.Parameter]

  public init(
    title: String, claim: String, source: String, badEvent: String, bound: Bound, listing: ListingRecord?,
    adversaries: [[String]], parameters: [DescriptionRecord.Parameter]
  ) {
    (self.title, self.claim, self.source, self.badEvent) = (title, claim, source, badEvent)
    (self.bound, self.listing, self.adversaries, self.parameters) = (bound, listing, adversaries, parameters)
  }

  public var latex: String {
    var players = Table(header: ["adversary", "what it does", "expected advantage"])
    players.rows = adversaries
    var settings = Table(header: ["parameter", "default", "range", "meaning"])
    settings.rows = parameters.map { [$0.name, "\($0.value)", "\($0.least) to \($0.most)", $0.meaning] }
    let parts = [
      LaTeX.paragraphs(claim), "\\textbf{Source:} \(Escape.latex(source))\\par \\textbf{Bad event:} \(Escape.latex(badEvent))",
      LaTeX.heading("Bound"), "\\[ \(bound.latex) \\]", LaTeX.paragraphs(bound.definitions.joined(separator: "\n")),
      LaTeX.heading("Games"),
      listing.map { "Queries: \(Escape.latexCode($0.queries.joined(separator: ", ")))\n\n\($0.body)" } ?? "",
      LaTeX.heading("Adversaries"), players.latex, LaTeX.heading("Parameters"), settings.latex,
    ]
    return LaTeX.document(title: title, isWide: true, parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}
