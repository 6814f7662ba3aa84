internal import ArgumentParser
internal import DomainManagement
internal import PolicySearch
internal import Records
internal import Scenarios

/// How much is searched.
struct ScopeOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "\(ScopeCount.operators.meaning) (default: as many as have roles, else \(ExplorationScope().operators))")
  var operators: Int?
  @Option(parsing: .unconditional, help: .init(ScopeCount.dishonest.meaning)) var dishonest = 1
  @Option(parsing: .unconditional, help: .init(ScopeCount.rogueOperators.meaning)) var rogueOperators = 1
  @Option(parsing: .unconditional, help: .init(ScopeCount.hsms.meaning)) var hsms = 2
  @Option(name: .customLong("rogue-hsms"), parsing: .unconditional, help: .init(ScopeCount.rogueHSMs.meaning)) var rogueHSMs = 1
  @Option(parsing: .unconditional, help: .init(ScopeCount.hosts.meaning)) var hosts = 1
  @Option(parsing: .unconditional, help: .init(ScopeCount.rogueHosts.meaning)) var rogueHosts = 1
  @Option(parsing: .unconditional, help: .init(ScopeCount.domains.meaning)) var domains = 2
  @Option(parsing: .unconditional, help: .init(ScopeCount.depth.meaning)) var depth = 2
  @Option(
    parsing: .unconditional,
    help: "The global n: any n genuine operators are assumed to include an honest one; or by role: security:1,operations:1.")
  var quorum = QuorumOption(ExplorationScope().quorum)
  @Option(
    parsing: .unconditional,
    help: "The roles of the genuine operators, dishonest ones last, as in security:1,operations:2. (default: nobody has one)")
  var roles: RoleList?
  @Option(parsing: .unconditional, help: .init(ScopeCount.sharedKeys.meaning)) var sharedKeys = 0
  @Option(parsing: .unconditional, help: .init(ScopeCount.rotations.meaning)) var rotations = 0
  @Flag(help: "Wrapped keys can be read by anybody: a defective suite.") var transparentWrap = false

  var scope: ExplorationScope {
    var scope = ExplorationScope()
    if let roles { (scope.roles, scope.operators) = (roles.roles, roles.roles.count) }
    if let operators { scope.operators = operators }
    (scope.dishonest, scope.rogueOperators, scope.hsms, scope.rogueHSMs) = (dishonest, rogueOperators, hsms, rogueHSMs)
    (scope.hosts, scope.rogueHosts, scope.domains, scope.depth, scope.quorum) = (hosts, rogueHosts, domains, depth, quorum.rules)
    (scope.sharedKeys, scope.rotations, scope.transparentWrap) = (sharedKeys, rotations, transparentWrap)
    return scope
  }
}

/// How many operators have which role, in the order in which they are numbered.
struct RoleList: ExpressibleByArgument {
  /// One entry an operator.
  let roles: [String]

  init?(argument: String) {
    guard let parts = QuorumRule.roles(argument), parts.allSatisfy({ (0...64).contains($0.count) }) else { return nil }
    roles = parts.flatMap { Array(repeating: $0.role, count: $0.count) }
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
