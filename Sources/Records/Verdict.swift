/// What the referee concludes from a sampled run. It never says "secure": a run speaks of one adversary and so many trials.
public enum Verdict: Hashable, Sendable {
  case advantageShown(atLeast: Double)
  case noAdvantageShown(atMost: Double)
  case withinBound(atMost: Double)
  case boundExceeded(atLeast: Double)
  /// Fractions of the bound at either end of the interval.
  case boundAttained(lowerFraction: Double, upperFraction: Double)
  case inconclusive(why: String)
  case forfeit(why: String)
  case invalid(why: String)

  public var kind: Kind {
    switch self {
    case .advantageShown: .advantageShown
    case .noAdvantageShown: .noAdvantageShown
    case .withinBound: .withinBound
    case .boundExceeded: .boundExceeded
    case .boundAttained: .boundAttained
    case .inconclusive: .inconclusive
    case .forfeit: .forfeit
    case .invalid: .invalid
    }
  }

  /// The verdict's name, as it appears in files.
  public var name: String { kind.rawValue }

  /// All names, in the order in which help lists them.
  public static var names: [String] { Kind.allCases.map(\.rawValue) }
}
