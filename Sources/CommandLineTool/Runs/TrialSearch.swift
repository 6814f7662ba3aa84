internal import Arena
internal import Referee

/// A trial of a run that is worth seeing.
enum TrialSearch: String {
  case firstBad = "first-bad"
  case lastBad = "last-bad"
  case firstWin = "first-win"

  var option: String { rawValue }

  /// Trials that are played before the next look for an interrupt.
  private static let block: UInt64 = 256

  /// Somebody did not want to wait.
  struct Interrupted: Error {}

  /// The number of the trial; nil if there is none among so many.
  func find(_ token: ReplayToken, among count: UInt64) throws(CatalogError) -> Result<UInt64?, Interrupted> {
    let selection = token.selection
    if self != .firstWin, selection.hasTwoWorlds, !selection.entry.hasBadEvent {
      throw CatalogError(
        "`--\(option)`: \(selection.entry.kind.rawValue) `\(selection.entry.name)` has no bad event",
        hint: "--first-win looks at the guesses")
    }
    let experiment = selection.experiment
    func shows(_ trials: Range<UInt64>) -> Bool {
      let tally = experiment.run(trials, source: token.source)
      // Of two worlds: they are told apart, whichever bit stands for which.
      return self == .firstWin && selection.hasTwoWorlds ? tally.bits.differ > 0 : tally.bad > 0
    }
    // The blocks in the order in which they are looked through.
    let blocks = (count + Self.block - 1) / Self.block
    for number in 0..<blocks {
      if Interrupts.isRaised { return .failure(.init()) }
      let start = (self == .lastBad ? blocks - 1 - number : number) * Self.block
      let trials = start..<min(count, start + Self.block)
      guard shows(trials) else { continue }
      func isIt(_ trial: UInt64) -> Bool { shows(trial..<trial + 1) }
      return .success(self == .lastBad ? trials.reversed().first(where: isIt) : trials.first(where: isIt))
    }
    return .success(nil)
  }
}
