public import Records
public import Scenarios
internal import Words

extension FileFormat {
  public static let assignment = FileFormat(
    title: "Assignment",
    words: "What `grade` asks of an adversary that is a command; `\(CommandWords.line("list", "assignments"))` names those of a "
      + "course.",
    mappings: [Assignment.keys, Assignment.shownKeys],
    sample: """
      assignment: find-collision
      title: Two points with one digest
      task: >
        The digest is short. Evaluate points until two of them have one digest,
        and show the service both.
      game: hash-idealization
      suite: calibrated
      set: {hashBits: 8}
      trials: 8000
      show: {verdict: boundAttained, advantage: 0.25, most-queries: 20}
      error-probability: 0.001
      time-limit: 600
      points: 20
      """)
}

extension Assignment {
  static let defaultErrorProbability = 1e-3

  static let keys = FileMapping(
    "assignment", "The file.",
    [
      FileKey("assignment", "text", "its name: letters, digits and hyphens; students' seeds are derived from it, too"),
      FileKey("title", "text", "one line that says what is to be done"),
      FileKey("task", "text", "more about it, for the class", default: "none"),
      FileKey("game", "a game", "what is played", default: "see `hop`"),
      FileKey("hop", "a hop", "what is played, instead of `game`", default: "see `game`"),
      FileKey("suite", "a suite", "the primitives to play on", default: "`calibrated`"),
      FileKey(
        "set", "mapping of parameters to whole numbers", "as `\(CommandWords.option("set"))`",
        default: "the parameters' defaults"),
      FileKey("trials", 1...10_000_000, "how many are played"),
      FileKey("show", "mapping", "what has to be shown"),
      FileKey(
        "error-probability", "number between 0 and 0.5",
        "a solution without what is asked for passes with this probability at most, and only a longer run makes it smaller",
        default: "\(defaultErrorProbability)"),
      FileKey(
        "time-limit", 1...86_400, "so many seconds the run may take; if they do not suffice for all trials nothing is shown",
        default: "no limit"),
      FileKey("points", "number from 0 on", "for whoever shows all of it; nobody has a part of them"),
    ])

  static let shownKeys = FileMapping(
    "what has to be shown", "The mapping under `show`; a `verdict` or an `advantage` at least.",
    [
      FileKey(
        "verdict", showable.map { "`\($0.name)`" }.joined(separator: ", "), "the verdict of the run", default: "not asked"),
      FileKey("advantage", "number between 0 and 1", "the lower end of its interval is at least this", default: "not asked"),
      FileKey(
        "most-queries", 1...1_000_000, "so many queries of any kind a trial may have; one more ends it, as a forfeit",
        default: "what the budgets allow"),
    ])

  /// The verdicts that speak of an adversary; that no advantage was seen says nothing of it.
  private static let showable: [ExpectedVerdict] =
    [.advantageShown, .withinBound, .boundExceeded, .boundAttained].map { .exactly($0) } + [.atMostBound]

  /// - Throws: what is wrong with the text, with its place.
  public init(yaml text: String, file: String) throws(InputError) {
    let document = try YAMLNode.document(text, file: file)
    let fields = try document.fields(Self.keys)
    let node = try document.required("assignment", fields)
    name = try node.string()
    guard name.count <= 64, name.wholeMatch(of: /[A-Za-z0-9]+(-[A-Za-z0-9]+)*/) != nil else {
      throw node.error("`\(name)` is no name", hint: "letters, digits and hyphens, for example find-collision")
    }
    title = try document.required("title", fields).string()
    task = try fields["task"]?.string() ?? ""
    let played: YAMLNode
    switch (fields["game"], fields["hop"]) {
    case (let node?, nil): (kind, played) = (.game, node)
    case (nil, let node?): (kind, played) = (.hop, node)
    default: throw document.error("an assignment is about one `game` or one `hop`")
    }
    entry = try played.string()
    suite = try fields["suite"]?.string() ?? "calibrated"
    var settings: [(String, Int)] = []
    if let node = fields["set"] { for (name, value) in try node.mapping() { settings.append((name, try value.int())) } }
    self.settings = settings
    trials = UInt64(try document.required("trials", fields).int())
    errorProbability =
      try fields["error-probability"].map { node throws(InputError) in
        let value = try node.number()
        // Below this the sequences have no numbers left to say it with.
        guard value >= 1e-12, value < 0.5 else { throw node.error("\(value) is not between 0 and 0.5") }
        return value
      } ?? Self.defaultErrorProbability
    let points = try document.required("points", fields)
    self.points = try points.number()
    guard self.points >= 0, self.points <= 1e6 else { throw points.error("\(self.points) is not within 0 … 1000000") }

    timeLimit = try fields["time-limit"]?.int()

    let show = try document.required("show", fields)
    let shown = try show.fields(Self.shownKeys)
    guard shown["verdict"] != nil || shown["advantage"] != nil else {
      throw show.error("nothing has to be shown", hint: "a `verdict`, an `advantage`, or both")
    }
    verdict = try shown["verdict"].map { node throws(InputError) in
      let name = try node.string()
      guard let verdict = Self.showable.first(where: { $0.name == name }) else {
        throw node.error("`\(name)` is no verdict about an adversary", hint: YAMLNode.suggestion(name, Self.showable.map(\.name)))
      }
      return verdict
    }
    advantage = try shown["advantage"].map { node throws(InputError) in
      let value = try node.number()
      guard value > 0, value < 1 else {
        throw node.error("an advantage of \(value) cannot be shown", hint: "it is above 0, and no interval of a run reaches 1")
      }
      return value
    }
    mostQueries = try shown["most-queries"]?.int()
    place = Place(file: file, line: played.line, shown: show.line)
  }
}

extension YAMLNode {
  fileprivate func number() throws(InputError) -> Double {
    let text = try string()
    guard let number = Double(text), number.isFinite else { throw error("`\(text)` is not a number") }
    return number
  }
}
