public import Records

extension Scenario {
  /// Who takes part, by kind, with what nobody but the operators can look up.
  var castInWords: [String] {
    Entity.Kind.allCases.compactMap { kind in
      let members = entities.filter { $0.kind == kind }
      guard !members.isEmpty else { return nil }
      let words = members.map { entity in
        let nature = kind != .operator && entity.nature == .honest ? "genuine" : entity.nature.rawValue
        return "\(entity.name) (\(nature)\(entity.sharesKeyWith.map { ", with the key of \($0)" } ?? "")"
          + "\(entity.role.map { ", \($0)" } ?? ""))"
      }
      return "\(kind == .hsm ? "HSM" : kind.rawValue)s: \(words.joined(separator: ", "))"
    }
  }
}

extension TrustSketch {
  package var words: String {
    let origin =
      parent.map { parent in "succeeds \(parent)" + (domain.map { $0 == parent ? "" : " in the domain \($0)" } ?? "") }
      ?? "founding"
    let listed = hsms.map { $0.hsm == $0.agreementOf ? $0.hsm : "\($0.hsm) with the agreement key of \($0.agreementOf)" }
    func list(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
    let signers = operators.map { name in roles[name].map { "\(name) as \($0)" } ?? name }
    return "\(name): \(origin); operators \(list(signers)); HSMs \(list(listed)); hosts \(list(hosts)); quorum \(quorum)"
  }
}

extension Scenario {
  public var quorumAssumption: QuorumAssumption {
    let genuine = entities.filter { $0.kind == .operator && $0.nature != .rogue }
    let corrupted = steps.compactMap { if case .corrupt(_, let name) = $0.command { name } else { nil } }
    let dishonest = genuine.filter { $0.nature == .dishonest || corrupted.contains($0.name) }
    return QuorumAssumption(quorum: globalQuorum, genuine: genuine.count, dishonest: dishonest.map(\.role))
  }
}
