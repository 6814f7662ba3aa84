/// Why a run ended.
public enum StopReason: String, Codable, Sendable {
  case trialsPlayed = "all trials played"
  case decided = "the verdict was decided"
  case narrowEnough = "the interval was narrow enough"
  case timeUp = "the time was up"
  case interrupted = "interrupted"
}
