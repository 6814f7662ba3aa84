internal import Records

/// When a run ends. Any rule is legal, because every statement of the referee holds at all times at once.
public struct StoppingRule: Sendable {
  /// The most trials that are played.
  public var trials: UInt64
  /// Stop as soon as the verdict is neither inconclusive nor open to more trials.
  public var whenDecided: Bool
  /// Stop as soon as the interval of the advantage is at most this wide.
  public var width: Double?
  /// Stop after this time; how many trials fit into it depends on the machine, what they show does not.
  public var time: Duration?

  public init(trials: UInt64, whenDecided: Bool = false, width: Double? = nil, time: Duration? = nil) {
    (self.trials, self.whenDecided, self.width, self.time) = (trials, whenDecided, width, time)
  }

  /// Whether what is seen may end it.
  private var mayEndEarly: Bool { whenDecided || width != nil }

  /// Trials in the first block and in the largest. A run that may end early, or has a time, looks often at first: later, a look
  /// is worth less than what it costs.
  func sizes(upTo blockSize: UInt64) -> ClosedRange<UInt64> {
    (mayEndEarly || time != nil ? min(64, blockSize) : blockSize)...blockSize
  }

  /// - Parameters:
  ///   - isOpen: whether more trials are needed although the verdict is decided.
  ///   - judged: what so many trials show; asked only where it may end the run.
  func reason(
    after played: UInt64, _ elapsed: Duration, isOpen: () -> Bool = { false },
    judged: () -> (advantage: Estimate, verdict: Verdict)
  ) -> StopReason? {
    if played >= trials { return .trialsPlayed }
    if let time, elapsed >= time { return .timeUp }
    guard mayEndEarly else { return nil }
    let (advantage, verdict) = judged()
    if let width, advantage.upper - advantage.lower <= width { return .narrowEnough }
    guard whenDecided else { return nil }
    return switch verdict {
    case .boundExceeded, .invalid: .decided
    case .withinBound, .boundAttained, .advantageShown: isOpen() ? nil : .decided
    case .noAdvantageShown, .inconclusive, .forfeit: nil
    }
  }
}
