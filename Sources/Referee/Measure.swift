/// What an experiment measures, which decides how its counts are read.
public enum Measure: Sendable {
  /// The advantage is the probability of winning.
  case winning
  /// Two worlds on the same coins: the advantage is at most the probability of the bad event, and lockstep is checked.
  case coupledWorlds
  /// Two worlds on unrelated coins: only the adversary's bits count.
  case independentWorlds

  var isWinning: Bool { if case .winning = self { true } else { false } }
}
