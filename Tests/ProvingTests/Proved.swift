import Foundation
import Proving
import Records
import TestSupport
import Testing

/// Solvers as tests ask them.
enum Proved {
  /// The supervisor: it stands beside the test bundle.
  static let launcher = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "gamekeeper").path

  static func settings(_ name: SolverName = .z3, limit: Duration = .seconds(20), command: [String]? = nil) -> SolverSettings {
    var settings = SolverSettings(name)
    (settings.limit, settings.launcher, settings.command) = (limit, launcher, command)
    return settings
  }

  static func proof(
    of policy: PolicySelection, by solver: SolverName = .z3, isQuorumAssumed: Bool = true, limit: Duration = .seconds(20)
  ) throws -> ProofRecord {
    var prover = Prover(policy, settings: settings(solver, limit: limit))
    prover.isQuorumAssumed = isQuorumAssumed
    return try prover.run()
  }

  static let isLong = ProcessInfo.processInfo.environment["LONG_TESTS"] != nil

  /// The same ones each time.
  static func sample<T>(of all: [T], _ count: Int) -> [T] {
    var numbers = SplitMix(state: 18)
    return Array(all.shuffled(using: &numbers).prefix(count))
  }

  static func isInstalled(_ solver: SolverName) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(solver.rawValue)") }
  }
}
