/// Mathematics, on one line.
extension Formula {
  public var mathematics: String { written(0) }

  /// - Parameter binding: how tightly what stands around it binds; parentheses stand where that is tighter.
  private func written(_ binding: Int) -> String {
    func within(_ own: Int, _ text: String) -> String { own < binding ? "(\(text))" : text }
    switch self {
    case .holds(let relation, let arguments, _): return within(relation.isSentence ? 4 : 6, relation.written(arguments))
    case .equal(let a, let b): return within(5, "\(a.mathematics) = \(b.mathematics)")
    case .not(.equal(let a, let b)): return within(5, "\(a.mathematics) ≠ \(b.mathematics)")
    case .not(.holds(.atMost, let arguments, _)):
      return within(5, "\(arguments[0].mathematics) > \(arguments[1].mathematics)")
    case .not(let part): return "¬\(part.written(6))"
    case .all(let parts): return parts.isEmpty ? "true" : within(3, parts.map { $0.written(3) }.joined(separator: " ∧ "))
    case .any(let parts): return parts.isEmpty ? "false" : within(2, parts.map { $0.written(3) }.joined(separator: " ∨ "))
    case .implies(let a, let b): return within(1, "\(a.written(2)) ⇒ \(b.written(1))")
    case .iff(let a, let b): return within(1, "\(a.written(2)) ⇔ \(b.written(2))")
    case .every(let variable, let body): return within(0, "∀\(variable.name): \(variable.sort.rawValue). \(body.written(0))")
    case .some(let variable, let body):
      return within(binding == 0 ? 0 : -1, "∃\(variable.name): \(variable.sort.rawValue). \(body.written(0))")
    case .enough(let quorum, let variable, let body):
      return within(4, "{ \(variable.name): \(variable.sort.rawValue) | \(body.written(0)) } ⊇ \(quorum.mathematics)")
    case .judged(.link(let link)): return "accepted(\(link.mathematics))"
    case .judged(.path): return "accepted(path)"
    case .judged(.token): return "usable(token)"
    }
  }
}

extension Quorum {
  public var mathematics: String {
    let sets = demands.map { demand in
      switch demand {
      case .way(let trust, let command): "a quorum of \(trust.mathematics) to \(command.mathematics)"
      case .number(let trust, let command): "as many as a quorum of \(trust.mathematics) to \(command.mathematics)"
      }
    }
    return sets.joined(separator: " and ") + (countsSignersOnce ? ", of distinct signers" : "")
  }
}

extension Expression {
  public var mathematics: String {
    switch self {
    case .variable(let variable): variable.name
    case .apply(let function, let arguments):
      arguments.isEmpty ? function.sign : "\(function.sign)(\(arguments.map(\.mathematics).joined(separator: ", ")))"
    case .number(let number): "\(number)"
    }
  }
}

extension Relation {
  /// Whether it is written between what it is about.
  fileprivate var isSentence: Bool { written(signature.map { .variable(Variable("x", $0)) }).contains(" ") }

  fileprivate func written(_ arguments: [Expression]) -> String {
    let names = arguments.map(\.mathematics)
    switch self {
    case .isOperator: return "\(names[0]) ∈ operators(\(names[1]))"
    case .isHSM: return "\(names[0]) ∈ HSMs(\(names[1]))"
    case .isPair: return "⟨\(names[0]), \(names[1])⟩ ∈ HSMs(\(names[2]))"
    case .isHost: return "\(names[0]) ∈ hosts(\(names[1]))"
    case .isInOwnRole: return "role(\(names[0]), \(names[1])) = registered(\(names[0]))"
    case .way: return "\(names[0]) ∈ ways(\(names[1]), \(names[2]))"
    case .globalWay: return "\(names[0]) ∈ ways(global, \(names[1]))"
    case .need: return "\(names[0]) ∈ needs(\(names[1]))"
    case .isOn: return "\(names[0]) ∈ \(names[1])"
    case .isEntry: return "\(names[0]) ∈ authorisation(\(names[1]))"
    case .isSubmitted: return "\(names[0]) ∈ authorisation"
    case .isFor: return "\(names[1]) ∈ recipients(\(names[0]))"
    case .isAskedFor: return "\(names[0]) ∈ recipients"
    case .isHeld: return "\(names[0]) ∈ keys held"
    case .isInClear: return "\(names[0]) ∈ message"
    case .contains: return "⟨\(names[1]), \(names[2])⟩ ∈ keys(\(names[0]))"
    case .atMost: return "\(names[0]) ≤ \(names[1])"
    default: return arguments.isEmpty ? word : "\(word)(\(names.joined(separator: ", ")))"
    }
  }

  private var word: String {
    switch self {
    case .isByRole: "by role"
    case .genuineOperator, .genuineHSM, .genuineHost: "genuine"
    case .ownKey: "registered"
    case .asksNobody: "nobody"
    case .isManned: "manned"
    case .isOnTrust: "on a trust"
    case .isOnToken: "on a token"
    case .isValid, .isTokenValid: "valid"
    case .isEarlier: "earlier"
    case .byHSM: "asked of an HSM"
    case .isInstalled: "installed before"
    case .isTaken: "taken"
    case .isActive: "active"
    case .isOfCustomerKey: "of a customer key"
    case .confuses: "data as a customer key"
    case .isOfHonestLine: "of honest line"
    case .isInForce: "in force"
    case .hasSigned: "signed"
    case .hasOrdered: "ordered"
    case .hasIssued: "issued"
    case .isOut: "out"
    case .isSafe: "safe"
    case .isKnown: "known"
    case .isShown: "shown"
    case .hasData: "data"
    case .hasRoot: "root"
    case .hasCurrent: "current"
    default: rawValue
    }
  }
}
