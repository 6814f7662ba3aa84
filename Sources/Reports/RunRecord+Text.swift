public import Records
internal import Words

extension RunRecord {
  /// The run for a terminal; the last line says it all: verdict, interval, trials, seed, why it stopped, how to replay.
  public var text: String {
    var lines = [
      "\(hop == nil ? "game" : "hop ")       \(game)",
      "adversary  \(adversary)",
      "suite      \(suite)   \(settings)",
    ]
    if let twin {
      lines.append("twin       \(twin): \((twinMeaning ?? .plantedDefect).words)")
    }
    lines += [
      "",
      "advantage  \(chances == nil ? Number.text(advantage.estimate) : Number.both(advantage.estimate))   in \(interval)",
    ]
    if badEvent != nil {
      lines.append(
        "bad event  \(Number.grouped(bad.count)) of \(Number.grouped(trials))   in \(Number.interval(bad.lower, bad.upper))")
    }
    lines += (credits ?? []).enumerated().map {
      "\($0 == 0 ? "shown by" : "        ")   \($1.attack) \(Number.grouped($1.trials))"
    }
    if let chances { lines += chances.lines(bound?.value, hasBadEvent: badEvent != nil) }
    if let bound {
      let value = bound.value.map { Number.both($0) + ($0 >= 1 ? " (vacuous)" : "") } ?? "not known: an ε in it is assumed"
      lines.append("bound      \(bound.expression)\(value == bound.expression ? "" : " = \(value)")")
      lines += bound.definitions.map { "           \($0)" }
    }
    if lockstep.trials > 0 {
      lines.append("lockstep   \(lockstep.violations) violations in \(Number.grouped(lockstep.trials)) paired trials")
      if let first = lockstep.first { lines.append("           first: \(first)") }
    }
    if let reduction {
      lines += ["reduction  \(reduction.claim)", "           \(Self.sides(reduction)): \(Self.words(reduction))"]
      if let exactly = reduction.exactly {
        lines.append("           the right side is to be the mean number of places: \(Number.text(exactly))")
      }
      if let resources = reduction.resources { lines.append("resources  \(WorkWords.text(resources))") }
    }
    for (index, link) in (chain ?? []).enumerated() { lines += LinkWords.lines(link, number: index + 1) }
    if forfeits > 0 {
      lines.append("forfeits   \(Number.grouped(forfeits)) trials\(firstForfeit.map { "; first: \($0)" } ?? "")")
    }
    lines.append("canaries   \(canaries.map { "\($0.name) \($0.isAlive ? "alive" : "DEAD")" }.joined(separator: ", "))")
    if let rate = trialsPerSecond.flatMap({ UInt64(exactly: $0.rounded()) }) {
      lines.append("speed      \(Number.grouped(rate)) trials a second")
    }
    lines += ["", "\(verdict): \(reason)"]
    if outside?.stateful == true { lines.append("stateful: the adversary may have learnt from one trial for the next") }
    lines += [lastLine, ""]
    return lines.joined(separator: "\n")
  }

  /// Both sides, each with its interval where they are to be equal.
  private static func sides(_ reduction: ReductionRecord) -> String {
    let (left, right, loss) = (reduction.source, reduction.target, reduction.loss)
    let product = "\(Number.text(loss))·\(Number.text(right.estimate))"
    guard reduction.exactly != nil else { return "left \(Number.text(left.estimate)), right \(product)" }
    return "left \(Number.text(left.estimate)) in \(Number.interval(left.lower, left.upper)), right \(product) = "
      + "\(Number.text(loss * right.estimate)) in \(Number.interval(loss * right.lower, loss * right.upper))"
  }

  private static func words(_ reduction: ReductionRecord) -> String { "\(reduction.verdict.rawValue) (\(reduction.reason))" }

  private var settings: String {
    parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private var interval: String {
    "\(Number.interval(advantage.lower, advantage.upper)) at confidence \(Number.confidence(error: advantage.error))"
  }

  /// How the adversary was let play, where the verdict does not mean what it usually does.
  var manner: String { outside?.stateful == true ? " (stateful)" : "" }

  private var lastLine: String {
    """
    \(verdict)\(manner)\(shown) | advantage \(interval) | \(Number.grouped(trials)) trials | seed \(seed) | \
    stopped: \(stopped.rawValue) | \
    \(CommandWords.replay(replay))
    """
  }

  /// What the verdict has shown of the bound, and what it all comes to where that is not the verdict's own reason.
  private var shown: String {
    let judging = chances.flatMap { $0.advantage == advantage ? $0 : nil }
    let share = judging?.share(of: bound?.value).map { ", the advantage is \($0)" } ?? ""
    let bound = (BoundWords.shown(standing, ceiling).map { ", \($0)" } ?? "") + share
    guard let why = outcome.why else { return bound + (expected == nil ? "" : ", as expected") }
    if outcome == .interrupted || why == reason { return bound }
    return bound + (outcome.status.words == verdict.rawValue ? ": \(why)" : ", \(outcome.status.words): \(why)")
  }
}
