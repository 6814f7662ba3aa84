internal import Arena
internal import Coins
internal import Expectations
internal import Foundation
internal import Primitives
internal import Records
internal import Referee
internal import Scenarios

extension GameExpectation {
  /// Plays it on all cores, as `play` and `hop` do.
  func run() async throws(InputError) -> RunRecord {
    let selection: Selection
    do throws(CatalogError) {
      selection = try Gamekeeper.registry.select(
        try Gamekeeper.registry.entry(name, kind: kind == .game ? .game : .hop), adversary: adversary,
        suite: suite ?? SuiteName.calibrated.rawValue, settings: settings,
        twin: twin)
    } catch { throw self.error(error.message, hint: error.hint) }
    let settings = RunSettings(
      source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials ?? selection.suite.trials),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    return await selection.run(settings) { _ in !Interrupts.isRaised }.record
  }
}
