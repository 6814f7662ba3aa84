internal import ArgumentParser
internal import PolicySearch
internal import Scenarios

private let usual = (memory: 8.0, checks: 2e9)

/// How large a search may be by its estimate.
struct LimitOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Refuse a scope that takes more memory by its estimate, in GB.")
  var maximumMemory = usual.memory
  @Option(parsing: .unconditional, help: "Refuse a scope that takes more checks by its estimate.")
  var maximumChecks = usual.checks

  /// Whether nobody has asked for others.
  var areUsual: Bool { (maximumMemory, maximumChecks) == usual }

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
