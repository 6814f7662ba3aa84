internal import Records
internal import Words

extension Page {
  /// Next moves as links, and what each rule refuses here.
  public static func moves(_ state: SearchState) -> Page {
    let back: HTML =
      state.path.isEmpty
      ? .nothing
      : """
      <a rel="prev" href="\(state.address(state.path.dropLast()))">← one step back <kbd class="script">[</kbd></a>
      <a href="\(state.address([]))">from the beginning</a>
      """
    let rules = Dictionary(state.rules.map { ($0.name, $0.words) }) { first, _ in first }
    return Page(
      "Your moves", in: .attacks, isUnfinished: state.search.run.isPlaying,
      body: """
        <h1>Your moves</h1>
        <p>You are the adversary, who schedules everything. These are the moves that the search tries, state by state, in a \
        \(Links.served.word("scope")) of \(state.scope).</p>
        <form class="policy" method="get" action="/moves"><details>\
        <summary>Under \(state.policy.words): change it</summary><fieldset><legend>Take rules out</legend>\
        \(state.rules.filter { $0.weakens == nil }.map { box($0, state.policy) })</fieldset></details>
        \(beginning(state))
        <p class="actions"><button>Begin with these settings</button></p></form>
        \(soFar(state, rules))<nav class="neighbours" aria-label="Steps">\(back)</nav>
        \(next(state))\(refused(state, rules))\(allOrders(state, rules))
        """)
  }

  /// The scope as fields, or the scenario that it is of.
  private static func beginning(_ state: SearchState) -> HTML {
    if let beginning = state.beginning {
      let parts = beginning.split(separator: ".")
      return """
        <p>It begins after step \(parts.last ?? "") of <a href="\(Links.address("/attack/\(parts[0])", state.policy.fields))">\
        <code>\(parts[0])</code></a>, in the search’s names, and with all signatures that are to be had; \
        <a href="/moves">begin with nothing</a>.</p>\(hidden([("from", beginning)]))
        """
    }
    return """
      <details\(state.fields.isEmpty ? "" : " open")><summary>Another scope</summary><p class="small">An \
      \(Links.served.word("entity")) is \(Links.served.word("genuine")), or \(Links.served.word("rogue")); of genuine \
      operators some are \(Links.served.word("dishonest operator", as: "dishonest")).</p>
      <div class="fields">\(state.parts.map(field))</div></details>
      """
  }

  private static func field(_ field: ScopeField) -> HTML {
    let words: HTML = "<span><code>\(field.name)</code> \(HTML.prose(field.meaning))</span>"
    switch field.value {
    case .number(let number, let range):
      return """
        <label>\(words)<input type="number" name="\(field.name)" value="\(number)" min="\(range.lowerBound)" \
        max="\(range.upperBound)" required></label>

        """
    case .text(let text): return "<label>\(words)<input name=\"\(field.name)\" value=\"\(text)\"></label>\n"
    case .flag(let isSet):
      let checked: HTML = isSet ? " checked" : ""
      return """
        <label class="choice"><input type="checkbox" name="\(field.name)" value="true"\(checked)> \(words)</label>

        """
    }
  }

  private static func box(_ rule: Rule, _ policy: PolicySelection) -> HTML {
    let checked: HTML = policy.without.contains(rule.name) ? " checked" : ""
    return """
      <label class="choice"><input type="checkbox" name="without" value="\(rule.name)"\(checked)> \
      <span><code>\(rule.name)</code> \(HTML.prose(rule.words))</span></label>

      """
  }

  private static func soFar(_ state: SearchState, _ rules: [String: String]) -> HTML {
    guard let record = state.record else { return "<p>Nothing has been done yet.</p>\n" }
    let (drawn, saved) = (state.address(state.path, ending: ".svg"), state.address(state.path, ending: ".yaml"))
    let picture: HTML = "<img alt=\"Sequence diagram of the steps in the table below\" src=\"\(drawn)\">"
    let trusts = record.trusts.map { "<li>\(HTML.prose($0))</li>" as HTML }
    return """
      <section><h2>So far</h2>
      <p class="verdict \(record.broken.isEmpty ? "withinBound" : "boundExceeded")" id="so-far">\
      <strong>\(record.verdict)</strong>.</p>
      \(HTML.scrolling("Steps", steps(record, rules, .served, offersChange: false)))
      <details><summary>Who has what, after each step</summary>\(holdings(record))</details>
      <details><summary>As a picture</summary><figure>\(HTML.scrolling("Sequence diagram", picture))</figure></details>
      <details open><summary>What the trusts list</summary><ul>\(trusts)</ul></details>
      <p><a download href="\(saved)">Save as a scenario file</a>: \
      <code>\(CommandWords.line("attack", "by-hand.yaml"))</code> plays it.</p></section>

      """
  }

  private static func next(_ state: SearchState) -> HTML {
    if let record = state.record, !record.broken.isEmpty {
      return "<p>A property has fallen: the search goes no further from here.</p>\n"
    }
    let items = state.moves.enumerated().map { number, move -> HTML in
      let trusts = move.trusts.map { "<div class=\"small\">\(HTML.prose($0))</div>" as HTML }
      let falls = move.broken.map { " <strong class=\"badge\">breaks \($0.rawValue)</strong>" as HTML }
      return """
        <li><a href="\(state.address(state.path + [number]))">\(HTML.prose(move.words.joined(separator: "; then ")))</a>\
        \(falls)\(trusts)</li>

        """
    }
    let list: HTML = items.isEmpty ? "<p>Nothing new can be done.</p>" : "<ol start=\"0\" class=\"moves\">\(items)</ol>"
    return "<section><h2>What you can do</h2>\(list)</section>\n"
  }

  private static func refused(_ state: SearchState, _ rules: [String: String]) -> HTML {
    let rows = state.refused.map { refused -> HTML in
      let examples = refused.examples.map { "<li>\(HTML.prose($0))</li>" as HTML }
      let out = PolicySelection(without: state.policy.without + [refused.rule], with: state.policy.with)
      return """
        <dt><a href="/rules#\(refused.rule)"><code>\(refused.rule)</code></a></dt><dd>\(HTML.prose(rules[refused.rule] ?? ""))
        <a href="\(Links.address("/moves", state.fields([], under: out)))">Begin without it</a>
        <details><summary>\(refused.count) refused</summary><ul>\(examples)</ul></details></dd>

        """
    }
    guard !rows.isEmpty else { return .nothing }
    return """
      <section><h2>What is refused here, and by which rule</h2><dl class="list">\(rows)</dl></section>

      """
  }
}
