public import Records

/// One line of narration.
public enum ProgressLine {
  /// A time as people say it: `40 s`, `12 min`, `3 h`.
  public static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<90: "\(Int(seconds.rounded(.up))) s"
    case ..<5400: "\(Int((seconds / 60).rounded(.up))) min"
    default: "\(Int((seconds / 3600).rounded(.up))) h"
    }
  }

  /// Of a search.
  public static func text(_ search: SearchStanding) -> String {
    """
    \(Number.grouped(UInt64(search.states))) states, \(Number.grouped(UInt64(search.frontier))) on the frontier, \
    \(Number.grouped(UInt64(search.transitions))) transitions, depth \(search.depth), \
    \(Number.grouped(UInt64(search.statesPerSecond))) states a second
    """
  }

  public static func text(trials: UInt64, of target: UInt64, seconds: Double, quantity: String, lower: Double, upper: Double)
    -> String
  {
    let speed = seconds > 0 ? Number.grouped(UInt64(Double(trials) / seconds)) : "-"
    return """
      \(Number.grouped(trials)) of \(Number.grouped(target)) trials   \(quantity) in \(Number.interval(lower, upper))   \(speed) \
      a second
      """
  }
}
