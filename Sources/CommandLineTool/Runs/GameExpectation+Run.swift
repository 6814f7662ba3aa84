internal import AdversaryBridge
internal import Arena
internal import ChildProcesses
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
      var (entry, adversary) = (try Gamekeeper.registry.entry(name, kind: kind == .game ? .game : .hop), adversary)
      if let outsider = try outsider() { (entry, adversary) = (entry.played(by: outsider), outsider.command) }
      selection = try Gamekeeper.registry.select(
        entry, adversary: adversary,
        suite: suite ?? SuiteName.calibrated.rawValue, settings: settings,
        twin: twin)
    } catch { throw self.error(error.message, hint: error.hint) }
    let settings = RunSettings(
      source: source, judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials ?? selection.suite.trials),
      threads: ProcessInfo.processInfo.activeProcessorCount)
    return await selection.run(settings) { _ in !Interrupts.isRaised }.record
  }

  private var source: CoinSource {
    adversaryCommand == nil || seed != nil ? CoinSource(seed: seed ?? 1) : CoinSource(seed: 1, secret: .drawn())
  }

  /// The command, if it can be started; nil if there is none.
  private func outsider() throws(CatalogError) -> ProcessOutsider? {
    guard let adversaryCommand else { return nil }
    let program = try OutsideOptions.program(adversaryCommand, sandbox: sandbox, from: "adversary-command:")
    do throws(OutsideOptions.Unplayable) { _ = try OutsideOptions.start(program) } catch { throw error.error }
    return ProcessOutsider(program) { Failure.say($0) }
  }
}
