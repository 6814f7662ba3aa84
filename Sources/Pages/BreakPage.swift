public import Records
public import Teaching
internal import ShippedFiles
internal import Words

extension Page {
  /// A program that plays, written by the reader, and what it has shown.
  public struct Bench: Sendable {
    /// What the editor begins with.
    public let example: String
    /// The name of its file.
    public let file: String
    public let mostTrials: UInt64
    public let run: (record: RunRecord, trial: TrialRecord?)?

    public init(example: String, file: String, mostTrials: UInt64, run: (record: RunRecord, trial: TrialRecord?)?) {
      (self.example, self.file, self.mostTrials, self.run) = (example, file, mostTrials, run)
    }
  }

  /// The page on which the reader writes an adversary.
  public static func bench(_ facts: PlayFacts, listing: Listing?, _ state: PlayState, _ bench: Bench) -> Page {
    let shown: HTML =
      bench.run.map { run in
        let trial: HTML =
          run.trial.map { "<details class=\"trial\"><summary>The trial behind the token</summary>\($0.html)</details>" }
          ?? .nothing
        return """
          <h3>Result</h3>\(run.record.html(exact: state.exact))
          <p class="small">The token names <code>\(run.record.adversary)</code>: it is replayed in a folder with the files
          above.</p>
          \(trial)
          """
      } ?? "<p>Nothing was run yet.</p>"
    let files = ["gamekeeper.js", "package.json"].map { "<a href=\"\(facts.path)/break/\($0)\" download>\($0)</a>" as HTML }
    return Page(
      "\(facts.name): break", in: .games,
      body: """
        \(top(facts, state, .break))
        <section id="bench" data-page="\(facts.path)/break" data-file="\(bench.file)"><h2>Break</h2>
        <p>Write an adversary in JavaScript: a generator that yields queries, is sent answers, and returns its guess.
        It runs in your browser, in a worker that reaches nothing; its queries are asked of
        this server, whose coins are secret.</p>
        <noscript><p class="error">This needs the script of the page. Without it: \
        <code>\(CommandWords.line("new", "adversary", "Mine", CommandWords.option("language", "javascript"),
          CommandWords.option("game", facts.name)))</code></p></noscript>
        <label for="code">The adversary</label>
        <textarea id="code" rows="24" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off"></textarea>
        <pre id="example" hidden>\(bench.example)</pre>
        <p class="actions"><button type="button" class="script" id="export">Save as <code>\(bench.file)</code></button>
        <button type="button" class="script" id="begin-anew">Begin again from the example</button></p>
        <p class="small">What you write is kept in this browser. Beside the file node needs \(files.joined(" and ")); then
        <code>\(command(facts, state, bench))</code></p>
        \(settings(facts, state, action: "begin", button: "Run it", trials: bench.mostTrials))
        <p id="problem" class="error" role="alert" hidden></p>
        <p id="progress" role="status"></p><pre id="log" hidden></pre>
        <div id="result" data-state="\(bench.run == nil ? "none" : "ended")">\(shown)</div></section>
        \(bottom(listing))<script src="/break.js" defer></script>
        """)
  }

  private static func command(_ facts: PlayFacts, _ state: PlayState, _ bench: Bench) -> String {
    let verb = facts.kind == "game" ? "play" : facts.kind
    return CommandWords.line(
      verb, facts.name, CommandWords.option("adversary-command", "'node \(bench.file)'"),
      CommandWords.option("suite", state.suite))
  }

  // MARK: What the worker runs

  public static let breakScript = ShippedFiles.texts["Sources/Pages/Assets/break.js"] ?? ""
  public static let client = ShippedFiles.texts["Adversaries/External/javascript/gamekeeper.js"] ?? ""
  public static let clientPackage = ShippedFiles.texts["Adversaries/External/javascript/package.json"] ?? ""

  /// The client, as the worker has it: not as a module, which it could not load.
  public static let worker =
    "const client = (() => {\n" + client.replacing(#/(?m)^export /#, with: "")
    + "\nreturn { Coins, Player, philox, query, version };\n})();\n"
    + (ShippedFiles.texts["Sources/Pages/Assets/worker.js"] ?? "")
}
