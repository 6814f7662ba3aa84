public import Records
internal import Words

extension Page {
  /// A move that could come next.
  public struct Move: Sendable {
    /// A sentence each.
    public let words: [String]
    /// What the trusts list that are new in it.
    public let trusts: [String]
    public let broken: [Property]

    public init(words: [String], trusts: [String], broken: [Property]) {
      (self.words, self.trusts, self.broken) = (words, trusts, broken)
    }
  }

  /// What a rule refuses.
  public struct Refused: Sendable {
    public let rule: String
    public let count: Int
    public let examples: [String]

    public init(rule: String, count: Int, examples: [String]) {
      (self.rule, self.count, self.examples) = (rule, count, examples)
    }
  }

  /// A state of the search whose moves a reader chooses.
  public struct SearchState: Sendable {
    public let scope: String
    /// The numbers of the moves that were chosen.
    public let path: [Int]
    /// What they come to; nil before the first.
    public let record: ScenarioRecord?
    public let policy: PolicySelection
    public let moves: [Move]
    public let refused: [Refused]
    public let rules: [Rule]
    /// What searches all orders of the same moves.
    public let command: String

    public init(
      scope: String, path: [Int], record: ScenarioRecord?, policy: PolicySelection, moves: [Move], refused: [Refused],
      rules: [Rule], command: String
    ) {
      (self.scope, self.path, self.record, self.policy) = (scope, path, record, policy)
      (self.moves, self.refused, self.rules, self.command) = (moves, refused, rules, command)
    }

    /// The address of a state under this policy.
    func address(_ path: [Int], ending: String = "") -> String {
      let steps = path.isEmpty ? [] : [(name: "path", value: path.map(String.init).joined(separator: "."))]
      return Links.address("/moves\(ending)", steps + policy.fields)
    }
  }

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
      "Your moves", in: .attacks,
      body: """
        <h1>Your moves</h1>
        <p>You are the adversary, who schedules everything. These are the moves that the search tries, state by state, in a scope
        of \(state.scope); <code>\(state.command)</code> tries them in all orders.</p>
        <form class="policy" method="get" action="/moves"><details\(state.policy.isIntact ? "" : " open")>\
        <summary>Under \(state.policy.words): change it</summary><fieldset><legend>Take rules out</legend>\
        \(state.rules.filter { $0.weakens == nil }.map { box($0, state.policy) })</fieldset></details>
        <p class="actions"><button>Begin under this policy</button></p></form>
        \(soFar(state, rules))<nav class="neighbours" aria-label="Steps">\(back)</nav>
        \(next(state))\(refused(state, rules))
        """)
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
      <p class="verdict \(record.broken.isEmpty ? "withinBound" : "boundExceeded")" id="result" data-state="ended">\
      <strong>\(record.verdict)</strong>.</p>
      \(HTML.scrolling("Steps", steps(record, rules, .served, offersChange: false)))
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
        <a href="\(Links.address("/moves", out.fields))">Begin without it</a>
        <details><summary>\(refused.count) refused</summary><ul>\(examples)</ul></details></dd>

        """
    }
    guard !rows.isEmpty else { return .nothing }
    return """
      <section><h2>What is refused here, and by which rule</h2><dl class="list">\(rows)</dl></section>

      """
  }
}
