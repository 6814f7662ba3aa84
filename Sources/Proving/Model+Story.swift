import Formulas
import Records

/// A counterexample in the words of an attack's story: two trusts, with names.
extension Model {
  func counterexample(_ operation: Operation, _ goal: Prover.Goal) -> ProofRecord.Counterexample {
    var named: [(name: String, trust: String)] = []
    // One that is several of these is called what the operation calls it.
    for name in ["successor", "parent", "trust", "current", "root"] {
      guard let trust = element(named: name), !named.contains(where: { $0.trust == trust }) else { continue }
      named.insert((name, trust), at: 0)
    }
    if let token = element(named: "token") {
      for (name, function) in [("the token's", Function.trustOfToken), ("signed in the token", .trustSignedInToken)] {
        let trust = value(of: function, [token])
        if !named.contains(where: { $0.trust == trust }) { named.append((name, trust)) }
      }
    }
    let names = names(in: named.map(\.trust))
    return .init(
      operation: operation.name, words: operation.words, lemma: goal.name,
      trusts: named.map { trust($0.name, $0.trust, names, named) }, remarks: remarks(names, named))
  }

  /// As the entities of a search are called: o, d and e for honest, dishonest and rogue operators, h and r for HSMs, w and v for
  /// hosts.
  private func names(in trusts: [String]) -> [String: String] {
    var counts: [String: Int] = [:]
    var names: [String: String] = [:]
    func next(_ letter: String) -> String {
      counts[letter, default: 0] += 1
      return "\(letter)\(counts[letter] ?? 0)"
    }
    let endorsers = elements(of: .endorsement).map { value(of: .signer, [$0]) }
    for x in elements(of: .identity) {
      let isOperator = trusts.contains { holds(.isOperator, [x, $0]) } || endorsers.contains(x)
      var parts: [String] = []
      if isOperator { parts.append(next(holds(.honest, [x]) ? "o" : holds(.genuineOperator, [x]) ? "d" : "e")) }
      if trusts.contains(where: { holds(.isHSM, [x, $0]) }) || element(named: "member") == x {
        parts.append(next(holds(.genuineHSM, [x]) ? "h" : "r"))
      }
      if trusts.contains(where: { holds(.isHost, [x, $0]) }) || element(named: "requester") == x {
        parts.append(next(holds(.genuineHost, [x]) ? "w" : "v"))
      }
      names[x] = parts.joined(separator: "=")
    }
    return names
  }

  private func trust(_ name: String, _ trust: String, _ names: [String: String], _ named: [(name: String, trust: String)])
    -> ProofRecord.Counterexample.Trust
  {
    func list(_ relation: Relation, _ side: (String) -> ScenarioRecord.Actor.Side) -> [ProofRecord.Counterexample.Entity] {
      elements(of: .identity).filter { holds(relation, [$0, trust]) }.map { .init(names[$0] ?? $0, side($0)) }
        .sorted { $0.name < $1.name }
    }
    func side(_ genuine: Relation) -> (String) -> ScenarioRecord.Actor.Side {
      { self.holds(genuine, [$0]) ? .honest : .rogue }
    }
    let parent = value(of: .parent, [trust])
    let before = named.first { value(of: .fingerprint, [$0.trust]) == parent }?.name
    let swapped = elements(of: .identity).filter { x in
      elements(of: .agreementKey).contains {
        holds(.isPair, [x, $0, trust]) && !holds(.ownKey, [x, $0]) && holds(.genuineHSM, [x])
      }
    }
    let misplaced = elements(of: .identity).filter { holds(.isOperator, [$0, trust]) && !holds(.isInOwnRole, [$0, trust]) }
    return .init(
      name, parent: before,
      place: parent == value(of: .none, [])
        ? "founding" : before.map { "succeeds \($0)" } ?? "names another trust as its parent",
      operators: list(.isOperator) {
        self.holds(.honest, [$0]) ? .honest : self.holds(.genuineOperator, [$0]) ? .dishonest : .rogue
      },
      hsms: list(.isHSM, side(.genuineHSM)), hosts: list(.isHost, side(.genuineHost)),
      remarks: swapped.map { "\(names[$0] ?? $0) with another agreement key" }
        + misplaced.map { "\(names[$0] ?? $0) in another role" } + (holds(.isInForce, [trust]) ? ["in force"] : []))
  }

  private func remarks(_ names: [String: String], _ named: [(name: String, trust: String)]) -> [String] {
    func trust(_ element: String) -> String { named.first { $0.trust == element }?.name ?? "another trust" }
    var remarks: [String] = []
    if let link = element(named: "link") {
      for s in elements(of: .endorsement) where holds(.isEntry, [s, link]) {
        let what = holds(.isOnTrust, [s]) ? "on" : "on a token of"
        let valid = holds(.isValid, [s]) ? "" : ", which does not verify"
        remarks.append(
          "handed in: a signature by \(names[value(of: .signer, [s])] ?? "?") \(what) \(trust(value(of: .about, [s])))\(valid)")
      }
    }
    if let token = element(named: "token") {
      remarks.append(
        "the token is of \(trust(value(of: .trustOfToken, [token]))), signed by "
          + "\(names[value(of: .signerOfToken, [token])] ?? "?")"
      )
    }
    if let member = element(named: "member") { remarks.append("asked is \(names[member] ?? "?")") }
    if let host = element(named: "requester") { remarks.append("the host is \(names[host] ?? "?")") }
    if let sent = element(named: "sent") {
      for key in elements(of: .agreementKey) where holds(.isFor, [sent, key]) {
        let owner = elements(of: .identity).first { holds(.ownKey, [$0, key]) && holds(.genuineHSM, [$0]) }
        remarks.append("wrapped for the agreement key of \(owner.flatMap { names[$0] } ?? "the adversary")")
      }
    }
    return remarks
  }
}
