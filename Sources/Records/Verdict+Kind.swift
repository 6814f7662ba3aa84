extension Verdict {
  /// The verdicts by name, each with what it says of a run and with the exit status that it gives.
  public enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
    case advantageShown, noAdvantageShown, withinBound, boundExceeded, boundAttained, inconclusive, forfeit, invalid

    /// What was shown, and what was not.
    public var meaning: String {
      switch self {
      case .advantageShown:
        """
        the whole interval of the advantage lies above 0, and the bound has no number to compare it with, because an ε in it is \
        assumed: the assumption is seen broken
        """
      case .noAdvantageShown:
        """
        nothing contradicts a bound of 0, or a bound without a number; this adversary's advantage is at most the upper end of \
        its interval, and another adversary may do better
        """
      case .withinBound:
        """
        an advantage at or above a ceiling is excluded: twice the bound, or halfway from the bound to 1 if that is less. The \
        bound itself is shown to be kept only where the run says that the whole interval lies below the bound
        """
      case .boundExceeded:
        """
        "the bound covers the advantage and the bad event" is rejected with odds of at least 10^6 : 1: the bound, or the \
        program, is wrong. The advantage alone may still be below it, when the adversary makes nothing of the bad event
        """
      case .boundAttained:
        """
        at least half of the bound is reached, and the ceiling of withinBound is excluded. A bound that is met exactly ends so, \
        and so may one that is exceeded by less than the ceiling: the run says how far the interval reaches
        """
      case .inconclusive:
        "too few trials to exceed the bound or to exclude its ceiling; or a bound of 1 or more, which no run can"
      case .forfeit: "every trial was forfeited: the adversary, or the reduction around it, asked for more than its budget"
      case .invalid:
        "a lockstep check found a counterexample to the hop, or a canary failed: the numbers of the run say nothing about the "
          + "adversary"
      }
    }

    /// The exit status of a run that ends so, when no verdict was expected and nothing else speaks against it.
    public var status: Int32 {
      switch self {
      case .noAdvantageShown, .withinBound, .boundAttained: 0
      case .advantageShown, .boundExceeded, .forfeit, .invalid: 1
      case .inconclusive: 2
      }
    }
  }
}
