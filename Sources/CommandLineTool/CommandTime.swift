/// The time of `--budget`, which is the command's: each of its runs gets an equal part of what is left, so that one that is done
/// early leaves the others more.
struct CommandTime {
  private let end: ContinuousClock.Instant?

  /// It begins now.
  init(_ time: Duration?) { end = time.map { .now + $0 } }

  /// What the next of so many runs may take; nil without a limit.
  func share(among runs: Int) -> Duration? { end.map { max(.zero, ($0 - .now) / max(1, runs)) } }
}
