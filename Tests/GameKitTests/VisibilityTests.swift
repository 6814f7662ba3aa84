import TestSupport
import Testing

/// What an adversary's source file can name, as the compiler sees it.
@Suite struct VisibilityTests {
  /// An adversary that says `statement`, type-checked against the modules that stand beside this test; the compiler's errors.
  private func errors(_ statement: String, spi: String = "") throws -> String {
    let run = try ChildProcess.typecheck(
      """
      \(spi)import Coins
      \(spi)import GameKit
      struct Cheat<H: Hop>: Adversary {
        typealias Query = H.Left.Query
        typealias Answer = H.Left.Answer
        func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
          \(statement)
          return false
        }
      }
      """)
    #expect((run.status == 0) == run.error.isEmpty, "\(run.error)")
    return run.error
  }

  @Test(arguments: [
    ("_ = CoinSource(seed: 1).coins(trial: 0, role: .challenger)", "'coins' is inaccessible due to '@_spi' protection level"),
    ("if var game = oracle as? SingleOracle<H.Left> { game.restart(coins: coins) }", "cannot find type 'SingleOracle' in scope"),
    ("if let pair = oracle as? LockstepOracle<H> { _ = pair.standing }", "cannot find type 'LockstepOracle' in scope"),
    ("func again<A: Adversary>(_ lockstep: Lockstep<H, A>) {}", "cannot find type 'Lockstep' in scope"),
    ("_ = Generator.philox.block(key: .zero, counter: .zero)", "'block' is inaccessible due to '@_spi' protection level"),
    ("_ = ChaCha20.block(key: [], input: [])", "cannot find 'ChaCha20' in scope"),
  ]) func whatRunsGamesIsOutOfAnAdversarysSight(_ statement: String, _ error: String) throws {
    #expect(try errors(statement).contains(error))
    #expect(try errors(statement, spi: "@_spi(Harness) ") == "", "it is there, and can be asked for by name")
  }

  @Test func whatAnAdversaryNeedsIsInSight() throws {
    #expect(try errors("_ = coins.bits(3, for: Label(\"x\")); oracle.credit(\"guess\"); _ = coins.child(\"own\")") == "")
  }
}
