public import Records
internal import Words

extension GradeRecord {
  /// The last line, and what every report says of the whole.
  public var verdictWords: String {
    "\(Self.points(points)) of \(Self.points(mostPoints)) points, \(outcome.words ?? outcome.status.words)"
  }

  public var text: String {
    let settings = parameters.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    let most = mostQueries.map { ", at most \($0) queries a trial" } ?? ""
    var lines = ["assignment  \(assignment): \(title)"]
    if let student { lines.append("student     \(student)\(attempt.map { ", attempt \($0)" } ?? "")") }
    lines += [
      "command     \(command)", "confined    \(confinement)", "game        \(game) on \(suite),\(settings)\(most)",
      "played      \(Number.grouped(trials)) trials, \(Number.grouped(forfeits)) forfeits; error probability "
        + Number.text(errorProbability, .up) + (timeLimit.map { "; time limit \($0) s" } ?? ""),
      "verdict     \(verdict.rawValue): \(reason)",
    ]
    if let value = bound?.value { lines.append("bound       \(Number.text(value))") }
    lines.append("")
    lines += demands.map(\.line)
    if let replay { lines += ["", "replay      \(CommandWords.line("replay", CommandWords.option("run"), "'\(replay)'"))"] }
    return (lines + ["", verdictWords]).map { Escape.terminal($0) + "\n" }.joined()
  }

  public var json: String { get throws { try JSON.text(self, status: outcome.status) } }

  /// A case for each thing that had to be shown.
  public func junit(from folder: String, timestamp: String) -> String {
    var check = CheckRecord()
    check.cases = demands.map { demand in
      let outcome: CheckRecord.Case.Outcome =
        switch self.outcome.status == .interrupted ? .interrupted : demand.outcome.status {
        case .met: .met
        case .notMet: .notMet
        case .inconclusive: .inconclusive
        case .error: .error
        case .unavailable: .unavailable
        case .interrupted: .skipped
        }
      return .init(.expectation, "\(assignment): \(demand.name) \(demand.wanted)", nil, nil, outcome, demand.line)
    }
    if let last = check.cases.indices.last { check.cases[last].seconds = seconds }
    return check.junit(from: folder, timestamp: timestamp, verb: "grade", verdict: verdictWords)
  }

  /// The `results.json` of a Gradescope autograder, as gradescope-autograders.readthedocs.io/en/latest/specs specifies it.
  public var gradescope: String {
    get throws {
      try JSON.text(
        Gradescope(
          score: points, execution_time: seconds, output: verdictWords,
          tests: demands.map {
            .init(
              name: "\(assignment): \($0.name) \($0.wanted)",
              status: outcome.status != .interrupted && $0.outcome.status == .met ? "passed" : "failed", output: $0.line)
          }))
    }
  }

  /// The parts of the format that say something here.
  private struct Gradescope: Encodable {
    struct Test: Encodable { let name, status, output: String }

    let score: Double
    /// Named as the format names it.
    let execution_time: Double
    let output: String
    let tests: [Test]
  }

  private static func points(_ points: Double) -> String { Number.text(points) }
}

extension GradeRecord.Demand {
  /// What became of it, with why.
  public var line: String {
    "\(outcome.status.words): \(name) \(wanted); the run shows \(shown)" + (outcome.why.map { "; \($0)" } ?? "")
  }
}
