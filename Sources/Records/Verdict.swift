/// What the referee concludes from a sampled run. It never says "secure": a run speaks of one adversary and so many trials.
public enum Verdict: Hashable, Sendable {
  /// The adversary's advantage is at least `lower`.
  case advantageShown(atLeast: Double)
  /// The adversary's advantage is at most `upper`; another adversary may do better.
  case noAdvantageShown(atMost: Double)
  /// An advantage of (1 + slack) times the bound or more is rejected.
  case withinBound(atMost: Double)
  /// "The bound covers the advantage and the bad event" is rejected: the bound, or the program, is wrong. The advantage alone may
  /// still be below it, when the adversary makes nothing of the bad event.
  case boundExceeded(atLeast: Double)
  /// Within the bound, and at least half of it: fractions of the bound at either end of the interval.
  case boundAttained(lowerFraction: Double, upperFraction: Double)
  case inconclusive(why: String)
  /// Every trial was forfeited.
  case forfeit(why: String)
  /// A canary or a lockstep check failed: the run says nothing about the adversary.
  case invalid(why: String)

  /// The verdict's name, as it appears in files.
  public var name: String {
    switch self {
    case .advantageShown: "advantageShown"
    case .noAdvantageShown: "noAdvantageShown"
    case .withinBound: "withinBound"
    case .boundExceeded: "boundExceeded"
    case .boundAttained: "boundAttained"
    case .inconclusive: "inconclusive"
    case .forfeit: "forfeit"
    case .invalid: "invalid"
    }
  }

  /// All names, in the order in which help lists them.
  public static let names = [
    "advantageShown", "noAdvantageShown", "withinBound", "boundExceeded", "boundAttained", "inconclusive", "forfeit", "invalid",
  ]
}
