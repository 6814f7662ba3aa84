import Arena
import Catalog
import Coins
import Referee

/// A request to the catalogue, in one line.
func select(
  _ name: String, _ adversary: String, _ settings: [(name: String, value: Int)] = [], twin: String? = nil,
  suite: String = "calibrated"
) throws -> Selection {
  try Catalog.registry.select(
    try Catalog.registry.entry(name), adversary: adversary, suite: suite, settings: settings, twin: twin)
}

/// What so many trials of a selection showed.
func tally(_ selection: Selection, _ trials: UInt64, seed: UInt64 = 23) -> Tally {
  selection.experiment.run(0..<trials, source: CoinSource(seed: seed))
}

extension Tally {
  /// Pr[1 right] − Pr[1 left], as measured.
  var difference: Double {
    guard trials > 0 else { return 0 }
    return (Double(bits.second) - Double(bits.first)) / Double(trials)
  }
}

/// Whether a measured frequency is within five standard deviations of a probability.
func isNear(_ measured: Double, _ probability: Double, trials: UInt64) -> Bool {
  abs(measured - probability) <= 5 * (probability * (1 - probability) / Double(trials)).squareRoot() + 1e-12
}
