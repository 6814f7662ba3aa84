import GameKit
import GameTesting
import Switching
import Testing

@Suite struct SwitchingTests {
  /// 3 of 8 values: 3·2/2⁴.
  @Test func theHopKeepsItsPromises() throws {
    try checkGame(
      Switching(bits: 3), twin: Switching(bits: 3, twin: .neverZero), budget: { _ in 3 }, bound: 0.375, honest: Idle(),
      attack: Distinct())
  }

  /// The bound is not attained: the birthday probability of 3 in 8 is 11/32.
  @Test func aSmallerBoundIsRefuted() {
    #expect {
      try checkGame(
        Switching(bits: 3), twin: Switching(bits: 3, twin: .neverZero), budget: { _ in 3 }, bound: 0.34, honest: Idle(),
        attack: Distinct())
    } throws: { "\($0)".contains("bound: the bad event has the probability 11/32") }
  }
}
