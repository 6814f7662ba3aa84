internal import ArgumentParser
internal import PolicySearch
internal import Scenarios

/// How large a search may be by its estimate.
struct LimitOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Refuse a scope that takes more memory by its estimate, in GB.") var maximumMemory = 8.0
  @Option(parsing: .unconditional, help: "Refuse a scope that takes more checks by its estimate.") var maximumChecks = 2e9

  /// Whether nobody has asked for others.
  var areUsual: Bool { maximumMemory == 8 && maximumChecks == 2e9 }

  var limits: SearchLimits {
    get throws {
      for (name, value) in [("maximum-memory", maximumMemory), ("maximum-checks", maximumChecks)] where !(value > 0) {
        throw Problem.fail("`--\(name)` is \(value); it should be above 0", status: Failure.usage)
      }
      var limits = SearchLimits()
      (limits.bytes, limits.checks) = (maximumMemory * 1e9, maximumChecks)
      return limits
    }
  }
}
