public import DomainManagement
public import Formulas

/// What a rule says, as mathematics: the same as its code, and tests hold the two to that. It stands beside the code, and proofs
/// are about it.
public struct Meaning: Hashable, Sendable {
  /// What has to be true of a question that the rule allows.
  public let says: [QuestionKind: Formula]
  /// For a rule about links.
  public let link: LinkMeaning?

  /// What a rule about links adds to their judgement (`LinkRule`).
  public struct LinkMeaning: Hashable, Sendable {
    /// What has to be true of `Asked.link`, whoever signed.
    public var demands = Formula.truth
    /// Which endorsements count, of `Asked.endorsement`.
    public var counts = Formula.truth
    public var countsSignersOnce = false
    public var needs: Quorum.Demand?
  }

  /// One formula for every kind of question that the rule is about.
  public static func says(_ formula: Formula, about kinds: [QuestionKind]) -> Meaning {
    Meaning(says: Dictionary(uniqueKeysWithValues: kinds.map { ($0, formula) }), link: nil)
  }

  public static func says(_ formulas: [QuestionKind: Formula]) -> Meaning { Meaning(says: formulas, link: nil) }

  /// A link has to be so.
  public static func demands(_ formula: Formula) -> Meaning { Meaning(says: [:], link: LinkMeaning(demands: formula)) }
  /// Such endorsements count.
  public static func counts(_ formula: Formula) -> Meaning { Meaning(says: [:], link: LinkMeaning(counts: formula)) }
  public static var countsSignersOnce: Meaning { Meaning(says: [:], link: LinkMeaning(countsSignersOnce: true)) }
  public static func needs(_ demand: Quorum.Demand) -> Meaning { Meaning(says: [:], link: LinkMeaning(needs: demand)) }
}

extension Meaning {
  /// As lines of mathematics, each with what it is about.
  public var mathematics: [String] {
    if let link {
      var lines: [String] = []
      if link.demands != .truth { lines.append("a link is accepted only if \(link.demands.mathematics)") }
      if link.counts != .truth { lines.append("an endorsement s counts only if \(link.counts.mathematics)") }
      if link.countsSignersOnce { lines.append("of the endorsements that count no two have one signer") }
      if let needs = link.needs {
        lines.append("those that count contain \(Quorum([needs], countsSignersOnce: false).mathematics)")
      }
      return lines
    }
    if says.isEmpty { return ["true"] }
    return Array(Set(says.values)).map { formula in
      let kinds = QuestionKind.allCases.filter { says[$0] == formula }
      return (kinds, "\(kinds.map { "\($0)" }.joined(separator: ", ")): \(formula.mathematics)")
    }
    .sorted { $0.0[0].rawValue < $1.0[0].rawValue }.map(\.1)
  }
}

/// Formulas that more than one rule says.
enum Counting {
  /// A quorum of the trust can be met by its operators, in every way that it names, and none of them is met by nobody.
  static func canBeMet(_ trust: Term<Trusts>) -> Formula {
    .every { (command: Term<Commands>) in
      .some { (way: Term<Ways>) in trust.hasWay(way, to: command) }
        && .every { (way: Term<Ways>) in
          trust.hasWay(way, to: command).implies(
            .some { (need: Term<Needs>) in way.asks(need) }
              && .every { (need: Term<Needs>) in way.asks(need).implies(!need.isOfNobody && trust.mans(need)) })
        }
    }
  }

  static func isManned(_ trust: Term<Trusts>) -> Formula {
    .every { (command: Term<Commands>, way: Term<Ways>, need: Term<Needs>) in
      (trust.hasWay(way, to: command) && way.asks(need)).implies(trust.mans(need))
    }
  }
}

/// What is assumed of trusts, and what more than one rule needs of them.
extension Term<Trusts> {
  /// Each of its ways implies one of the global rules.
  public var keepsGlobalRules: Formula {
    .every { (command: Term<Commands>, way: Term<Ways>) in
      hasWay(way, to: command).implies(
        .some { (global: Term<Ways>) in
          global.isGlobal(to: command) && .every { (need: Term<Needs>) in global.asks(need).implies(way.covers(need)) }
        })
    }
  }

  public var namesNoAncestors: Formula { parent.equals(.none) && domain.equals(.none) }

  /// What the registry says of whom it lists.
  public var listsGenuineEntities: Formula {
    .every { (x: Term<Identities>) in
      lists(operator: x).implies(x.isGenuineOperator) && lists(hsm: x).implies(x.isGenuineHSM)
        && lists(host: x).implies(x.isGenuineHost)
    }
  }
  public var listsOwnKeys: Formula {
    .every { (x: Term<Identities>, key: Term<AgreementKeys>) in
      (lists(hsm: x, with: key) && x.isGenuineHSM).implies(x.owns(key))
    }
  }
  public var listsOwnRoles: Formula {
    .every { (x: Term<Identities>) in (lists(operator: x) && x.isGenuineOperator).implies(listsInOwnRole(x)) }
  }
}
