public import Records
internal import Reports

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
  public let state: State
  /// The terms of the theorem that it is paid.
  public let terms: [TheoremRecord.Term]

  public init(name: String, title: String, bound: Bound, of theorem: TheoremRecord) {
    (self.name, self.title, self.bound) = (name, title, bound)
    state = State(theorem.hops.filter { $0.game == name })
    terms = theorem.terms.filter { $0.hop == name }
  }
}

extension Page {
  /// The proof as a chain of hops, from the real service to the ideal one.
  /// - Parameter command: what recorded the theorem.
  public static func map(_ steps: [MapStep], _ theorem: TheoremRecord, bound: Bound, command: String, _ links: Links) -> Page {
    let legend = MapStep.State.allCases.filter { state in steps.contains { $0.state == state } }.map { state -> HTML in
      """
      <li><svg class="swatch" viewBox="0 0 28 18" aria-hidden="true">\(MapPicture.patterns)\
      <rect class="box" x="1" y="1" width="26" height="16" fill="url(#state-\(state.rawValue))"/></svg> \(state.words)</li>
      """
    }
    let rows = steps.map { row($0, links) }
    let table: HTML = """
      <table><caption>The same as a table</caption><thead><tr><th scope="col">hop</th><th scope="col">what it says</th>
      <th scope="col">is paid</th><th scope="col">state</th><th scope="col">\
      the best attack, and the part of its term that it attains</th></tr>
      </thead><tbody>\(rows)</tbody></table>
      """
    return Page(
      "The proof", in: .map,
      body: """
        <h1>The proof, hop by hop</h1>
        <p>Whoever attacks the encryption service of AWS KMS with its domain management can tell it from an ideal one, in \
        which keys
        cannot leak, with at most this advantage:</p>
        \(HTML.scrolling("The bound", "<p class=\"formula\">Adv ≤ \(HTML(markup: bound.mathML))</p>"))
        <p>Each box is a hop: two games that nobody can tell apart, but by an event that costs a term of the bound. Open one, play
        both, and try to break it. New here? <a href="\(links.to("/lessons"))">Eight lessons</a> lead through all of it.</p>
        <div class="map"><figure>\(MapPicture(steps: steps, links: links).html)
        <figcaption>The bar in a box: the part of its term that the best attack was seen to attain. <ul class="legend">\
        \(legend)</ul>
        </figcaption></figure><div>
        \(HTML.scrolling("The hops", table))
        <p>Recorded by <code>\(command)</code>, error probability \(Number.text(theorem.alpha)) for the whole table.
        All attacks together attain \(Number.text(theorem.total.advantage.estimate)), in
        \(Number.interval(theorem.total.advantage.lower, theorem.total.advantage.upper)).</p></div></div>
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
      <tr><th scope="row"><a href="\(links.to("/hop/\(step.name)"))">\(step.name)</a></th><td>\(HTML.prose(step.title))</td>\
      <td>\(paid)</td>
      <td>\(step.state.words)</td><td>\(attacks)</td></tr>

      """
  }
}

/// Boxes and arrows from the top to the bottom, narrow enough for a telephone.
struct MapPicture {
  let steps: [MapStep]
  let links: Links

  private static let (width, height, gap) = (340, 80, 26)

  var html: HTML {
    let boxes = steps.enumerated().map { place, step in box(step, y: 44 + place * (Self.height + Self.gap)) }
    let bottom = 44 + steps.count * (Self.height + Self.gap)
    return """
      <svg class="chain" viewBox="0 0 360 \(bottom + 40)" width="360" role="group" aria-label="The chain of hops">
      \(Self.patterns)<text class="end" x="180" y="20" text-anchor="middle">the real service</text>\(Self.arrow(y: 26))\(boxes)
      <text class="end" x="180" y="\(bottom + 18)" text-anchor="middle">the ideal service</text></svg>

      """
  }

  private func box(_ step: MapStep, y: Int) -> HTML {
    let lines = Self.wrapped(step.title, at: 52).prefix(2).enumerated().map { place, line in
      "<text class=\"small\" x=\"20\" y=\"\(y + 36 + 15 * place)\">\(line)</text>" as HTML
    }
    let attained = step.terms.compactMap { $0.alone.fraction?.estimate }.max()
    let bar: HTML =
      attained.map { part in
        """
        <rect class="term" x="20" y="\(y + 62)" width="320" height="9"/>\
        <rect class="share" x="20" y="\(y + 62)" width="\(Int((320 * min(1, max(0, part))).rounded()))" height="9"/>
        """
      } ?? .nothing
    let paid = step.bound == 0 ? "costs nothing" : "\(step.bound)"
    return """
      <a href="\(links.to("/hop/\(step.name)"))" aria-label="\(step.name): \(step.title); \(step.state.words)">
      <rect class="box back" x="10" y="\(y)" width="\(Self.width)" height="\(Self.height)" rx="6"/>
      <rect class="box" x="10" y="\(y)" width="\(Self.width)" height="\(Self.height)" rx="6" \
      fill="url(#state-\(step.state.rawValue))"/>
      <rect class="label" x="15" y="\(y + 5)" width="330" height="\(attained == nil ? 52 : 70)" rx="3"/>
      <text x="20" y="\(y + 19)"><tspan class="name">\(step.name)</tspan></text>
      <text class="small" x="340" y="\(y + 19)" text-anchor="end">\(paid)</text>\(lines)\(bar)</a>
      \(Self.arrow(y: y + Self.height + 2))

      """
  }

  private static func arrow(y: Int) -> HTML {
    "<path class=\"arrow\" d=\"M180 \(y)v\(gap - 10)m-5 -6l5 7l5 -7\"/>"
  }

  /// So that no state is told by its colour alone.
  static let patterns: HTML = """
    <defs><pattern id="state-held" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill held" width="8" height="8"/></pattern>
    <pattern id="state-measured" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill measured" width="8" height="8"/>\
    <path class="stroke" d="M0 8L8 0"/></pattern>
    <pattern id="state-refuted" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill refuted" width="8" height="8"/>\
    <path class="stroke" d="M0 0L8 8M0 8L8 0"/></pattern>
    <pattern id="state-void" width="8" height="8" patternUnits="userSpaceOnUse"><path class="stroke" d="M0 4H8"/></pattern>
    <pattern id="state-assumed" width="8" height="8" patternUnits="userSpaceOnUse">\
    <circle class="dot" cx="4" cy="4" r="1.5"/></pattern>
    <pattern id="state-unplayed" width="8" height="8" patternUnits="userSpaceOnUse"></pattern></defs>
    """

  private static func wrapped(_ text: String, at width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }
}
