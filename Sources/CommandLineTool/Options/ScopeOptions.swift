internal import ArgumentParser
internal import DomainManagement
internal import PolicySearch
internal import Records
internal import Scenarios

private let usual = ExplorationScope()

private func meaning(_ count: ScopeCount) -> ArgumentHelp { "\(count.meaning) (default: \(usual[keyPath: count.place]))" }

/// How much is searched. What nobody gave is nil, so that the usual, given, is something that was asked for, too.
struct ScopeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "\(ScopeCount.operators.meaning) (default: as many as have roles, else \(usual.operators))")
  var operators: Int?
  @Option(parsing: .unconditional, help: meaning(.dishonest)) var dishonest: Int?
  @Option(parsing: .unconditional, help: meaning(.rogueOperators)) var rogueOperators: Int?
  @Option(parsing: .unconditional, help: meaning(.hsms)) var hsms: Int?
  @Option(name: .customLong("rogue-hsms"), parsing: .unconditional, help: meaning(.rogueHSMs)) var rogueHSMs: Int?
  @Option(parsing: .unconditional, help: meaning(.hosts)) var hosts: Int?
  @Option(parsing: .unconditional, help: meaning(.rogueHosts)) var rogueHosts: Int?
  @Option(parsing: .unconditional, help: meaning(.domains)) var domains: Int?
  @Option(parsing: .unconditional, help: meaning(.depth)) var depth: Int?
  @Option(parsing: .unconditional, help: "\(ScopeText.quorum.meaning) (default: \(usual.quorum))") var quorum: QuorumOption?
  @Option(parsing: .unconditional, help: "\(ScopeText.roles.meaning) (default: nobody has one)") var roles: RoleList?
  @Option(parsing: .unconditional, help: meaning(.sharedKeys)) var sharedKeys: Int?
  @Option(parsing: .unconditional, help: meaning(.rotations)) var rotations: Int?
  @Option(parsing: .unconditional, help: meaning(.customerKeys)) var customerKeys: Int?
  @Flag(help: .init(ExplorationScope.transparentWrapMeaning)) var transparentWrap = false

  private var counts: [(count: ScopeCount, given: Int?)] {
    [
      (.operators, operators), (.dishonest, dishonest), (.rogueOperators, rogueOperators), (.hsms, hsms),
      (.rogueHSMs, rogueHSMs), (.hosts, hosts), (.rogueHosts, rogueHosts), (.domains, domains), (.depth, depth),
      (.sharedKeys, sharedKeys), (.rotations, rotations), (.customerKeys, customerKeys),
    ]
  }

  /// Whether anything of it was asked for, be it the usual.
  var isGiven: Bool { quorum != nil || roles != nil || transparentWrap || counts.contains { $0.given != nil } }

  var scope: ExplorationScope {
    var scope = ExplorationScope()
    if let roles { (scope.roles, scope.operators) = (roles.roles, roles.roles.count) }
    for case (let count, let given?) in counts { scope[keyPath: count.place] = given }
    if let quorum { scope.quorum = quorum.rules }
    scope.transparentWrap = transparentWrap
    return scope
  }
}

/// How many operators have which role, in the order in which they are numbered.
struct RoleList: ExpressibleByArgument {
  /// One entry an operator.
  let roles: [String]

  init?(argument: String) {
    guard let roles = ScopeText.roles(argument) else { return nil }
    self.roles = roles
  }
}

/// A quorum as options write it.
struct QuorumOption: ExpressibleByArgument {
  let rules: QuorumRules

  init?(argument: String) {
    guard let rules = QuorumRules(argument) else { return nil }
    self.rules = rules
  }
}
