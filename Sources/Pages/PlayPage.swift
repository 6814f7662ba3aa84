internal import Records
internal import Reports
public import Teaching
internal import Words

extension Page {
  /// The page of a game or a hop.
  public static func play(_ facts: PlayFacts, listing: Listing?, _ state: PlayState, _ links: Links) -> Page {
    let games: HTML = listing.map { "<section><h2>The games</h2>\($0.html(links))</section>\n" } ?? .nothing
    let watch: HTML = links.areServed ? controls(facts, state) : .nothing
    let tabs: HTML = links.areServed ? Way.tabs(.watch, state.address) : .nothing
    return Page(
      facts.name, in: .games, isUnfinished: state.run.isPlaying,
      body: """
        \(neighbours(facts, links))<h1><code>\(facts.name)</code> <small>\(HTML.prose(facts.title))</small></h1>
        \(tabs)<p class="claim">\(HTML.prose(facts.claim))</p>
        \(bound(facts, state, links))
        \(games)<section><h2>Watch</h2>\(watch)\(result(facts, state, links))</section>
        \(more(facts, links))
        """)
  }

  private static func neighbours(_ facts: PlayFacts, _ links: Links) -> HTML {
    func link(_ other: PlayFacts.Named?, _ relation: String, _ arrow: String) -> HTML {
      other.map {
        """
        <a rel="\(relation)" href="\(links.to(Links.path(kind: facts.kind, name: $0.name)))">\(arrow) \($0.name) \
        <kbd class="script">\(relation == "prev" ? "[" : "]")</kbd></a>
        """
      } ?? .nothing
    }
    return """
      <nav class="neighbours" aria-label="Neighbours">\(link(facts.previous, "prev", "←")) \(link(facts.next, "next", "→"))</nav>

      """
  }

  static func bound(_ facts: PlayFacts, _ state: PlayState, _ links: Links) -> HTML {
    let value = state.boundValue.map { Number.text($0) } ?? "not known: an ε in it is assumed"
    let vacuous = (state.boundValue ?? 0) >= 1 ? " (vacuous: no run can exceed it)" : ""
    let definitions = facts.bound.definitions.map { "<li><code>\($0)</code></li>" as HTML }
    let formula = facts.bound.mathML(under: state.parameters.mapValues(Double.init))
    let line: HTML = """
      <p>\(links.word("advantage", as: "Advantage")) at most \(HTML(markup: formula)) = <output>\(value)\(vacuous)</output>
      <span class="unseen">(\(facts.bound.description))</span></p>
      """
    let reduction: HTML = facts.reduction.map { "<p>Its reduction claims \(HTML.prose($0)).</p>" } ?? .nothing
    return """
      <div id="bound" class="bound">\(HTML.scrolling("The bound", line))<ul>\(definitions)</ul>\(reduction)</div>

      """
  }

  private static func more(_ facts: PlayFacts, _ links: Links) -> HTML {
    let rows = facts.adversaries.map { "<dt><code>\($0.name)</code></dt><dd>it \(HTML.prose($0.title))</dd>\n" as HTML }
    let bad: HTML = facts.badEvent.map { "<p>The \(links.word("bad event")): \(HTML.prose($0)).</p>" } ?? .nothing
    return """
      <section><h2>Adversaries</h2><dl>\(rows)</dl></section>
      <section><h2>Where it is from</h2><p>\(HTML.prose(facts.source)).</p>\(bad)</section>
      """
  }

  // MARK: The run

  private static func controls(_ facts: PlayFacts, _ state: PlayState) -> HTML {
    let numbers = facts.parameters.map { parameter in
      number(
        parameter, state,
        slider: """
          <input type="range" class="script" data-slides="set-\(parameter.name)" min="0" max="1000" \
          aria-label="\(parameter.name), to slide">
          """)
    }
    let guesses = Guess.allCases.map { guess -> HTML in
      let checked: HTML = state.fields["guess"] == guess.rawValue ? " checked" : ""
      return """
        <label class="choice"><input type="radio" name="guess" value="\(guess.rawValue)"\(checked)>\
         \(guess.words)</label>
        """
    }
    return """
      <p class="small">An \(Links.served.word("adversary")) plays so many \(Links.served.word("trial", as: "trials")); the same \
      \(Links.served.word("seed")) gives the same \(Links.served.word("coins")). A \(Links.served.word("twin")) has a planted \
      defect.</p>
      <form id="controls" method="post" action="/run\(facts.path)" data-page="\(facts.path)">
      <div class="fields">
      <label><span>adversary</span><select name="adversary">\
      \(options(facts.adversaries.map { .init($0.name, $0.name) }, state.adversary))</select></label>
      \(suiteAndTwin(facts, state))
      <label><span>trials</span><input name="trials" type="number" min="1" max="10000000" value="\(state.trials)" required>\
      </label>
      <label><span>seed</span><input name="seed" inputmode="numeric" value="\(state.seed)" required></label>
      </div><details \(facts.parameters.isEmpty ? "hidden" : "open")><summary>Parameters</summary><div class="fields">\
      \(numbers)</div></details>
      <fieldset id="guess"><legend>Before you run: what will <code>\(state.adversary)</code> reach?</legend>\
      <button type="button" class="script" data-key="g">To the first answer <kbd>g</kbd></button>\(guesses)</fieldset>
      <p class="script"><label><input type="checkbox" id="follow"> Run again whenever a setting changes</label></p>
      <p class="actions"><button class="run">Run <kbd class="script">Space</kbd></button>
      <button formmethod="get" formaction="\(facts.path)" formnovalidate>Show these settings</button></p></form>
      \(command(state.command))
      """
  }

  private static func result(_ facts: PlayFacts, _ state: PlayState, _ links: Links) -> HTML {
    state.run.result(
      none: links.areServed ? "<p>Nothing was played with these settings yet.</p>" : "<p>No run was recorded.</p>",
      playing: { playing($0, facts, state) }, ended: { ended($0, facts, state, links) })
  }

  private static func playing(_ progress: PlayState.Progress?, _ facts: PlayFacts, _ state: PlayState) -> HTML {
    let stop: HTML = """
      <form method="post" action="/stop\(facts.path)">\(hidden(state.kept))<button>Stop <kbd class="script">Space</kbd></button>
      </form>
      """
    guard let progress else { return "<p>The first trials are being played.</p>\(stop)" }
    return """
      <p><progress max="\(progress.target)" value="\(progress.trials)" aria-label="trials played"></progress>
      <span data-trials="\(progress.trials)">\(Number.grouped(progress.trials))</span>\
       of \(Number.grouped(progress.target)) trials,
      \(Links.served.word("bad event")) \(Number.grouped(progress.bad)), \
      \(Links.served.word("violation", as: "violations")) \(Number.grouped(progress.violations)),
      \(Links.served.word("forfeited trial", as: "forfeits")) \(Number.grouped(progress.forfeits))</p>\(progress.tape.html)
      \(IntervalPicture(advantage: progress.advantage, bound: state.boundValue, exact: state.exact).html)
      <p class="small">The interval holds at all times at once, but for an error probability of \
      \(Number.text(progress.advantage.error)).</p>\(stop)
      """
  }

  private static func ended(_ run: PlayState.Ended, _ facts: PlayFacts, _ state: PlayState, _ links: Links) -> HTML {
    let record = run.record
    let address = links.areServed ? "/trial?token=\(Escape.query(record.telling))" : nil
    let opened: HTML =
      run.trial.map { trial in
        let isOpen: HTML = record.lockstep.violations > 0 ? " open" : .nothing
        return """
          <details class="trial"\(isOpen)><summary>The trial behind the token</summary>
          <p><button type="button" class="script" data-key="n">Next query <kbd>n</kbd></button></p>\(trial.html)</details>
          """
      } ?? .nothing
    return """
      \(cut(run, facts, state))\(answer(record, state))\(record.html(exact: state.exact, trial: address))\
      \(run.tape.html)\(opened)
      """
  }

  /// A run that was cut is not the one of its settings: what it has played, and how the whole one is had.
  private static func cut(_ run: PlayState.Ended, _ facts: PlayFacts, _ state: PlayState) -> HTML {
    guard let cut = run.cut else { return .nothing }
    let address = Links.address(facts.path, state.fields.merging(["trials": "\(run.record.trials)"]) { $1 })
    let these: HTML = run.record.trials > 0 ? " or <a href=\"\(address)\">these trials alone</a>" : .nothing
    return """
      <p class="cut"><strong>Not the whole run of these settings</strong>: \(cut.words), after \
      \(Number.grouped(run.record.trials)) of \(Number.grouped(state.trials)) trials. What it says holds of what it has seen. \
      <b>Run</b> plays it from the beginning\(these).</p>

      """
  }

  /// What was guessed before, beside what came of it.
  private static func answer(_ record: RunRecord, _ state: PlayState) -> HTML {
    guard let said = state.fields["guess"].flatMap(Guess.init(rawValue:)) else { return .nothing }
    guard let was = Guess(record) else { return "<p class=\"answer\">You said: \(said.words). The run does not tell.</p>" }
    return said == was
      ? "<p class=\"answer right\">As you said: \(was.words).</p>"
      : "<p class=\"answer wrong\">You said: \(said.words). It is: \(was.words).</p>"
  }

  /// The number field of a parameter.
  /// - Parameter slider: what stands beside it.
  static func number(_ parameter: PlayFacts.Parameter, _ state: PlayState, slider: HTML = .nothing) -> HTML {
    """
    <label><span><code>\(parameter.name)</code> \(HTML.prose(parameter.meaning))</span>\
    <input type="number" name="set-\(parameter.name)" value="\(state.parameters[parameter.name] ?? parameter.value)" \
    min="\(parameter.range.lowerBound)" max="\(parameter.range.upperBound)" required>\(slider)</label>

    """
  }

  static func suiteAndTwin(_ facts: PlayFacts, _ state: PlayState) -> HTML {
    let twins = [PlayFacts.Named("", "none")] + facts.twins.map { PlayFacts.Named($0, $0) }
    return """
      <label><span>suite of primitives</span><select name="suite">\
      \(options(facts.suites.map { .init($0.name, $0.name) }, state.suite))</select></label>
      <label><span>twin: a planted defect</span><select name="twin">\(options(twins, state.twin ?? ""))</select></label>
      """
  }

  static func options(_ names: [PlayFacts.Named], _ chosen: String) -> [HTML] {
    names.map { named in
      let selected: HTML = named.name == chosen ? " selected" : ""
      return "<option value=\"\(named.name)\"\(selected)>\(named.title)</option>"
    }
  }

}
