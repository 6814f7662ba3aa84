public import Records
internal import Reports

extension TrialRecord {
  /// The trial, query by query: equal answers are joined, and the first unequal one is boxed.
  public var html: HTML {
    let names = TraceNames(self)
    let legend: HTML =
      names.legend.isEmpty
      ? .nothing
      : """
      <details class="names"><summary>What the names stand for</summary>\
      <pre tabindex="0"><code>\(names.legend.dropFirst().joined(separator: "\n"))</code></pre></details>

      """
    let named = names.record(self)
    return "\(named.table)\(named.wire)\(legend)"
  }

  private var table: HTML {
    let heads = worlds.prefix(2).map { "<th scope=\"col\">\($0)</th>" as HTML }
    let firstUnequal = worlds.count < 2 ? nil : steps.firstIndex { $0.rightQuery != nil || $0.left != $0.right }
    let rows = steps.enumerated().map { place, step in row(place, step, isFirstUnequal: place == firstUnequal) }
    let ends = zip(worlds, endings).map { "<li>\($0): \($1)</li>" as HTML }
    let cut: HTML = cut.map { "<p>Not shown: \($0).</p>" } ?? .nothing
    let violation: HTML =
      (violation ?? chanceViolation).map { "<p class=\"verdict invalid\"><strong>violation</strong>: \($0)</p>" } ?? .nothing
    let table: HTML = """
      <table class="steps"><caption>Trial \(trial), query by query</caption>
      <thead><tr><th scope="col">#</th><th scope="col">query</th>\(heads)</tr></thead><tbody>\(rows)</tbody></table>
      """
    return "\(violation)\(HTML.scrolling("Trial \(trial)", table))\(cut)<ul class=\"ends\">\(ends)</ul>\n"
  }

  private func row(_ place: Int, _ step: Step, isFirstUnequal: Bool) -> HTML {
    let isBad = badAt == place + 1
    let bad: HTML = isBad ? " <strong class=\"badge\">\(worlds.count == 1 ? "won here" : "bad event")</strong>" : .nothing
    let box: HTML = isFirstUnequal ? " <strong class=\"badge\">first difference</strong>" : .nothing
    let answers: HTML =
      if worlds.count == 1 {
        "<td><code>\(step.left ?? "–")</code></td>"
      } else if step.rightQuery == nil, step.left == step.right {
        "<td colspan=\"2\" class=\"same\"><code>\(step.left ?? "–")</code></td>"
      } else {
        """
        <td data-is="\(worlds[0])"><code>\(step.left ?? "–")</code></td>\
        <td data-is="\(worlds[1])">\(Self.instead(step))<code>\(step.right ?? "–")</code></td>
        """
      }
    let kind = isFirstUnequal ? "unequal" : isBad ? "bad" : ""
    return """
      <tr class="\(kind)"><th scope="row">\(place + 1)</th><td><code>\(step.query)</code>\(bad)\(box)</td>\(answers)</tr>

      """
  }

  /// The reduction beside the worlds, where there is one.
  private var wire: HTML {
    guard let relayed, !relayed.isEmpty else { return .nothing }
    var place = 0
    let rows = relayed.map { step -> HTML in
      if step.query != nil { place += 1 }
      let asked = step.asked.map { "<div><code>\($0.query)</code> → <code>\($0.answer)</code></div>" as HTML }
      let rest: HTML =
        step.allAsked > step.asked.count ? "<div>and \(step.allAsked - step.asked.count) more</div>" : .nothing
      let query: HTML = step.query.map { "<code>\($0)</code>" } ?? "nothing: it asks by itself"
      return """
        <tr data-step="\(place)"><th scope="row">\(step.query == nil ? "" : "\(place)")</th><td data-is="is asked">\(query)</td>\
        <td data-is="asks its own challenger">\(asked)\(rest)</td>\
        <td data-is="answers"><code>\(step.answer ?? "–")</code></td></tr>

        """
    }
    let table: HTML = """
      <table class="wire"><caption>The reduction, a box in the wire</caption><thead><tr><th scope="col">#</th>
      <th scope="col">it is asked</th><th scope="col">it asks its own challenger</th><th scope="col">it answers</th></tr></thead>\
      <tbody>\(rows)</tbody></table>
      """
    return HTML.scrolling("The reduction", table)
  }

  private static func instead(_ step: Step) -> HTML {
    step.rightQuery.map { "asks instead: <code>\($0)</code> " } ?? .nothing
  }
}
