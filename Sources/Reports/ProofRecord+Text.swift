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
    if let pursuit { out += "\n" + text(of: pursuit) }
    if isProved { out += provedProperties }
    return Escape.terminal(out + "\n\(verdict)\n", keepsLines: true)
  }

  /// What each property took.
  private var provedProperties: String {
    var out = ""
    for property in steps.compactMap(\.property).reduce(into: [Property](), { if !$0.contains($1) { $0.append($1) } }) {
      let own = steps.filter { $0.property == property }
      let caveats = own.compactMap(\.caveat).reduce(into: [ProofRecord.Caveat]()) { if !$0.contains($1) { $0.append($1) } }
      let told = caveats.map { ", \($0.words) (`attack \($0.attack)`)" }.joined()
      out += "proved: \(property.rawValue)\(told)\n"
      for lemma in own.map(\.lemma).reduce(into: [String](), { if !$0.contains($1) { $0.append($1) } }) {
        let parts = own.filter { $0.lemma == lemma }
        out += "  \(lemma): \(parts[0].words) (\(parts.map(\.operation).joined(separator: ", ")))\n"
      }
    }
    let helpers = steps.filter { $0.property == nil }.map(\.lemma).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    out += "by the lemmas \(helpers.joined(separator: ", "))\n"
    return out + (impossible.isEmpty ? "" : "cannot happen under this policy: \(impossible.joined(separator: ", "))\n")
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

extension ProofRecord {
  private func text(of pursuit: Pursuit) -> String {
    guard let attack = pursuit.attack else {
      return "The explorer does not reach it from the start: searched were\n"
        + pursuit.scopes.map { "  \($0)\n" }.joined()
        + "So \(whyUnreached); or the attack takes a move that the explorer does not try.\n"
    }
    let broken = attack.broken.map(\.rawValue).joined(separator: ", ")
    guard pursuit.isReached else {
      let other = counterexampleProperty.map { ", and not \($0.rawValue), which the counterexample breaks" } ?? ""
      return "The explorer breaks \(broken) from the start\(other):\n\n\(attack.text)"
    }
    return "The explorer reaches such a state: from the start it breaks \(broken):\n\n\(attack.text)"
  }

  /// What a counterexample may mean that no run reaches.
  private var whyUnreached: String {
    policy.isIntact
      ? "the property may need a lemma that excludes this state"
      : "either the invariant needs a lemma that excludes this state, and \(policy.words) is as good as the intact one"
  }
}
