/// Which of two worlds a trial is played in first. The worlds share nothing but named coins, so no result may depend on it.
public enum WorldOrder: String, Sendable, CaseIterable {
  case leftFirst = "left-first"
  case rightFirst = "right-first"
}
