public import Records
internal import Reports
internal import Teaching
internal import Words

/// A hop on the way from the real service to the ideal one, as the map shows it.
public struct MapStep: Sendable {
  /// What was seen of it when the theorem was played.
  public enum State: String, CaseIterable, Sendable {
    case held, measured, refuted, void, assumed, unplayed

    var words: String {
      switch self {
      case .held: "held in lockstep"
      case .measured: "measured, no lockstep"
      case .refuted: "refuted"
      case .void: "played, and shows nothing: a control failed, or all was forfeited"
      case .assumed: "assumed"
      case .unplayed: "not played"
      }
    }

    /// By what the rows of the theorem's table say of the hop.
    init(_ runs: [RunRecord]) {
      self =
        if runs.isEmpty {
          .unplayed
        } else if runs.contains(where: {
          $0.lockstep.violations > 0 || ($0.chances?.violations ?? 0) > 0 || $0.verdict == .boundExceeded
        }) {
          .refuted
        } else if runs.contains(where: { [.invalid, .forfeit].contains($0.verdict) }) {
          .void
        } else if runs.contains(where: { $0.lockstep.trials > 0 }) {
          .held
        } else {
          runs.contains { $0.bound?.value == nil } ? .assumed : .measured
        }
    }
  }

  public let name, title: String
  public let bound: Bound
  /// Where it is proved, and what its reduction claims; nil where that is not known, or there is none.
  public let source, reduction: String?
  public let state: State
  /// The terms of the theorem that it is paid.
  public let terms: [TheoremRecord.Term]
  /// What the terms weigh together, as a part of the whole bound, and how much of that the best attacks attain.
  public let share, attained: Double

  /// - Parameter weights: of all terms, by their symbols.
  public init(
    name: String, title: String, bound: Bound, source: String? = nil, reduction: String? = nil, of theorem: TheoremRecord,
    weights: [String: Double] = [:]
  ) {
    (self.name, self.title, self.bound, self.source, self.reduction) = (name, title, bound, source, reduction)
    state = State(theorem.hops.filter { $0.game == name })
    let terms = theorem.terms.filter { $0.hop == name }
    let whole = max(theorem.terms.reduce(0) { $0 + (weights[$1.symbol] ?? 0) }, .leastNonzeroMagnitude)
    self.terms = terms
    share = terms.reduce(0) { $0 + (weights[$1.symbol] ?? 0) } / whole
    attained = terms.reduce(0) { $0 + (weights[$1.symbol] ?? 0) * ($1.alone.fraction?.estimate ?? 0) } / whole
  }
}

extension Page {
  /// The proof as a chain of hops, from the real service to the ideal one.
  /// - Parameters:
  ///   - symbols: what stands in the bound, with what it means.
  ///   - command: what recorded the theorem.
  public static func map(
    _ steps: [MapStep], _ theorem: TheoremRecord, bound: Bound, symbols: [(name: String, meaning: String)] = [],
    command: String, _ links: Links
  ) -> Page {
    let legend = MapStep.State.allCases.filter { state in steps.contains { $0.state == state } }.map { state -> HTML in
      """
      <li><svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">\(MapPicture.patterns)\
      <rect class="box" x="1" y="1" width="26" height="16" fill="url(#state-\(state.rawValue))"/></svg> \(state.words)</li>
      """
    }
    let rows = steps.map { row($0, links) }
    let meanings = symbols.map { "<dt>\($0.name)</dt><dd>\(HTML.prose($0.meaning))</dd>\n" as HTML }
    let table: HTML = """
      <table><caption>The same as a table</caption><thead><tr><th scope="col">hop</th><th scope="col">what it says</th>
      <th scope="col">is paid</th><th scope="col">state</th><th scope="col">\
      the best attack, and the part of its term that it attains</th><th scope="col">lemma</th>\
      <th scope="col">reduction</th></tr>
      </thead><tbody>\(rows)</tbody></table>
      """
    return Page(
      "The proof", in: .map,
      body: """
        <h1>The proof, hop by hop</h1>
        <p>Whoever attacks the encryption service of AWS KMS with its domain management can tell it from an ideal one, in \
        which keys
        cannot leak, with at most this \(links.word("advantage")):</p>
        \(HTML.scrolling("The bound", "<p class=\"formula\">Adv ≤ \(HTML(markup: bound.mathML))</p>"))
        <details><summary>What the symbols stand for</summary><dl class="list">\(meanings)</dl></details>
        <p>Each box is a \(links.word("hop")): two games that nobody can tell apart, but by an event that costs a \
        term of the bound. Open one, play both, and try to break it. New here? <a href="\(links.to("/journey/1"))">Walk \
        through it</a>: eight \
        <a href="\(links.to("/lessons"))">lessons</a>, with where each is on the map.</p>
        <div class="map"><figure>\(MapPicture(steps: steps, lit: nil, links: links).html)
        <figcaption>The bar in a box: the part of its term that the best attack was seen to attain. An arrow is as wide as \
        the hop’s share of the bound, were every ε equally large, and filled as far as the attack attains it. \
        <ul class="legend">\(legend)</ul>
        </figcaption></figure><div>
        <section id="about" class="about" aria-hidden="true" hidden></section>
        \(HTML.scrolling("The hops", table))
        <p>Recorded, with error probability \(Number.text(theorem.alpha)) for the whole table.
        All attacks together attain \(Number.text(theorem.total.advantage.estimate)), in
        \(Number.interval(theorem.total.advantage.lower, theorem.total.advantage.upper)). A shell plays it anew:</p>
        \(self.command(command))</div></div>
        """)
  }

  /// A stop of the journey through the map.
  /// - Parameters:
  ///   - number: of the lesson.
  ///   - lit: the steps that it speaks of.
  ///   - plays: the pages of what it plays.
  public static func journey(
    _ number: Int, _ steps: [MapStep], lit: Set<String>, plays: [(path: String, name: String)], _ links: Links
  ) -> Page {
    let lesson = Lesson.all[number]
    func stop(_ other: Int, _ relation: String, _ words: String) -> HTML {
      Lesson.all.indices.contains(other)
        ? "<a rel=\"\(relation)\" href=\"\(links.to("/journey/\(other + 1)"))\">\(words)</a> " : .nothing
    }
    let names = plays.map { "<a href=\"\(links.to($0.path))\"><code>\($0.name)</code></a>" as HTML }
    let list: HTML = names.isEmpty ? .nothing : "<p>It plays \(names.joined(", ")).</p>"
    let here: HTML =
      lit.isEmpty
      ? "<p>It is about how all of the map is measured, and about no one box.</p>"
      : "<p>On the map: \(steps.filter { lit.contains($0.name) }.map { "<code>\($0.name)</code>" as HTML }.joined(", ")).</p>"
    return Page(
      "Stop \(number + 1)", in: .map,
      body: """
        <nav class="neighbours" aria-label="Stops">\(stop(number - 1, "prev", "← stop \(number)"))\
        \(stop(number + 1, "next", "stop \(number + 2) →"))</nav>
        <h1>Stop \(number + 1) of \(Lesson.all.count): \(lesson.title)</h1>
        <div class="map"><figure>\(MapPicture(steps: steps, lit: lit, links: links).html)</figure><div>
        \(Markdown(topLevel: 2).html(lesson.opening))\(here)\(list)
        <p><a href="\(links.to("/lessons/\(lesson.name)"))">Read the lesson</a></p>
        \(command(CommandWords.line("describe", lesson.name)))</div></div>
        """)
  }

  private static func row(_ step: MapStep, _ links: Links) -> HTML {
    let attacks = step.terms.map { term -> HTML in
      let part = term.alone.fraction.map {
        "\(Number.percent($0.estimate)), in [\(Number.percent($0.lower, .down)), \(Number.percent($0.upper, .up))]"
      }
      return "<div><code>\(term.adversary)</code> on \(term.symbol): \(part ?? "its ε is assumed")</div>"
    }
    let paid: HTML = step.bound == 0 ? "nothing" : HTML(markup: step.bound.mathML)
    return """
      <tr id="row-\(step.name)"><th scope="row"><a href="\(links.to("/hop/\(step.name)"))">\(step.name)</a></th>\
      <td>\(HTML.prose(step.title))</td>\
      <td>\(paid)</td>
      <td>\(step.state.words)</td><td>\(attacks)</td><td>\(HTML.prose(step.source ?? ""))</td>\
      <td>\(HTML.prose(step.reduction ?? ""))</td></tr>

      """
  }
}
