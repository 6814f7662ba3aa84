public import Records

extension FixedWorkRecord {
  public var text: String { render { $0.text } }
  public var markdown: String { render { $0.markdown } }
  public var latex: String {
    LaTeX.document(title: "What grows at fixed work", isWide: true, render(LaTeX.paragraphs) { $0.latex })
  }

  private func render(_ words: (String) -> String = { $0 }, _ table: (Table) -> String) -> String {
    words("Which terms grow with the number q of entities, while the adversary's whole work stays what it is.\n\n")
      + table(self.table)
      + words(legend)
  }

  private var legend: String {
    """

    Stated: the term as the theorem has it, once, with each ε at the work that is left for one entity. Charged: with each ε at \
    all of the work, which is what a reduction may spend on the one entity that it plants. Slope: of the logarithm of the \
    advantage over that of q, from the first q to the last; a term is attained where it is above 1/2, and flat where it is below.

    \(rows.map { "- \($0.term), \($0.adversary): \($0.why)" }.joined(separator: "\n"))

    \(summary)

    """
  }

  private var table: Table {
    var table = Table(header: [
      "term", "q", "at fixed", "attack", "from q", "measured", "to q", "measured", "slope", "interval", "growth", "stated",
      "charged",
    ])
    table.rows = rows.compactMap { row in
      guard let first = row.points.first, let last = row.points.last else { return nil }
      return [
        row.term, row.entities, row.work, row.adversary, "\(first.entities)", measured(first), "\(last.entities)", measured(last),
        row.slope.map { Number.text(($0.estimate * 100).rounded() / 100) } ?? "",
        row.slope.map { Number.interval(floor2($0.lower), -floor2(-$0.upper)) } ?? "", row.growth.rawValue,
        "\(Number.text(first.stated)) to \(Number.text(last.stated))",
        "\(Number.text(first.charged)) to \(Number.text(last.charged))",
      ]
    }
    return table
  }

  private func measured(_ point: Point) -> String {
    "\(Number.text(point.advantage.estimate)) \(Number.interval(point.advantage.lower, point.advantage.upper))"
  }

  /// Rounded down to two decimals.
  private func floor2(_ x: Double) -> Double { (x * 100).rounded(.down) / 100 }

  private var summary: String {
    let grown = rows.filter { $0.growth == .attained }.count, flat = rows.filter { $0.growth == .flat }.count
    let why = outcome.why.map { "; \(outcome.status.words): \($0)" } ?? ""
    return "\(grown) grow, \(flat) do not, \(rows.count - grown - flat) undecided; \(Number.grouped(trials)) trials a point; "
      + "error probability \(Number.text(alpha)) for the whole table; seed \(seed)\(why)"
  }
}
