public import Records
internal import Words

extension ProofRecord {
  public var text: String {
    var out = "under \(policy.words), for every size; asked: \(solver)\n\n"
    for step in steps where step.verdict != .proved {
      out += "\(step.verdict.rawValue): \(step.operation): \(step.lemma)"
      out += step.property.map { " (\($0.rawValue))" } ?? ""
      out += "\n  \(step.words)\(step.remark.map { "\n  \(solver): \($0)" } ?? "")\n"
    }
    if let counterexample { out += "\n" + counterexample.text }
    if let pursuit { out += "\n" + pursuit.text }
    if isProved { out += provedProperties }
    return Escape.terminal(out + "\n\(verdict)\n", keepsLines: true)
  }

  /// What each property took.
  private var provedProperties: String {
    var out = ""
    for property in steps.compactMap(\.property).reduce(into: [Property](), { if !$0.contains($1) { $0.append($1) } }) {
      let own = steps.filter { $0.property == property }
      out += "proved: \(property.rawValue)\n"
      for lemma in own.map(\.lemma).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
        let parts = own.filter { $0.lemma == lemma }
        out += "  \(lemma): \(parts[0].words) (\(parts.map(\.operation).joined(separator: ", ")))\n"
      }
    }
    let helpers = steps.filter { $0.property == nil }.map(\.lemma).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    return out + "by the lemmas \(helpers.joined(separator: ", "))\n"
  }

  public var verdict: String {
    let time = "in \(milliseconds) ms"
    if !refuted.isEmpty {
      let lemmas = refuted.map(\.lemma).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      return "not proved: \(lemmas.joined(separator: ", ")) \(lemmas.count == 1 ? "is" : "are") not kept"
    }
    if let lost = unknown.first {
      return "inconclusive: \(solver) got lost on \(lost.lemma) of \(lost.operation)\(lost.remark.map { ": \($0)" } ?? "")"
    }
    return "proved for every size: \(steps.count) statements \(time)"
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }
}

extension ProofRecord.Counterexample {
  var step: String { "\(words) (\(operation)); lost: \(lemma)" }

  public var text: String {
    var out = "a counterexample to induction: a state that has the whole invariant, and a step out of it\n"
    out += "  step: \(step)\n"
    for trust in trusts { out += "  \(trust.text)\n" }
    for remark in remarks { out += "  \(remark)\n" }
    return out
  }
}

extension ProofRecord.Counterexample.Trust {
  /// What it lists, kind by kind.
  var lists: [(kind: String, entities: [ProofRecord.Counterexample.Entity])] {
    [("operators", operators), ("HSMs", hsms), ("hosts", hosts)]
  }

  var text: String {
    let listed = lists.map { kind, entities in
      "\(kind) \(entities.isEmpty ? "nobody" : entities.map(\.name).joined(separator: ", "))"
    }
    return "\(name): \(([place] + listed + remarks).joined(separator: "; "))"
  }
}

extension ProofRecord.Pursuit {
  public var text: String {
    guard let attack else {
      return "The explorer does not reach it from the start: searched were\n"
        + scopes.map { "  \($0)\n" }.joined()
        + "So either the invariant needs a lemma that excludes this state, and the rule is redundant beside the others; or the "
        + "attack takes a move that the explorer does not try.\n"
    }
    return "The explorer reaches such a state from the start:\n\n\(attack.text)"
  }
}
