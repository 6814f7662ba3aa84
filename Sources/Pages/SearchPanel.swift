internal import Records
internal import Reports
internal import Words

/// The search of all orders, on the page where a reader chooses them one by one.
extension Page {
  static func allOrders(_ state: SearchState, _ rules: [String: String]) -> HTML {
    let search = state.search
    return """
      <section><h2>All orders of the moves</h2>
      <p>The search tries the moves of this scope in all orders, from the beginning and under \(state.policy.words): a property
      \(Links.served.word("holds")), or \(Links.served.word("falls")) by a shortest attack. Here it ends after
      \(Number.grouped(UInt64(search.mostStates))) states or \(search.mostSeconds) seconds; on the way it tells how many states it
      has been through, and how many wait on its \(Links.served.word("frontier")).</p>
      <form method="post" action="/run/moves">\(hidden(state.fields(state.path, under: state.policy)))\
      <p class="actions"><button class="run">Search <kbd class="script">Space</kbd></button></p></form>
      \(command(search.command))\(result(state, rules))</section>

      """
  }

  private static func result(_ state: SearchState, _ rules: [String: String]) -> HTML {
    state.search.run.result(
      none: state.search.failure.map { "<p class=\"cut\"><strong>It has failed</strong>: \($0)</p>" }
        ?? "<p>This scope was not searched yet.</p>",
      playing: { progress in
        """
        \(progress.map { seen($0, of: state.search) } ?? "<p>The search begins.</p>")
        <form method="post" action="/stop/moves">\(hidden(state.fields(state.path, under: state.policy)))\
        <button>Stop <kbd class="script">Space</kbd></button></form>
        """
      },
      ended: { ended in
        let record = ended.record
        let cut: HTML =
          ended.cut.map { "<p class=\"cut\"><strong>Not the whole search</strong>: \($0.words).</p>" } ?? .nothing
        return """
          \(cut)<p class="verdict \(record.attacks.isEmpty ? "withinBound" : "boundExceeded")">\
          \(record.verdict), in \(seconds(ended.seconds)).</p>
          \(record.attacks.map { attack($0, state, rules) })
          """
      })
  }

  private static func seen(_ progress: SearchStanding, of search: Search) -> HTML {
    """
    <p><progress max="\(max(search.expectedStates, progress.states))" value="\(progress.states)" \
    aria-label="states seen, of those expected"></progress>
    \(ProgressLine.text(progress)), \(seconds(progress.seconds))</p>
    """
  }

  private static func seconds(_ seconds: Double) -> String { "\(Number.text(seconds)) s" }

  private static func attack(
    _ attack: ExplorationRecord.Attack, _ state: SearchState, _ rules: [String: String]
  ) -> HTML {
    guard let replay = attack.replay else { return .nothing }
    func file(_ ending: String) -> String {
      let property = (name: "property", value: attack.property.rawValue)
      return Links.address("/found\(ending)", state.fields([], under: state.policy) + [property])
    }
    let picture: HTML = "<img alt=\"Sequence diagram of the steps in the table\" src=\"\(file(".svg"))\">"
    let refusal: HTML =
      attack.refusedBy.map { rule in
        """
        <p>Under the intact policy it is refused first by <a href="/rules#\(rule)"><code>\(rule)</code></a>: \
        \(HTML.prose(rules[rule] ?? "")).</p>
        """
      } ?? .nothing
    let trusts = replay.trusts.map { "<li>\(HTML.prose($0))</li>" as HTML }
    return """
      <section><h4><code>\(attack.property.rawValue)</code> falls</h4><p>\(cryptography(replay))</p>
      \(HTML.scrolling("Steps of the attack", steps(replay, rules, .served, offersChange: false)))\(refusal)
      <details><summary>Who has what, after each step</summary>\(holdings(replay))</details>
      <details><summary>As a picture</summary><figure>\(HTML.scrolling("Sequence diagram", picture))</figure></details>
      <details><summary>What the trusts list</summary><ul>\(trusts)</ul></details>
      <p><a download href="\(file(".yaml"))">Save the attack as a scenario file</a>: \
      <code>\(CommandWords.line("attack", "found.yaml"))</code> plays it.</p></section>

      """
  }
}
