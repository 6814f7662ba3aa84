internal import Records
public import Teaching
internal import Words

extension Page {
  /// The page on which the reader is the adversary.
  /// - Parameter hand: nil before a trial was begun.
  public static func hand(
    _ facts: PlayFacts, listing: Listing?, _ state: PlayState, hasTwoWorlds: Bool, _ hand: HandState?
  ) -> Page {
    let task =
      hasTwoWorlds
      ? "You are the adversary. A coin chooses the left world or the right one: which is it?"
      : "You are the adversary, and there is one world: win."
    let begin: HTML = """
      <p>\(task) What you ask is paid from the budgets; the coins are secret, and are
      opened when you have ended.</p>
      \(settings(facts, state, action: "begin", button: hand == nil ? "Begin a trial" : "Begin anew with these settings"))
      """
    let body: HTML =
      hand.map { hand in
        """
        \(stage(facts, state, hasTwoWorlds, hand))
        <details><summary>Settings</summary>\(begin)</details>
        """
      } ?? begin
    let command = CommandWords.option("by-hand")
    return Page(
      "\(facts.name): play", in: .games,
      body: """
        \(top(facts, state, .play))
        <section id="hand"><h2>Play</h2>\(body)</section>
        \(bottom(listing))
        <p class="command">In the terminal: <code>\(state.command) \(command)</code></p>
        """)
  }

  // MARK: What the tabs share

  static func top(_ facts: PlayFacts, _ state: PlayState, _ way: Way) -> HTML {
    """
    <h1><code>\(facts.name)</code> <small>\(HTML.prose(facts.title))</small></h1>
    \(Way.tabs(way, state.address))<p class="claim">\(HTML.prose(facts.claim))</p>
    \(bound(facts, state, .served))
    """
  }

  static func bottom(_ listing: Listing?) -> HTML {
    listing.map { "<details><summary>The games</summary>\($0.html(.served))</details>\n" } ?? .nothing
  }

  /// Of an adversary that is being written: enough to see whether it does what it should.
  private static let usualTrials = "200"

  /// A form with the settings of a game, for a way in which the reader's own adversary plays.
  static func settings(
    _ facts: PlayFacts, _ state: PlayState, action: String, button: String, trials: UInt64? = nil,
    sends kept: [(name: String, value: String)] = []
  ) -> HTML {
    let numbers = facts.parameters.map { number($0, state) }
    let count: HTML =
      trials.map {
        """
        <label><span>trials</span><input name="trials" type="number" min="1" max="\($0)" \
        value="\(state.fields["trials"] ?? usualTrials)" required></label>
        """
      } ?? .nothing
    let compared: HTML =
      trials == nil
      ? """
      <label><span>compared with</span><select name="adversary">\
      \(options(facts.adversaries.map { .init($0.name, $0.name) }, state.adversary))</select></label>
      """ : .nothing
    return """
      <form class="policy" id="settings" method="post" action="\(facts.path)/\(trials == nil ? "play" : "break")/\(action)">
      \(hidden(kept))<div class="fields">\(suiteAndTwin(facts, state))
      \(compared)\(count)\(numbers)</div><p class="actions"><button class="run">\(button)</button></p></form>

      """
  }

  // MARK: A trial

  private static func stage(_ facts: PlayFacts, _ state: PlayState, _ hasTwoWorlds: Bool, _ hand: HandState) -> HTML {
    let standing: HTML = hand.standing.map { "<p id=\"standing\">\($0)</p>\n" } ?? .nothing
    switch hand.stage {
    case .asking(let queries, let references):
      let forms = queries.map { form($0, facts, state, hand) }
      let names = references.map { "<option value=\"\($0)\"></option>" as HTML }
      let fault: HTML =
        hand.fault.map { fault in
          let field: HTML = fault.field.map { "<code>\($0)</code>: " } ?? .nothing
          return """
            <p class="error" id="fault" role="alert">Not asked: \(field)\(HTML.prose(fault.words))</p>

            """
        } ?? .nothing
      return """
        <h3>Trial \(hand.trial)</h3>\(standing)\(fault)\(rows(hand))
        <h3>Ask</h3>\(budgets(hand))<div class="queries">\(forms)</div><datalist id="answers">\(names)</datalist>
        <p class="small">A value is written as in the table; <code>#1.key</code> stands for the field <code>key</code> of
        answer 1.</p>
        <h3>\(hasTwoWorlds ? "Guess" : "End")</h3>\(guess(facts, state, hasTwoWorlds, hand))
        """
    case .opened(let trial):
      return """
        <h3>Trial \(hand.trial): the coins are open</h3>
        \(ending(trial))\(standing)\(trial.trace.html)
        <p>Replay: <code class="long">\(CommandWords.replay(trial.replay))</code></p>
        <details id="other"><summary>What <code>\(trial.other.adversary)</code> does on the same coins</summary>
        \(trial.other.trace.html)
        <p><a href="/trial?token=\(Escape.query(trial.other.replay))">Open that trial</a></p></details>
        <form method="post" action="\(facts.path)/play/again">\(kept(state, hand))
        <p class="actions"><button class="run">Next trial</button></p></form>
        """
    }
  }

  private static func ending(_ trial: HandRecord.Trial) -> HTML {
    let words: HTML =
      switch (trial.world, trial.guess, trial.isWon) {
      case (nil, _, true): "You have won."
      case (nil, _, false): "You have not won."
      case (let world?, nil, _): "It was the \(world) world; you have not guessed."
      case (let world?, let guess?, true): "You said \(guess), and it was the \(world) world."
      case (let world?, let guess?, false): "You said \(guess), but it was the \(world) world."
      }
    return
      "<p id=\"ending\" class=\"verdict\" role=\"status\"><strong>\(trial.isWon ? "right" : "wrong")</strong>: \(words)</p>\n"
  }

  private static func rows(_ hand: HandState) -> HTML {
    guard !hand.rows.isEmpty else { return "<p>Nothing was asked yet.</p>\n" }
    let rows = hand.rows.enumerated().map { place, row -> HTML in
      """
      <tr><th scope="row">#\(place + 1)</th><td><code>\(row.query)</code></td><td><code>\(row.answer)</code></td></tr>

      """
    }
    let table: HTML = """
      <table class="steps" id="asked"><caption>What you have asked</caption><thead><tr><th scope="col">#</th>
      <th scope="col">query</th><th scope="col">answer</th></tr></thead><tbody>\(rows)</tbody></table>
      """
    return HTML.scrolling("What you have asked", table)
  }

  private static func budgets(_ hand: HandState) -> HTML {
    let items = hand.budgets.map { "<li><code>\($0.symbol)</code> \($0.left.map { "\($0)" } ?? "no limit")</li>" as HTML }
    return "<p id=\"left\">Budgets left:</p><ul class=\"legend\" aria-labelledby=\"left\">\(items)</ul>\n"
  }

  private static func form(_ query: HandState.Query, _ facts: PlayFacts, _ state: PlayState, _ hand: HandState) -> HTML {
    let fault = hand.fault.flatMap { $0.query == query.name ? $0 : nil }
    let fields = query.fields.map { field -> HTML in
      let value = fault?.values[field.name] ?? ""
      let mark: HTML = fault.map { $0.field == field.name ? " aria-invalid=\"true\" aria-describedby=\"fault\"" : "" } ?? .nothing
      let required: HTML = field.isRequired ? " required" : ""
      let input: HTML
      if field.choices.isEmpty {
        input = """
          <input name="field-\(field.name)" value="\(value)" list="answers" autocomplete="off" \
          spellcheck="false"\(required)\(mark)>
          """
      } else {
        let none = field.isRequired ? [] : [PlayFacts.Named("", "none")]
        input = """
          <select name="field-\(field.name)"\(mark)>\(options(none + field.choices.map { .init($0, $0) }, value))</select>
          """
      }
      return """
        <label><span><code>\(field.name)</code> \
        <small>\(field.shape)\(field.isRequired ? "" : ", may be left out")</small></span>\
        \(input)</label>

        """
    }
    return """
      <form class="policy" method="post" action="\(facts.path)/play/ask" aria-label="\(query.name)">\(kept(state, hand))
      \(hidden([("query", query.name)]))<div class="fields">\(fields)</div>
      <p class="actions"><button>Ask <code>\(query.name)</code></button></p></form>

      """
  }

  private static func guess(_ facts: PlayFacts, _ state: PlayState, _ hasTwoWorlds: Bool, _ hand: HandState) -> HTML {
    let choices = hasTwoWorlds ? ["It is the left world", "It is the right world"] : ["I am done"]
    let buttons = choices.enumerated().map { bit, words in
      "<button name=\"bit\" value=\"\(bit)\">\(words)</button>\n" as HTML
    }
    return """
      <form method="post" action="\(facts.path)/play/guess" aria-label="Guess">\(kept(state, hand))<p class="actions">\(buttons)
      <button formaction="\(facts.path)/play/leave">Leave</button></p></form>

      """
  }

  private static func kept(_ state: PlayState, _ hand: HandState) -> [HTML] {
    hidden(state.kept + [("session", hand.session)])
  }
}
