public import Records

extension SplittingRecord {
  public var text: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return """
      game         \(game)
      adversary    \(adversary)
      suite        \(suite)   \(settings)

      \(lines.joined(separator: "\n"))

      \(table.text)\(end)

      """
  }

  public var markdown: String {
    "## \(game), \(adversary), suite \(suite)\n\n" + lines.map { "- \($0)\n" }.joined() + "\n" + table.markdown + "\n\(end)\n"
  }

  private var lines: [String] {
    let value = bound.value.map { Number.text($0) } ?? "not known: an ε in it is assumed"
    return [
      "probability  \(Number.text(probability.estimate))   in \(Number.interval(probability.lower, probability.upper)) at "
        + "confidence \(Number.confidence(error: probability.error))",
      "limits       "
        + (forgets
          ? "products of those of the levels, each of which is passed with one probability, whatever was before"
          : "of the mean of trees: nothing is promised of the levels"),
    ] + (formula.map { ["formula      \(Number.text($0))"] } ?? []) + ["bound        \(bound.expression) = \(value)"]
      + bound.definitions.map { "             \($0)" }
  }

  private var table: Table {
    var table = Table(header: ["level", "tried", "passed", "share"])
    table.rows = levels.enumerated().map { number, level in
      [
        "\(number + 1)", Number.grouped(UInt64(level.tried)), Number.grouped(UInt64(level.passed)),
        level.tried == 0 ? "" : Number.text(Double(level.passed) / Double(level.tried)),
      ]
    }
    return table
  }

  private var end: String {
    "\(outcome.words ?? "met: it is measured"): \(Number.grouped(UInt64(trees))) trees of \(split) branches a level, "
      + "\(Number.grouped(UInt64(plays))) plays, coins \(generator), seed \(seed)"
  }
}
