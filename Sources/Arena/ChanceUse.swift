/// Whether chances judge a run, or counts; decided before it.
public enum ChanceUse: String, Sendable, CaseIterable {
  /// Where they are known, and events are too rare to be counted.
  case auto
  case required
  case off
}
