/// Intervals of an advantage for a number of trials that was fixed beforehand: for whoever brings counts of such an experiment,
/// and for comparison with the referee, whose own intervals hold at every look (`ConfidenceSequence`) and whose decisions come
/// from `BettingMixture`.
extension ClopperPearson {
  /// The interval at level `alpha` of p₊ − p₋ from the discordant pairs among n trials.
  ///
  /// ψ = Pr[discordant] and θ = Pr[plus | discordant] get one-sided limits at `alpha`/4 each, and p₊ − p₋ = (2θ − 1)ψ is taken at
  /// the worst corner; coverage is guaranteed, the width is 1.2 to 1.8 times that of the normal approximation **[ours]**.
  public static func pairedDifference(plus: Int, minus: Int, trials n: Int, alpha: Double) -> Interval {
    Require.counts([plus, minus])
    Require.counts(events: plus + minus, trials: n)
    Require.level(alpha)
    let psi = twoSided(events: plus + minus, trials: n, alpha: alpha / 2).interval
    let sign = twoSided(events: plus, trials: plus + minus, alpha: alpha / 2).advantage
    return Interval(
      lower: sign.lower * (sign.lower >= 0 ? psi.lower : psi.upper),
      upper: sign.upper * (sign.upper >= 0 ? psi.upper : psi.lower))
  }

  /// The interval at level `alpha` of the signed advantage 2p − 1 of a guesser who was right k times out of n.
  public static func guessingAdvantage(events k: Int, trials n: Int, alpha: Double) -> Interval {
    twoSided(events: k, trials: n, alpha: alpha).advantage
  }
}
