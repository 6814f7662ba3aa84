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
    /// The assignments that are about this game.
    public let tasks: [Task]
    public let run: (record: RunRecord, trial: TrialRecord?, grade: Grade?)?

    public init(
      example: String, file: String, mostTrials: UInt64, tasks: [Task],
      run: (record: RunRecord, trial: TrialRecord?, grade: Grade?)?
    ) {
      (self.example, self.file, self.mostTrials, self.tasks, self.run) = (example, file, mostTrials, tasks, run)
    }
  }

  /// An assignment.
  public struct Task: Sendable {
    public let name, title, task: String
    /// Whether what is run is graded by it.
    public let isChosen: Bool
    /// The page with its settings, and what grades a file of one's own.
    public let address, command: String

    public init(name: String, title: String, task: String, isChosen: Bool, address: String, command: String) {
      (self.name, self.title, self.task, self.isChosen) = (name, title, task, isChosen)
      (self.address, self.command) = (address, command)
    }
  }

  /// What an assignment makes of a run.
  public struct Grade: Sendable {
    let words: String
    let demands: [String]
    let outcome: Outcome

    public init(_ words: String, _ demands: [String], _ outcome: Outcome) {
      (self.words, self.demands, self.outcome) = (words, demands, outcome)
    }

    fileprivate var html: HTML {
      """
      <p id="grade" class="answer \(outcome.status == .met ? "right" : "wrong")">\(words)</p>
      <ul>\(demands.map { "<li>\($0)</li>" as HTML })</ul>
      """
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
          <h3>Result</h3>\(run.grade?.html ?? .nothing)\(run.record.html(exact: state.exact))
          <p class="small">The token names <code>\(run.record.adversary)</code>: it is replayed in a folder with the files
          above.</p>
          \(trial)
          """
      } ?? "<p>Nothing was run yet.</p>"
    let chosen = bench.tasks.filter(\.isChosen).map { (name: "assignment", value: $0.name) }
    let files = ["gamekeeper.js", "package.json"].map { "<a href=\"\(facts.path)/break/\($0)\" download>\($0)</a>" as HTML }
    return Page(
      "\(facts.name): break", in: .games,
      body: """
        \(top(facts, state, .break))
        <section id="bench" data-page="\(facts.path)/break" data-file="\(bench.file)"><h2>Break</h2>
        <p>Write an adversary in JavaScript: a generator that yields queries, is sent answers, and returns its guess.
        It runs in your browser, in a worker that reaches nothing; its queries are asked of
        this server, whose coins are secret.</p>
        \(tasks(facts, state, bench))<noscript><p class="error">This needs the script of the page. Without it: \
        <code>\(CommandWords.line("new", "adversary", "Mine", CommandWords.option("language", "javascript"),
          CommandWords.option("game", facts.name)))</code></p></noscript>
        <label for="code">The adversary</label>
        <textarea id="code" rows="24" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off"></textarea>
        <pre id="example" hidden>\(bench.example)</pre>
        <p class="actions"><button type="button" class="script" id="export">Save as <code>\(bench.file)</code></button>
        <button type="button" class="script" id="begin-anew">Begin again from the example</button></p>
        <p class="small">What you write is kept in this browser. Beside the file node needs \(files.joined(" and ")); then
        <code>\(command(facts, state, bench))</code></p>
        \(settings(facts, state, action: "begin", button: "Run it", trials: bench.mostTrials, sends: chosen))
        <p id="problem" class="error" role="alert" hidden></p>
        <p id="progress" role="status"></p><pre id="log" hidden></pre>
        <div id="result" data-state="\(bench.run == nil ? "none" : "ended")">\(shown)</div></section>
        \(bottom(listing))<script src="/break.js" defer></script>
        """)
  }

  private static func tasks(_ facts: PlayFacts, _ state: PlayState, _ bench: Bench) -> HTML {
    let items = bench.tasks.map { task -> HTML in
      let choice: HTML =
        task.isChosen
        ? """
        <strong>What you run is graded by it</strong>, with these settings; \
        <a href="\(Way.break.address(state.address))">leave it</a>.
        """ : "<a href=\"\(task.address)\">Take it</a>."
      return """
        <section class="exercise"><h3>Assignment: \(task.title)</h3><p>\(HTML.prose(task.task))</p>
        <p>\(choice) A shell grades a file: <code>\(task.command)</code></p></section>

        """
    }
    return "\(items)"
  }

  private static func command(_ facts: PlayFacts, _ state: PlayState, _ bench: Bench) -> String {
    let verb = facts.kind == "game" ? "play" : facts.kind
    return CommandWords.line(
      verb, facts.name, CommandWords.option("adversary-command", "'node \(bench.file)'"),
      CommandWords.option("suite", state.suite))
  }

  // MARK: What the worker runs

  public static let client = ShippedFiles.texts["Adversaries/External/javascript/gamekeeper.js"] ?? ""
  public static let clientPackage = ShippedFiles.texts["Adversaries/External/javascript/package.json"] ?? ""

  /// The client, as the worker has it: not as a module, which it could not load.
  public static func worker(_ text: String) -> String {
    "const client = (() => {\n" + client.replacing(#/(?m)^export /#, with: "")
      + "\nreturn { Coins, Player, philox, query, version };\n})();\n" + text
  }
}
