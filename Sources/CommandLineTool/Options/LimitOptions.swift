internal import ArgumentParser
internal import PolicySearch
internal import Scenarios

private let usual = SearchLimits()

/// How large a search may be by its estimate. What nobody gave is nil.
struct LimitOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Refuse a scope that takes more memory by its estimate, in GB. (default: \(usual.bytes / 1e9))")
  var maximumMemory: Double?
  @Option(
    parsing: .unconditional, help: "Refuse a scope that takes more checks by its estimate. (default: \(usual.checks))")
  var maximumChecks: Double?

  var isGiven: Bool { maximumMemory != nil || maximumChecks != nil }

  var limits: SearchLimits {
    get throws {
      var limits = SearchLimits()
      if let maximumMemory { limits.bytes = try Self.positive(maximumMemory, "maximum-memory") * 1e9 }
      if let maximumChecks { limits.checks = try Self.positive(maximumChecks, "maximum-checks") }
      return limits
    }
  }

  private static func positive(_ value: Double, _ name: String) throws -> Double {
    guard value > 0 else { throw Problem.fail("`--\(name)` is \(value); it should be above 0", status: Failure.usage) }
    return value
  }
}
