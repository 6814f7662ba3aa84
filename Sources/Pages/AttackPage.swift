public import Records
internal import Words

extension Page {
  /// All scenarios.
  public static func attacks(_ scenarios: [(name: String, title: String)], _ links: Links) -> Page {
    let rows = scenarios.map {
      "<dt><a href=\"\(links.to("/attack/\($0.name)"))\">\($0.name)</a></dt><dd>\(HTML.prose($0.title))</dd>\n" as HTML
    }
    let moves: HTML =
      links.areServed ? "<p><a href=\"/moves\">Or choose each move yourself</a>, among those of the search.</p>" : .nothing
    return Page(
      "Attacks", in: .attacks,
      body: """
        <h1>Attacks, step by step</h1>\(moves)
        <p>Each is a \(links.word("scenario")): who takes part, what is tried, and which \(links.word("rule")) refuses \
        it. Open one, take that rule out, and watch the attack succeed.</p><dl class="list">\(rows)</dl>
        \(command(CommandWords.line("list", "scenarios")))
        """)
  }

  /// What the page of a scenario offers beside its record.
  public struct AttackChoices: Sendable {
    /// Of the intact policy, and the weaker ones.
    public let rules: [Rule]
    public let suites: [String]
    /// The change under which the scenario is known to end otherwise.
    public let twin: PolicySelection?
    /// How many moves it has; what was played may be fewer.
    public let command: String

    public init(rules: [Rule], suites: [String], twin: PolicySelection?, command: String) {
      (self.rules, self.suites, self.twin, self.command) = (rules, suites, twin, command)
    }
  }

  /// A scenario as it was played under a policy.
  public static func attack(_ record: ScenarioRecord, _ choices: AttackChoices, _ links: Links) -> Page {
    let path = "/attack/\(record.scenario)"
    let words = Dictionary(choices.rules.map { ($0.name, $0.words) }) { first, _ in first }
    let table = steps(record, words, links, offersChange: links.areServed)
    let picture =
      links.areServed ? "\(path).svg\(query(record))" : Links.file("\(path)\(record.policy.isIntact ? "" : twinEnding).svg")
    let drawn: HTML = "<img alt=\"Sequence diagram of the steps in the table below\" src=\"\(picture)\">"
    let form: HTML = links.areServed ? controls(record, choices) : .nothing
    let people = (record.cast + record.trusts).map { "<li>\(HTML.prose($0))</li>" as HTML }
    return Page(
      record.scenario, in: .attacks,
      body: """
        <h1><code>\(record.scenario)</code> <small>\(HTML.prose(record.title))</small></h1><p>\(HTML.prose(record.story))</p>
        <p class="verdict \(record.broken.isEmpty ? "withinBound" : "boundExceeded")" id="result" data-state="ended">Under \
        \(record.policy.words): <strong>\(record.verdict)</strong>.\(cryptography(record))</p>
        \(hint(record, choices, links))\(form)
        <figure>\(HTML.scrolling("Sequence diagram", drawn))</figure>\(HTML.scrolling("Steps", table))
        <details open><summary>Who has what, after each step</summary>\(holdings(record))</details>
        <details><summary>Who takes part</summary><ul>\(people)</ul></details>
        \(command(choices.command))\(save(record, links))\(goOn(record, links))
        """)
  }

  /// What the primitives have to do with the end.
  static func cryptography(_ record: ScenarioRecord) -> HTML {
    record.broken.isEmpty
      ? .nothing : " The cryptography of <code>\(record.suite)</code> does not stop it; a rule has to."
  }

  /// The steps as a table.
  /// - Parameter rules: in words, by name.
  /// - Parameter offersChange: whether a refusing rule can be taken out by a link.
  static func steps(_ record: ScenarioRecord, _ rules: [String: String], _ links: Links, offersChange: Bool) -> HTML {
    """
    <table class="steps"><caption>Step by step</caption><thead><tr><th scope="col">#</th><th scope="col">who</th>
    <th scope="col">step</th><th scope="col">what became of it</th></tr></thead>\
    <tbody>\(record.lines.map { row($0, rules, record, links, offersChange) })</tbody></table>
    """
  }

  /// What everybody has after each step: time across, who acts down, and what is new marked.
  static func holdings(_ record: ScenarioRecord) -> HTML {
    let heads = record.lines.map { "<th scope=\"col\">\($0.number) <small>\(HTML.prose($0.label))</small></th>" as HTML }
    let rows = record.actors.map { actor -> HTML in
      var things: [String] = []
      let cells = record.lines.map { line -> HTML in
        let changes = (line.changes ?? []).filter { $0.actor == actor.name }
        let (gains, losses) = (changes.map(\.gains), changes.compactMap(\.loses))
        things = things.filter { !losses.contains($0) } + gains
        let kept = things.filter { !gains.contains($0) }.map { HTML.prose($0) }
        let new = losses.map { "<del>\(HTML.prose($0))</del>" as HTML } + gains.map { "<ins>\(HTML.prose($0))</ins>" }
        return "<td\(changes.isEmpty ? "" : " class=\"changed\"" as HTML)>\((kept + new).map { "\($0)<br>" as HTML })</td>"
      }
      let kind = actor.kind.map { " <small>\(actor.side == .adversary ? $0 : "\(actor.side.rawValue) \($0)")</small>" as HTML }
      return "<tr><th scope=\"row\">\(actor.name)\(kind ?? .nothing)</th>\(cells)</tr>\n"
    }
    return HTML.scrolling(
      "Who has what",
      """
      <table class="holdings"><caption>New things are <ins>marked</ins>; a refused step gives nothing but signatures</caption>
      <thead><tr><th scope="col">who</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
      """)
  }

  private static func save(_ record: ScenarioRecord, _ links: Links) -> HTML {
    guard links.areServed else { return .nothing }
    return """
      <p><a download href="/attack/\(record.scenario).yaml\(query(record))">Save as a scenario file</a> that states this end:
      <code>\(CommandWords.line("check", "\(record.scenario).yaml"))</code> holds it.</p>
      """
  }

  /// The moves of the search after one of its steps.
  private static func goOn(_ record: ScenarioRecord, _ links: Links) -> HTML {
    guard links.areServed else { return .nothing }
    let steps = record.lines.map { PlayFacts.Named("\(record.scenario).\($0.number)", "\($0.number)") }
    return """
      <form method="get" action="/moves"><p class="actions">\(hidden(record.policy.fields))<label>Go on by yourself after step \
      <select name="from">\(options(steps, steps.last?.name ?? ""))</select></label> <button>Your moves</button></p></form>

      """
  }

  private static func query(_ record: ScenarioRecord) -> String { query(record, under: record.policy) }

  /// On the suite of the record.
  private static func query(_ record: ScenarioRecord, under policy: PolicySelection) -> String {
    Links.address("", policy.fields + [(name: "suite", value: record.suite)])
  }

  /// In a folder of files: what follows the name of a scenario under the policy of its twin.
  public static let twinEnding = ".twin"

  /// What to try next.
  private static func hint(_ record: ScenarioRecord, _ choices: AttackChoices, _ links: Links) -> HTML {
    guard links.areServed else {
      let (path, other) = ("/attack/\(record.scenario)", record.policy.isIntact ? choices.twin?.words : "the intact policy")
      return other.map {
        "<p><a href=\"\(links.to(path + (record.policy.isIntact ? twinEnding : "")))\">The same under \($0)</a></p>"
      }
        ?? .nothing
    }
    if !record.policy.isIntact {
      return """
        <p><a href="/attack/\(record.scenario)\(query(record, under: .intact))">Put everything back: the intact policy</a></p>
        """
    }
    guard let twin = choices.twin else { return .nothing }
    return "<p><a href=\"/attack/\(record.scenario)\(query(record, under: twin))\">Play it under \(twin.words)</a></p>"
  }

  private static func controls(_ record: ScenarioRecord, _ choices: AttackChoices) -> HTML {
    let asked = Set(record.lines.flatMap(\.refusals) + record.policy.without + record.policy.with)
    func box(_ rule: Rule) -> HTML {
      let isOut = rule.weakens == nil ? record.policy.without.contains(rule.name) : record.policy.with.contains(rule.name)
      let checked: HTML = isOut ? " checked" : ""
      let refuses: HTML =
        asked.contains(rule.name) && !isOut ? " <strong class=\"badge\">refuses here</strong>" : .nothing
      return """
        <label class="choice"><input type="checkbox" name="\(rule.weakens == nil ? "without" : "with")" \
        value="\(rule.name)"\(checked)> \
        <span><code>\(rule.name)</code>\(refuses) \(HTML.prose(rule.words))</span></label>

        """
    }
    let intact = choices.rules.filter { $0.weakens == nil }
    let relevant = intact.filter { asked.contains($0.name) }
    let rest = intact.filter { !asked.contains($0.name) }
    let suites = choices.suites.map { suite -> HTML in
      let selected: HTML = suite == record.suite ? " selected" : ""
      return "<option\(selected)>\(suite)</option>"
    }
    let first: HTML = relevant.isEmpty ? .nothing : "\(relevant.map(box))"
    return """
      <form class="policy" method="get" action="/attack/\(record.scenario)"><fieldset><legend>Take a rule out</legend>\(first)
      <details><summary>\(relevant.isEmpty ? "All" : "All other") rules</summary>\(rest.map(box))</details>
      <details><summary>Weaker rules, to put in</summary>\(choices.rules.filter { $0.weakens != nil }.map(box))</details>\
      </fieldset>
      <div class="fields"><label><span>primitives</span><select name="suite">\(suites)</select></label></div>
      <p class="actions"><button class="run">Play it <kbd class="script">Space</kbd></button></p></form>

      """
  }

  private static func row(
    _ line: ScenarioRecord.Line, _ rules: [String: String], _ record: ScenarioRecord, _ links: Links, _ offersChange: Bool
  ) -> HTML {
    let refusals = line.refusals.map { rule -> HTML in
      let less = PolicySelection(without: record.policy.without + [rule], with: record.policy.with)
      let out: HTML =
        offersChange && !record.policy.without.contains(rule)
        ? " <a href=\"/attack/\(record.scenario)\(query(record, under: less))\">take it out</a>" : .nothing
      return """
        <div class="refusal"><a href="\(links.to("/rules"))#\(rule)"><code>\(rule)</code></a>\
        : \(rules[rule] ?? "")\(out)</div>
        """
    }
    let mark: HTML =
      switch line.result {
      case .accepted: "<span class=\"badge ok\">✓ accepted</span>"
      case .refused: "<strong class=\"badge\">✗ refused</strong>"
      case .impossible: "<span class=\"badge\">– impossible</span>"
      }
    let falls = line.violations.map {
      "<div class=\"verdict boundExceeded\">breaks <strong>\($0.property.rawValue)</strong>: \(HTML.prose($0.words))</div>"
        as HTML
    }
    let reason: HTML = line.reason.map { "<div>\(HTML.prose($0))</div>" } ?? .nothing
    let notes = line.notes.map { "<div class=\"small\">\(HTML.prose($0))</div>" as HTML }
    let kind = line.violations.isEmpty ? "\(line.result.rawValue)" : "bad"
    return """
      <tr class="\(kind)"><th scope="row">\(line.number)</th><td>\(line.from) → \(line.to)</td><td>\
      \(HTML.prose(line.words))\(notes)</td>
      <td>\(mark)\(reason)\(refusals)\(falls)</td></tr>

      """
  }
}
