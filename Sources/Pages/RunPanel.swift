public import Records
internal import Reports
internal import Words

extension RunRecord {
  /// What a run has shown: verdict, interval beside the bound, counters, and how to see it again.
  /// - Parameters:
  ///   - exact: the exact value, where a closed formula is known.
  ///   - trial: the address of the trial that its token stands for; nil where nobody could show it.
  public func html(exact: Double? = nil, trial: String? = nil) -> HTML {
    let rows: [(String, HTML)] = counters + judged
    let cells = rows.map { name, words in "<tr><th scope=\"row\">\(name)</th><td>\(words)</td></tr>\n" as HTML }
    let opens: HTML = trial.map { "<p><a href=\"\($0)\">\(trialWords)</a></p>" } ?? .nothing
    return """
      <p class="verdict \(verdict.rawValue)"><strong>\(verdict.rawValue)</strong>: \(HTML.prose(reason))</p>
      \(IntervalPicture(advantage: advantage, bound: bound?.value, exact: exact).html)
      <table class="facts"><caption class="unseen">What was counted and judged</caption><tbody>\(cells)</tbody></table>
      \(opens)<p>Replay: <code class="long">\(CommandWords.replay(telling))</code></p>
      <details><summary>What this does not show</summary><p>\(verdict.rawValue): \(verdict.meaning).</p>
      <p>The run is wrong with probability \(Number.text(alpha)) at most, all its statements together. So many trials could have
      shown an advantage of \(Number.text(smallestShowable)) at the smallest. Another adversary may do better.</p></details>

      """
  }

  /// The token of the trial that is worth seeing.
  public var telling: String { chances?.replay ?? replay }

  /// Which trial its token stands for.
  private var trialWords: String {
    if chances?.replay != nil { return "Open the trial of the first contradiction in the account of chances, step by step" }
    return lockstep.violations > 0
      ? "Open the trial of the first violation, step by step"
      : bad.count > 0 ? "Open a trial with the bad event, step by step" : "Open the first trial, step by step"
  }

  private var counters: [(String, HTML)] {
    var rows: [(String, HTML)] = [("trials", "\(Number.grouped(trials)), stopped: \(stopped.rawValue)")]
    if let badEvent {
      rows.append(
        ("bad event", "\(Number.grouped(bad.count)) trials, in \(Number.interval(bad.lower, bad.upper)): \(badEvent)"))
    }
    if lockstep.trials > 0 {
      let first = lockstep.first.map { "; first: \($0)" } ?? ""
      rows.append(
        (
          "lockstep",
          "\(Number.grouped(lockstep.violations)) violations in \(Number.grouped(lockstep.trials)) paired trials\(first)"
        ))
    }
    rows.append(("forfeits", "\(Number.grouped(forfeits))\(firstForfeit.map { "; first: \($0)" } ?? "")"))
    for credit in credits ?? [] { rows.append(("shown by \(credit.attack)", "\(Number.grouped(credit.trials))")) }
    return rows
  }

  private var judged: [(String, HTML)] {
    var rows: [(String, HTML)] = []
    if let bound {
      rows.append(("bound", "\(bound.expression) = \(bound.value.map { Number.text($0) } ?? "not known: an ε in it is assumed")"))
    }
    if let chances {
      rows.append(("judged by", "chances: \(chances.why)"))
      if let first = chances.first { rows.append(("contradictions", "\(chances.violations); first: \(first)")) }
      rows += chances.kinds.map { ("chance of \($0.kind)", "\(Number.text($0.mean)) a trial") }
    }
    if let twin { rows.append(("twin", "\(twin): \((twinMeaning ?? .plantedDefect).words)")) }
    if let reduction {
      rows.append(("reduction", "\(reduction.claim): \(reduction.verdict.rawValue) (\(reduction.reason))"))
    }
    for link in chain ?? [] { rows.append(("\(link.from) to \(link.to)", "\(link.verdict.rawValue): \(link.reason)")) }
    let dead = canaries.filter { !$0.isAlive }.map(\.name)
    rows.append(("canaries", dead.isEmpty ? "\(canaries.count) alive" : "dead: \(dead.joined(separator: ", "))"))
    if let rate = trialsPerSecond.flatMap({ UInt64(exactly: $0.rounded()) }) {
      rows.append(("speed", "\(Number.grouped(rate)) trials a second"))
    }
    return rows
  }
}
