@_spi(Harness) import Coins
import DomainManagement
import Primitives

/// The suites that a scenario can run on.
public enum SuiteName: String, Codable, CaseIterable, Hashable, Sendable {
  case kms
  case kmsLowS = "kms-low-s"
  case modern
  case calibrated
  /// Ideal cryptography.
  case symbolic

  /// Runs `body` on this suite, with coins drawn from `seed`.
  func open<R>(seed: UInt64, _ body: (any DomainSuite) throws -> R) rethrows -> R {
    let coins = CoinSource(seed: seed).coins(trial: 0, role: .challenger)
    switch self {
    case .kms: return try body(PrimitiveSuite(KMSSuite(), coins: coins))
    case .kmsLowS: return try body(PrimitiveSuite(KMSSuite(requiresLowS: true), coins: coins))
    case .modern: return try body(PrimitiveSuite(ModernSuite(), coins: coins))
    case .calibrated: return try body(PrimitiveSuite(CalibratedSuite(), coins: coins))
    case .symbolic: return try body(SymbolicSuite())
    }
  }
}
