internal import Foundation
public import Records
internal import Words

/// The theorem for a terminal and as Markdown.
extension TheoremRecord {
  public var text: String { render { $0.text } }
  public var markdown: String { render(code: "```\n\(bound)\n```") { $0.markdown } }
  public var latex: String {
    LaTeX.document(
      title: "The theorem, term by term", isWide: true,
      render(code: LaTeX.code([bound]), words: LaTeX.paragraphs) { $0.latex })
  }

  private func render(code: String? = nil, words: (String) -> String = { $0 }, _ table: (Table) -> String) -> String {
    ([
      code ?? bound, "",
      words("Each term with the attack that shows it, against the whole service; a term counts twice in the bound."), "",
      table(termTable), words(definitions), "", words(differencesText + sampledText + ceilings) + precision(words, table),
      words("All attacks on one domain, under the parameters \(settings): "), "", table(totalTable),
      words("The hops, checked trial by trial where they claim equality:"), "", table(hopTable), words(scaleWords) + "\n",
      table(scaleTable), words(verdict),
    ]).joined(separator: "\n") + "\n"
  }

  private var termTable: Table {
    var table = Table(header: [
      "term", "paid by", "lemma", "attack", "2 × term", "measured", "interval", "attained", "where it dominates", "at most",
    ])
    table.rows = terms.map { term in
      let share = term.together
      return [
        term.symbol, term.hop, term.lemma, term.adversary, share.value.map { Number.power($0) } ?? "assumed",
        Number.power(share.advantage.estimate), Number.powers(share.advantage.lower, share.advantage.upper), attained(share),
        alone(term.alone), term.ceiling.map { Number.percent($0) } ?? "",
      ]
    }
    return table
  }

  /// With three digits where successes are forced.
  private func attained(_ share: Share) -> String {
    if share.chances != nil, let fraction = share.fraction { return shares(fraction) }
    return percent(share.fraction) + (share.sampled == nil ? "" : ", no chance known")
  }

  private func shares(_ fraction: Estimate) -> String {
    "\(Number.share(fraction.estimate)) \(Number.interval(fraction.lower, fraction.upper))"
  }

  /// What is not measured at the sizes of the other rows, and why.
  private var sampledText: String {
    guard !sampled.isEmpty else { return "" }
    let reasons = sampled.map(\.why).eachOnce.map { why in
      "- \(sampled.filter { $0.why == why }.map(\.row).joined(separator: "; ")): \(why)"
    }
    return "No chance known, so that toy primitives are sampled:\n" + reasons.joined(separator: "\n") + "\n" + genericText
  }

  private var genericText: String {
    guard let generic else { return "" }
    return """
      In a generic group of \(generic.bits) bits, where elements are handles, the chance is known (hop \(generic.hop)):
      \(generic.operations) operations find a logarithm with \(Number.power(generic.chance)) by \(generic.attack), and never \
      with more than \(Number.power(generic.bound)).

      """
  }

  /// What the theorem alone says of forced rows: that nothing differs unless it is forced.
  private var differencesText: String {
    let forced = terms.flatMap { [$0.together, $0.alone] }.filter { $0.chances != nil }
    guard !forced.isEmpty else { return "" }
    let (trials, differences) = (forced.reduce(0) { $0 + $1.trials }, forced.reduce(0) { $0 + ($1.differences ?? 0) })
    return
      "Without a forced success the service and the ideal one ended differently in \(differences) of \(Number.grouped(trials)) "
      + "trials.\n"
  }

  /// How near each forced row comes, and what would bring it to a hundredth.
  private func precision(_ words: (String) -> String, _ table: (Table) -> String) -> String {
    var lines = Table(header: ["term", "", "trials", "spread", "half-width", "trials for ± 1 %"])
    lines.rows = terms.flatMap { term in
      [("together", term.together), ("where it dominates", term.alone)].compactMap { name, share in
        guard let chances = share.chances, let spread = chances.spread.advantage, let width = chances.width else { return nil }
        return [
          term.symbol, name, Number.grouped(chances.trials), Number.share(spread), "± \(Number.percent(width, .up))",
          Number.text(chances.trials(within: 0.01, spread)),
        ]
      }
    }
    guard !lines.rows.isEmpty else { return "" }
    return "\n"
      + words(
        "How near that comes: the spread r of one trial over its mean, half the interval over the estimate, and about as many "
          + "trials n as make that ± 1 %, by 4.8·r/√n + 10·range/(mean·n):") + "\n\n" + table(lines)
  }

  private var definitions: String {
    let names = terms.flatMap(\.definitions).eachOnce
    return names.isEmpty
      ? "Each ε is assumed; ε_odh has no row, because nobody finds a logarithm in a real group." : names.joined(separator: "\n")
  }

  /// Why no attack attains a whole term.
  private var ceilings: String {
    guard terms.contains(where: { $0.ceiling != nil }) else { return "" }
    return "At most so much of a term can be attained where it dominates, because\n"
      + terms.map { "- \($0.symbol): \($0.why)" }.joined(separator: "\n") + "\n"
  }

  private func alone(_ share: Share) -> String {
    guard let fraction = share.fraction else { return "≤ \(Number.text(share.advantage.upper, .up))" }
    if share.chances != nil { return shares(fraction) }
    return "\(percent(share.fraction)) [\(Number.percent(fraction.lower, .down)), \(Number.percent(fraction.upper, .up))]"
  }

  private var totalTable: Table {
    var table = Table(header: ["", "bound", "measured", "interval", "attained", "trials"])
    let credits = (total.credits ?? []).map { credit in
      [
        "of these by \(credit.attack)", "", Number.text(Double(credit.trials) / Double(max(1, total.trials))), "", "",
        Number.grouped(credit.trials),
      ]
    }
    table.rows =
      [
        [
          "everything", total.value.map { Number.text($0) } ?? "assumed", Number.text(total.advantage.estimate),
          interval(total.advantage), percent(total.fraction),
          Number.grouped(total.trials),
        ]
      ] + credits
    // At other sizes they are no parts of it.
    guard !isForced else { return table }
    table.rows += [
      [
        "the attacks one by one, summed (no claim of the theorem)", "", Number.text(sumOfShares.estimate),
        interval(sumOfShares), total.value.map { Number.percent(sumOfShares.estimate / $0) } ?? "", "",
      ]
    ]
    return table
  }

  private var hopTable: Table {
    var table = Table(header: ["hop", "adversary", "bad event", "advantage", "bound", "violations", "verdict"])
    let unknown = sampled.map(\.row)
    table.rows = hops.map { run in
      [
        run.game, run.adversary, RunCells.badEvent(run), RunCells.advantage(run), RunCells.bound(run), RunCells.violations(run),
        RunCells.verdict(run) + (unknown.contains("\(run.game), \(run.adversary)") ? ", no chance known" : ""),
      ]
    }
    return table
  }

  private var scaleTable: Table {
    var lines = Table(header: ["term", "factor", "log₂ of the term"])
    lines.rows = (scale.lines.map { ($0.term, $0.factor) } + [("total", scale.total)]).map { term, factor in
      [term, Number.text(factor), String(format: "%.1f", log2(factor) - scale.bits)]
    }
    return lines
  }

  private var scaleWords: String {
    let names = scale.parameters.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", ")
    return "On paper, at \(names), were every ε 2^−\(Number.text(scale.bits)):"
  }

  /// What all rows together come to; the last line carries the confidence and the seed.
  private var verdict: String {
    let confidence = "at family-wise confidence \(Number.confidence(error: alpha))"
    let checked = "\(violations) lockstep violations in \(Number.grouped(pairedTrials)) paired trials; seed \(seed)"
    let bounds = BoundWords.summary(rows.map { ($0.name, $0.standing, $0.ceiling) }).map { ["\($0)."] } ?? []
    return (broken.map { "broken in \($0)" } + bounds + ["\(conclusion) \(confidence) | \(checked)"]).joined(separator: "\n")
  }

  private var conclusion: String {
    func rows(_ verdicts: Verdict.Kind...) -> Int { self.rows.count { row in verdicts.contains(row.verdict) } }
    let (invalid, exceeded, shown) = (rows(.invalid, .forfeit), rows(.boundExceeded), rows(.advantageShown))
    if invalid > 0 { return "invalid: \(invalid) runs failed their own checks," }
    if exceeded > 0 { return "boundExceeded: \(exceeded) runs," }
    if shown > 0 { return "advantageShown: \(shown) runs against an assumed ε," }
    if outcome.status == .inconclusive {
      let runs =
        undecided == 1 ? "1 run is too short to show that it keeps" : "\(undecided) runs are too short to show that they keep"
      return "inconclusive: nothing exceeds its bound, but \(runs) it,"
    }
    if outcome.status == .notMet { return "not met: \(outcome.why ?? "")," }
    guard total.value != nil else {
      return
        "noAdvantageShown: no interval of an advantage reaches above "
        + "\(Number.text(self.rows.map(\.advantage.upper).max() ?? 1, .up))"
        + (broken.isEmpty
          ? "," : ", though \(broken.count) \(broken.count == 1 ? "hop breaks" : "hops break") what is assumed of an ε,")
    }
    return "withinBound: nothing is shown to exceed its bound,"
  }

  private var settings: String {
    total.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
  private func interval(_ estimate: Estimate) -> String { Number.interval(estimate.lower, estimate.upper) }
  private func percent(_ estimate: Estimate?) -> String { estimate.map { Number.percent($0.estimate) } ?? "" }
}
