import DomainManagement

/// The suites that a scenario can run on.
public enum SuiteName: String, Codable, CaseIterable, Hashable, Sendable {
  case symbolic

  /// Runs `body` on this suite. Coins are drawn from `seed`.
  func open<R>(seed: UInt64, _ body: (any DomainSuite) throws -> R) rethrows -> R {
    switch self {
    case .symbolic: try body(SymbolicSuite())
    }
  }
}
