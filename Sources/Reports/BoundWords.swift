internal import Records

/// What runs show of their bounds, in words.
enum BoundWords {
  /// Of one run whose verdict excludes a ceiling; nil for others.
  static func shown(_ standing: BoundStanding?, _ ceiling: CeilingRecord?) -> String? {
    guard let ceiling else { return nil }
    return standing == .below ? "below its bound" : "below \(Number.text(ceiling.factor, .up)) × its bound"
  }

  /// Of a table's rows: how many keep their bounds, and which are only known to stay below a ceiling; nil where no verdict
  /// excludes one.
  static func summary(_ rows: [(name: String, standing: BoundStanding?, ceiling: CeilingRecord?)]) -> String? {
    let shown = rows.filter { $0.ceiling != nil }
    guard !shown.isEmpty else { return nil }
    let across = shown.filter { $0.standing != .below }
    let whole = "\(shown.count - across.count) of \(shown.count) intervals lie below their bounds as a whole"
    guard let factor = across.compactMap(\.ceiling?.factor).max() else { return whole }
    let named = across.prefix(12).map(\.name) + (across.count > 12 ? ["and \(across.count - 12) more"] : [])
    return
      "\(whole); less than \(Number.text(factor, .up)) × the bound is what is shown of the others: "
      + "\(named.joined(separator: "; "))"
  }
}
