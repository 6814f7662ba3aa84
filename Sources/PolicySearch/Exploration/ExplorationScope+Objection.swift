public import Records
internal import Words

extension ExplorationScope {
  private var roleWords: String { roles.isEmpty ? "" : " who are \(roles.joined(separator: ", "))" }

  /// What makes the scope empty or too large, in words; nil if it can be searched.
  public var objection: String? {
    let counts =
      ScopeCount.allCases.map { ($0.rawValue, self[keyPath: $0.place], $0.most) } + [("quorum", quorum.most, 64)]
    for (name, count, most) in counts {
      if count < 0 { return "`\(CommandWords.option(name))` is \(count), which is no count" }
      if count > most { return "`\(CommandWords.option(name))` is \(count); it should be at most \(most)" }
    }
    if operators == 0 { return "the scope is empty: there are no operators" }
    if dishonest > operators { return "\(dishonest) of \(operators) operators cannot be dishonest" }
    if rogueHSMs >= hsms {
      let counts = "\(CommandWords.option("hsms", "\(hsms)")), \(CommandWords.option("rogue-hsms", "\(rogueHSMs)"))"
      return "the scope is empty: all HSMs are rogue (\(counts)), so nobody keeps the rules"
    }
    if !roles.isEmpty, roles.count != operators { return "roles are dealt to \(roles.count) of \(operators) operators" }
    if roleNames.count > 4 { return "there are \(roleNames.count) roles; 4 should be the most" }
    if quorum.unmeetable(by: (0..<operators).map(role(of:))) != nil {
      return "a quorum of \(quorum) cannot be had from \(operators) operators\(roleWords), so nothing would ever happen"
    }
    if sharedKeys > min(honest, genuineHSMs) {
      return "\(sharedKeys) identities cannot be shared by \(honest) honest operators and \(genuineHSMs) genuine HSMs"
    }
    if domains < 1 { return "the scope is empty: there are no domains" }
    if operators + rogueOperators > 14 || hosts + rogueHosts > 14 || hsms > 10 { return tooLarge(SearchLimits()) }
    return nil
  }
}
