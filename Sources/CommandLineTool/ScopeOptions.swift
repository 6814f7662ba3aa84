internal import ArgumentParser
internal import PolicySearch
internal import Records
internal import Scenarios

/// How much is searched.
struct ScopeOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Genuine operators, dishonest ones included.") var operators = 3
  @Option(parsing: .unconditional, help: "Dishonest operators.") var dishonest = 1
  @Option(parsing: .unconditional, help: "Key pairs of the adversary that pose as operators.") var rogueOperators = 1
  @Option(parsing: .unconditional, help: "HSMs in all, rogue ones included.") var hsms = 2
  @Option(name: .customLong("rogue-hsms"), parsing: .unconditional, help: "Rogue HSMs.") var rogueHSMs = 1
  @Option(parsing: .unconditional, help: "Genuine hosts.") var hosts = 1
  @Option(parsing: .unconditional, help: "Key pairs of the adversary that pose as hosts.") var rogueHosts = 1
  @Option(parsing: .unconditional, help: "1: one domain; 2 or more: another honest one and one of the adversary beside it.")
  var domains = 2
  @Option(parsing: .unconditional, help: "Successors in a row.") var depth = 2
  @Option(parsing: .unconditional, help: "The global n: any n genuine operators are assumed to include an honest one.")
  var quorum = 2
  @Option(parsing: .unconditional, help: "Honest operators whose key is also that of a genuine HSM.") var sharedKeys = 0
  @Option(parsing: .unconditional, help: "Rotations of the key in a row, 4 at most; 0: there are none.") var rotations = 0
  @Flag(help: "Wrapped keys can be read by anybody: a defective suite.") var transparentWrap = false

  var scope: ExplorationScope {
    var scope = ExplorationScope()
    (scope.operators, scope.dishonest, scope.rogueOperators, scope.hsms, scope.rogueHSMs) = (
      operators, dishonest, rogueOperators, hsms, rogueHSMs
    )
    (scope.hosts, scope.rogueHosts, scope.domains, scope.depth, scope.quorum) = (hosts, rogueHosts, domains, depth, quorum)
    (scope.sharedKeys, scope.rotations, scope.transparentWrap) = (sharedKeys, rotations, transparentWrap)
    return scope
  }
}
