public import Records

extension TermsRecord {
  public var text: String { "\(heading)\n\n\(table.text)\n\(conclusion)\n" }
  public var markdown: String { "## \(heading)\n\n\(table.markdown)\n\(conclusion)\n" }

  private var heading: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(hop), \(adversary), suite \(suite)\(twin.map { ", twin \($0)" } ?? "")   \(settings)"
  }

  private var table: Table {
    func row(_ name: String, _ adversary: String, _ factor: String, _ estimate: Estimate) -> [String] {
      [name, adversary, factor, Number.text(estimate.estimate), "[\(Number.text(estimate.lower)), \(Number.text(estimate.upper))]"]
    }
    var table = Table(header: ["advantage in", "adversary", "factor", "measured", "interval"])
    table.rows = [row(hop, adversary, "", total)] + terms.map { row($0.hop, $0.adversary, Number.text($0.factor), $0.measured) }
    return table
  }

  private var conclusion: String {
    if !missing.isEmpty {
      return "interrupted: not measured were \(missing.map { "Adv(\($0))" }.joined(separator: " and ")), so nothing is known of the sum"
    }
    func statement(_ name: String, withFactors: Bool) -> String {
      let sum = terms.map { term in (withFactors && term.factor != 1 ? "\(Number.text(term.factor))·" : "") + "Adv(\(term.hop))" }
      let verdict = isRefuted(withFactors: withFactors) ? "REFUTED" : "not refuted"
      return """
        \(name): Adv(\(hop)) ≤ \(sum.joined(separator: " + ")) is \(verdict): \(Number.text(total.lower)) or more against \
        \(Number.text(ceiling(withFactors: withFactors))) or less
        """
    }
    return """
      \(statement("with the factors", withFactors: true))
      \(statement("without them    ", withFactors: false))
      \(Number.grouped(trials)) trials for each advantage, error probability \(Number.text(alpha)) for all of them, seed \(seed)
      """
  }
}
