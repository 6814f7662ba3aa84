public import Records
internal import Reports
public import Teaching
internal import Words

extension Page {
  /// All games and hops.
  public static func games(_ entries: [(kind: String, name: String, title: String)], _ links: Links) -> Page {
    func rows(_ kind: String) -> [HTML] {
      entries.filter { $0.kind == kind }.map {
        "<dt><a href=\"\(links.to(Links.path(kind: kind, name: $0.name)))\">\($0.name)</a></dt><dd>\(HTML.prose($0.title))</dd>\n"
      }
    }
    return Page(
      "Games and hops", in: .games,
      body: """
        <h1>Games and hops</h1>
        <p>A \(links.word("game")) is played by an \(links.word("adversary")). A \(links.word("hop")) is two games that it is to \
        tell apart, and a \(links.word("bound")) on how well it can.</p>
        <h2>Hops</h2><dl class="list">\(rows("hop"))</dl><h2>Games</h2><dl class="list">\(rows("game"))</dl>
        \(command(CommandWords.line("list")))
        """)
  }

  /// A word of the glossary.
  public struct Term: Sendable {
    public let group, name, meaning: String
    public init(group: String, name: String, meaning: String) { (self.group, self.name, self.meaning) = (group, name, meaning) }
  }

  /// Every word of the interface.
  public static func glossary(_ terms: [Term]) -> Page {
    let groups = terms.reduce(into: [String]()) { if !$0.contains($1.group) { $0.append($1.group) } }
    let lists = groups.map { group -> HTML in
      let rows = terms.filter { $0.group == group }.map {
        "<dt id=\"\(Links.anchor($0.name))\">\($0.name)</dt><dd>\(HTML.prose($0.meaning))</dd>\n" as HTML
      }
      return "<h2>\(group)</h2><dl class=\"list\">\(rows)</dl>\n"
    }
    return Page("Glossary", in: .glossary, body: "<h1>Glossary</h1>\(lists)\(command(CommandWords.line("list", "words")))")
  }

  /// A rule of the policy, and what falls without it.
  public struct Rule: Sendable {
    public let name, words, source: String
    /// The rule in whose place it comes; nil for one of the intact policy.
    public let weakens: String?

    public init(name: String, words: String, source: String, weakens: String?) {
      (self.name, self.words, self.source, self.weakens) = (name, words, source, weakens)
    }
  }

  public static func rules(_ rules: [Rule], _ matrix: MatrixRecord, _ links: Links) -> Page {
    let rows = rules.map { rule -> HTML in
      let found = matrix.rows.first { $0.rule == rule.name }
      let attacks = found.map { zip(matrix.columns, $0.cells).filter { !$1.isEmpty }.map(\.0) } ?? []
      let scenarios = attacks.map { exploit($0, without: rule.name, links) }
      let falls: HTML =
        if let weakens = rule.weakens {
          "<dd>A weaker rule in the place of <code>\(weakens)</code>.</dd>"
        } else if !scenarios.isEmpty {
          "<dd>Without it these succeed: \(scenarios.joined(", ")).</dd>"
        } else if let joint = found?.redundantWith.first {
          "<dd>By itself nothing falls without it; \(joint.words) its absence breaks \(joint.property.rawValue).</dd>"
        } else {
          .nothing
        }
      return """
        <dt id="\(rule.name)"><code>\(rule.name)</code></dt><dd>\(HTML.prose(rule.words))</dd><dd class="small">\
        \(rule.source)</dd>\(falls)

        """
    }
    return Page(
      "Rules", in: .rules,
      body: """
        <h1>The rules of the policy</h1>
        <p>A \(links.word("policy")) is a list of \(links.word("rule", as: "rules")); each allows \
        a command, or refuses it by its name. Take one out and watch what falls.</p>
        <dl class="list">\(rows)</dl>\(command(CommandWords.line("list", "rules")))
        """)
  }

  /// A column of the matrix: a scenario, or the search.
  static func exploit(_ column: String, without rule: String, _ links: Links) -> HTML {
    guard links.areServed, column.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }), column != "explorer" else {
      return "\(column)"
    }
    return "<a href=\"/attack/\(column)?without=\(rule)\">\(column)</a>"
  }

  public static func matrix(_ matrix: MatrixRecord, command: String, _ links: Links) -> Page {
    let heads = matrix.columns.map { "<th scope=\"col\" class=\"turned\"><span>\($0)</span></th>" as HTML }
    let rows = matrix.rows.map { row -> HTML in
      let cells = zip(matrix.columns, row.cells).map { column, broken -> HTML in
        if broken.isEmpty { return "<td></td>" }
        let words = "\(broken.count) fall: \(broken.map(\.rawValue).joined(separator: ", "))"
        let link = exploit(column, without: row.rule, links)
        let number: HTML =
          link == "\(column)"
          ? "<abbr title=\"\(words)\">\(broken.count)</abbr>"
          : "<a href=\"/attack/\(column)?without=\(row.rule)\" aria-label=\"\(column): \(words)\">\(broken.count)</a>"
        return "<td class=\"falls n\(min(4, broken.count))\">\(number)</td>"
      }
      return """
        <tr><th scope="row"><a href="\(links.to("/rules"))#\(row.rule)">\(row.rule)</a></th>\(cells)</tr>

        """
    }
    let table: HTML = """
      <table class="matrix"><caption>A number: how many properties fall</caption><thead><tr><td></td>\(heads)</tr></thead>
      <tbody>\(rows)</tbody></table>
      """
    return Page(
      "Matrix", in: .matrix,
      body: """
        <h1>What breaks without each rule</h1>
        <p>A row: the policy without this rule. A column: a scripted attack, or the search over all orders of moves. Open a \
        number to
        watch that attack succeed.</p>
        \(HTML.scrolling("Rules and attacks", table))<p>\(matrix.summary).</p>
        <p>Recorded; scope of the search: \(matrix.scope.words). A shell does it anew:</p>\(self.command(command))
        """)
  }

  /// What was found about the proof.
  public static func findings(_ findings: [(name: String, title: String)], _ links: Links) -> Page {
    let rows = findings.map { "<li><a href=\"\(links.to("/findings/\($0.name)"))\">\($0.title)</a></li>\n" as HTML }
    return Page(
      "Findings", in: .findings,
      body: """
        <h1>Findings</h1><p>What playing the proof has shown of it, beyond that it holds.</p><ul>\(rows)</ul>
        \(command(CommandWords.line("list", "findings")))
        """)
  }

  public static func finding(_ finding: Finding, _ links: Links) -> Page {
    let html = Markdown(target: { target($0, links) }).html(finding.text)
    return Page(
      finding.title, in: .findings,
      body: "<article>\(html)</article>\(command(CommandWords.line("describe", finding.name)))")
  }

  /// Where a link of a text of the tree leads: to a page, if there is one for it.
  static func target(_ link: String, _ links: Links) -> String? {
    if link.hasPrefix("https://") { return link }
    if let lesson = Lesson.all.first(where: { $0.path.hasSuffix(link.drop { "./".contains($0) }) }) {
      return links.to("/lessons/\(lesson.name)")
    }
    return link.wholeMatch(of: /([\w-]+)\.md/).map { links.to("/findings/\($0.1)") }
  }

  /// Something cannot be shown: why, and what to do.
  public static func message(_ title: String, _ words: String, hint: String?) -> Page {
    let help: HTML = hint.map { "<p>\(Markdown().inline($0))</p>" } ?? .nothing
    return Page(
      title, in: nil,
      body: "<h1>\(title)</h1><p class=\"error\">\(Markdown().inline(words))</p>\(help)<p><a href=\"/\">To the map</a></p>")
  }

  /// One trial, by its token.
  public static func trial(
    _ trial: TrialRecord, of facts: (kind: String, name: String), previous: String?, next: String, command: String
  ) -> Page {
    let back: HTML = previous.map { "<a rel=\"prev\" href=\"\($0)\">← trial before</a> " } ?? .nothing
    return Page(
      "Trial \(trial.trial) of \(facts.name)", in: .games,
      body: """
        <h1>Trial \(trial.trial) of <a href="\(Links.path(kind: facts.kind, name: facts.name))"><code>\(facts.name)</code>\
        </a></h1>
        <nav class="neighbours" aria-label="Trials">\(back)<a data-trial="next" href="\(next)">next trial → \
        <kbd class="script">N</kbd></a>
        <button type="button" class="script" data-key="n">Next query <kbd>n</kbd></button></nav>
        \(trial.html)\(self.command(command))
        """)
  }
}
