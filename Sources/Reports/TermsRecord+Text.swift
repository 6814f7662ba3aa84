public import Records

extension TermsRecord {
  public var text: String { "\(heading)\n\n\(table.text)\n\(conclusion)\n" }
  public var markdown: String { "## \(heading)\n\n\(table.markdown)\n\(conclusion)\n" }

  private var heading: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(total.hop), \(total.adversary), suite \(suite)\(twin.map { ", twin \($0)" } ?? "")   \(settings)"
  }

  private var table: Table {
    var table = Table(header: ["advantage in", "adversary", "factor", "measured", "interval", "verdict"])
    table.rows = ([total] + terms).enumerated().map { index, term in
      [
        term.hop, term.adversary, index == 0 ? "" : Number.text(term.factor), Number.text(term.measured.estimate),
        Number.interval(term.measured.lower, term.measured.upper), term.verdict.rawValue,
      ]
    }
    return table
  }

  private var conclusion: String {
    if !missing.isEmpty {
      return
        "interrupted: not measured were \(missing.map { "Adv(\($0))" }.joined(separator: " and ")), so nothing is known of the "
        + "sum"
    }
    func statement(_ name: String, withFactors: Bool) -> String {
      let sum = terms.map { term in (withFactors && term.factor != 1 ? "\(Number.text(term.factor))·" : "") + "Adv(\(term.hop))" }
      let verdict = isRefuted(withFactors: withFactors) ? "REFUTED" : "not refuted"
      return """
        \(name): Adv(\(total.hop)) ≤ \(sum.joined(separator: " + ")) is \(verdict): \(Number.text(total.measured.lower, .down)) \
        or more against \(Number.text(ceiling(withFactors: withFactors), .up)) or less
        """
    }
    return """
      \(statement("with the factors", withFactors: true))
      \(statement("without them    ", withFactors: false))
      \(Number.grouped(trials)) trials for each advantage, error probability \(Number.text(alpha)) for all of them, seed \(seed)\
      \(outcome.why.map { "\n\(outcome.status.words): \($0)" } ?? "")
      """
  }
}
