public import DomainManagement
public import Formulas

extension Policy {
  /// The rules whose meaning is not stated: nothing can be proved of a policy that has one.
  public var unstated: [String] { rules.filter { $0.meaning == nil }.map(\.facts.identifier) }

  /// What has to be true of a question of this kind that the policy allows; `Asked` names what it is about.
  ///
  /// Of a path it is what has to be true of any of its links, `Asked.link`.
  public func formula(_ kind: QuestionKind) -> Formula {
    let own = rules.compactMap { $0.meaning?.says[kind] }
    let link: [Formula] = kind == .succeed ? [(!Asked.link.isEarlier).implies(linkFormula)] : []
    return Formula.all(link + own).expanded { self.formula($0) }
  }

  /// What has to be true of a link that is accepted, and of the endorsements that authorise it.
  public var linkFormula: Formula {
    let meanings = rules.compactMap { $0.meaning?.link }
    let demands = meanings.map(\.demands).flatMap(\.conjuncts)
    let needs = meanings.compactMap(\.needs)
    let quorum = Quorum(needs, countsSignersOnce: meanings.contains(where: \.countsSignersOnce))
    let enough = Formula.enough(quorum) { endorsement in
      let counts = meanings.map { $0.counts.replacing(Asked.endorsement, by: endorsement) }.flatMap(\.conjuncts)
      return .all([endorsement.authorises(Asked.link)] + counts)
    }
    return .all(needs.isEmpty ? demands : demands + [enough])
  }

  private func formula(_ judgement: Judgement) -> Formula {
    switch judgement {
    case .link(let link):
      linkFormula.replacing([
        Variable("link", .link): link, Variable("parent", .trust): .apply(.linkParent, [link]),
        Variable("successor", .trust): .apply(.linkTrust, [link]),
      ])
    case .path: formula(.succeed)
    case .token: formula(.use).without(.byHSM)
    }
  }
}

extension Policy {
  /// What the meanings of the rules make of a question, each asked as it stands.
  public func isTrue(_ kind: QuestionKind, in structure: QuestionStructure<S>) -> Bool {
    if kind == .succeed, !linkFormula.isTrue(in: structure) { return false }
    return rules.allSatisfy { $0.meaning?.says[kind]?.isTrue(in: structure) ?? true }
  }
}

extension Formula {
  /// Where nothing is asked of an HSM.
  fileprivate func without(_ relation: Relation) -> Formula {
    if case .holds(relation, _, _) = self { return .falsity }
    return mapChildren { $0.without(relation) }
  }
}
