public import Records
internal import Reports
internal import Words

extension Page {
  /// A part of a report: one record with what is to be said beside it.
  public enum ReportPart: Sendable {
    /// - Parameters:
    ///   - title, claim: of the game or hop; nil for one that this program does not have.
    ///   - trial: the trial of its token; nil where it is not played again.
    case run(RunRecord, about: (title: String, claim: String)?, trial: TrialRecord?)
    /// - Parameter rules: the rules by name, in words.
    case attack(ScenarioRecord, rules: [String: String])
    case theorem(TheoremRecord)
    case byHand(HandRecord)
    case sweep(SweepRecord)
    /// A campaign with its rows, which are as runs are.
    case campaign(CampaignRecord, rows: [ReportPart])

    var title: String {
      switch self {
      case .run(let run, _, _): "\(run.game), \(run.adversary)"
      case .attack(let record, _): record.title
      case .theorem: "The theorem"
      case .byHand(let record): "\(record.game), by hand"
      case .sweep(let record): "\(record.game), \(record.adversary): \(record.parameters.joined(separator: ", "))"
      case .campaign(let record, _): "Campaign \(record.plan.prefix(12))…"
      }
    }
  }

  /// Records as one page that needs no other file.
  /// - Parameters:
  ///   - parts: each with the file that it was read from.
  ///   - made: the program that makes the page, with its version.
  public static func report(_ parts: [(file: String, part: ReportPart)], made: String) -> Page {
    let contents = parts.enumerated().map { number, item -> HTML in
      "<li><a href=\"#part-\(number + 1)\">\(item.part.title)</a></li>\n"
    }
    let sections = parts.enumerated().map { number, item -> HTML in
      """
      <section id="part-\(number + 1)"><h2>\(item.part.title)</h2><p class="small">From <code>\(item.file)</code></p>
      \(item.part.html)</section>

      """
    }
    let list: HTML = parts.count > 1 ? "<ol>\(contents)</ol>" : .nothing
    return Page(
      "Report", in: nil,
      body: """
        <h1>Report</h1>\(list)\(sections)
        <p class="small">Made by \(made), from records of format \(JSON.format).</p>
        """)
  }
}

extension Page.ReportPart {
  fileprivate var html: HTML {
    switch self {
    case .run(let run, let about, let trial): Self.html(run, about, trial)
    case .attack(let record, let rules): Self.html(record, rules)
    case .theorem(let record):
      """
      \(TheoremPlot(record).svg.map(Self.figure) ?? .nothing)
      \(HTML.scrolling("The theorem", Markdown(topLevel: 3).html(record.markdown)))
      """
    case .byHand(let record): Markdown(topLevel: 2).html(record.markdown)
    case .sweep(let record):
      "\(Self.figure(SweepPlot(record).svg))\(HTML.scrolling("Points", Markdown(topLevel: 3).html(record.markdown)))"
    case .campaign(let record, let rows):
      """
      \(HTML.scrolling("Campaign", Markdown(topLevel: 3).html(record.markdown)))
      \(rows.map { "<details><summary>\($0.title)</summary>\($0.html)</details>\n" as HTML })
      """
    }
  }

  private static func html(_ run: RunRecord, _ about: (title: String, claim: String)?, _ trial: TrialRecord?) -> HTML {
    let claim: HTML =
      about.map { about in
        let lines = about.claim.split(separator: "\n").map { "<p>\($0)</p>" as HTML }
        return "<h3>What is claimed</h3><p><strong>\(about.title)</strong></p>\(lines)"
      } ?? "<p>This program has no game or hop of this name, and so no claim of it.</p>"
    let settings = run.parameters.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    let shown: HTML = trial.map { "<h3>Its trial</h3>\($0.html)" } ?? .nothing
    return """
      \(claim)<h3>What was seen</h3><p>Adversary <code>\(run.adversary)</code> on the suite <code>\(run.suite)</code>, \
      <code>\(settings)</code>, seed \(run.seed), coins <code>\(run.generator)</code>; error probability \
      \(Number.text(run.alpha)) at most.</p>
      \(run.html())<p>It comes to: \(run.outcome.status.words)\(run.outcome.why.map { ", \($0)" } ?? "").</p>\(shown)
      """
  }

  private static func html(_ record: ScenarioRecord, _ rules: [String: String]) -> HTML {
    let refusals = record.lines.flatMap(\.refusals) + record.policy.without
    let rows = refusals.eachOnce.map { rule -> HTML in
      let state: HTML = record.policy.without.contains(rule) ? " <strong class=\"badge\">left out</strong>" : .nothing
      return "<dt><code>\(rule)</code>\(state)</dt><dd>\(rules[rule] ?? "a rule that this program does not have")</dd>\n"
    }
    let list: HTML = rows.isEmpty ? .nothing : "<h3>Rules that matter here</h3><dl class=\"list\">\(rows)</dl>"
    return """
      <p>\(record.story)</p><p class="verdict">Under \(record.policy.words), on the suite <code>\(record.suite)</code>: \
      <strong>\(record.verdict)</strong>.</p>\(figure(record.svg))\(list)
      <details><summary>The same in words</summary><pre>\(record.text)</pre></details>

      """
  }

  private static func figure(_ svg: String) -> HTML { "<figure>\(HTML.scrolling("Picture", HTML(markup: svg)))</figure>" }
}
