internal import ArgumentParser
internal import DomainManagement
internal import PolicySearch
internal import Records
internal import Scenarios

private let usual = ExplorationScope()

/// How much is searched.
struct ScopeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "\(ScopeCount.operators.meaning) (default: as many as have roles, else \(usual.operators))")
  var operators: Int?
  @Option(parsing: .unconditional, help: .init(ScopeCount.dishonest.meaning)) var dishonest = usual.dishonest
  @Option(parsing: .unconditional, help: .init(ScopeCount.rogueOperators.meaning)) var rogueOperators = usual.rogueOperators
  @Option(parsing: .unconditional, help: .init(ScopeCount.hsms.meaning)) var hsms = usual.hsms
  @Option(name: .customLong("rogue-hsms"), parsing: .unconditional, help: .init(ScopeCount.rogueHSMs.meaning))
  var rogueHSMs = usual.rogueHSMs
  @Option(parsing: .unconditional, help: .init(ScopeCount.hosts.meaning)) var hosts = usual.hosts
  @Option(parsing: .unconditional, help: .init(ScopeCount.rogueHosts.meaning)) var rogueHosts = usual.rogueHosts
  @Option(parsing: .unconditional, help: .init(ScopeCount.domains.meaning)) var domains = usual.domains
  @Option(parsing: .unconditional, help: .init(ScopeCount.depth.meaning)) var depth = usual.depth
  @Option(parsing: .unconditional, help: .init(ScopeText.quorum.meaning)) var quorum = QuorumOption(usual.quorum)
  @Option(parsing: .unconditional, help: "\(ScopeText.roles.meaning) (default: nobody has one)") var roles: RoleList?
  @Option(parsing: .unconditional, help: .init(ScopeCount.sharedKeys.meaning)) var sharedKeys = usual.sharedKeys
  @Option(parsing: .unconditional, help: .init(ScopeCount.rotations.meaning)) var rotations = usual.rotations
  @Option(parsing: .unconditional, help: .init(ScopeCount.customerKeys.meaning)) var customerKeys = usual.customerKeys
  @Flag(help: .init(ExplorationScope.transparentWrapMeaning)) var transparentWrap = false

  var scope: ExplorationScope {
    var scope = ExplorationScope()
    if let roles { (scope.roles, scope.operators) = (roles.roles, roles.roles.count) }
    if let operators { scope.operators = operators }
    (scope.dishonest, scope.rogueOperators, scope.hsms, scope.rogueHSMs) = (dishonest, rogueOperators, hsms, rogueHSMs)
    (scope.hosts, scope.rogueHosts, scope.domains, scope.depth, scope.quorum) = (hosts, rogueHosts, domains, depth, quorum.rules)
    (scope.sharedKeys, scope.rotations, scope.transparentWrap) = (sharedKeys, rotations, transparentWrap)
    scope.customerKeys = customerKeys
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

  init(_ rules: QuorumRules) { self.rules = rules }

  init?(argument: String) {
    guard let rules = QuorumRules(argument) else { return nil }
    self.rules = rules
  }

  var defaultValueDescription: String { rules.description }
}
