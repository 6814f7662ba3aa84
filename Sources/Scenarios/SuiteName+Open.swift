@_spi(Harness) import Coins
import DomainManagement
import Primitives

extension SuiteName {
  /// Runs `body` on this suite, with coins drawn from `seed`.
  func open<R>(seed: UInt64, _ body: (any DomainSuite) throws -> R) rethrows -> R {
    let coins = CoinSource(seed: seed).coins(trial: 0, role: .challenger)
    func port<Base: Suite>(_ base: Base) -> any DomainSuite { PrimitiveSuite(base, coins: coins) }
    return try body(primitives().map { port($0) } ?? SymbolicSuite())
  }
}
