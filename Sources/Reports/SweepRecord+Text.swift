public import Records

extension SweepRecord {
  public var text: String { "\(heading)\n\n\(table.text)\n\(summary)\n" }
  public var markdown: String { "## \(heading)\n\n\(table.markdown)\n\(summary)\n" }

  var heading: String {
    let fixed = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(game), \(adversary), suite \(suite): \(quantity)   \(fixed)"
  }

  private var table: Table {
    let isMixed = points.contains { $0.chances != nil }
    var table = Table(
      header: parameters + (isMixed ? ["judged by"] : [])
        + ["measured", "interval", "formula", "inside", "bound", "violations", "verdict"])
    table.rows = points.map { point in
      point.values.map(String.init) + (isMixed ? [point.chances == nil ? "counts" : "chances"] : []) + [
        Number.text(point.measured.estimate), Number.interval(point.measured.lower, point.measured.upper),
        point.formula.map { Number.text($0) } ?? "none", point.isFormulaInside.map { $0 ? "yes" : "NO" } ?? "",
        point.bound.map { Number.text($0) + ($0 >= 1 ? " (vacuous)" : "") } ?? "assumed", "\(point.violations)",
        point.verdict.rawValue + (point.reduction == .refuted ? ", reduction refuted" : ""),
      ]
    }
    return table
  }

  private var summary: String {
    let known = points.filter { $0.formula != nil }
    let inside = known.count { $0.isFormulaInside == true }
    let bounds = points.map { point in
      (zip(parameters, point.values).map { "\($0)=\($1)" }.joined(separator: " "), point.standing, point.ceiling)
    }
    let lines = [BoundWords.summary(bounds).map { "\($0)." }, outcome.words].compactMap(
      \.self)
    return ([totals(inside, of: known.count)] + lines).joined(separator: "\n")
  }

  private func totals(_ inside: Int, of known: Int) -> String {
    """
    \(points.count) points, \(Number.grouped(points.reduce(0) { $0 + $1.trials })) trials; \(inside) of \(known) closed formulas \
    inside their intervals; violations: \(points.reduce(0) { $0 + $1.violations }); error probability \(Number.text(alpha)) for \
    the whole sweep; seed \(seed). The points share their coins, so equal chances give equal counts.
    """
  }
}
