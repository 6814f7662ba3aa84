public import Records

/// What became of a solution of an assignment.
public struct GradeRecord: Encodable, Sendable {
  /// Something that had to be shown.
  public struct Demand: Encodable, Hashable, Sendable {
    public let name: String
    public let wanted: String
    public let shown: String
    public let outcome: Outcome
  }

  public let assignment: String
  public let title: String
  public let student: String?
  public let attempt: Int?
  public let command: String
  /// How the command was confined.
  public let confinement: String
  public let game: String
  public let suite: String
  public let parameters: [String: Int]
  public let mostQueries: Int?
  /// In seconds.
  public let timeLimit: Int?
  public let trials: UInt64
  public let forfeits: UInt64
  public let advantage: Estimate
  public let bound: BoundRecord?
  public let verdict: Verdict.Kind
  public let reason: String
  public let errorProbability: Double
  public let demands: [Demand]
  public let points: Double
  public let mostPoints: Double
  /// What it comes to: the exit status, and why.
  public let outcome: Outcome
  public let seconds: Double
  /// The token of a telling trial. It holds the secret of the run's coins, and so there is none where these are a student's own:
  /// a later submission would be played on coins that it could compute.
  public let replay: String?

  /// - Parameter student: with the number of the attempt where the coins are the student's own.
  public init(
    _ assignment: Assignment, by command: String, _ run: RunRecord, student: (name: StudentName, attempt: Int?)?,
    confinement: String, seconds: Double
  ) {
    (self.assignment, title, self.command) = (assignment.name, assignment.title, command)
    (self.student, attempt) = (student?.name.text, student?.attempt)
    (self.confinement, self.seconds) = (confinement, seconds)
    (game, suite, parameters, mostQueries) = (run.game, run.suite, run.parameters, assignment.mostQueries)
    (trials, forfeits, advantage, bound) = (run.trials, run.forfeits, run.advantage, run.bound)
    (verdict, reason, errorProbability) = (run.verdict, run.reason, run.alpha)
    timeLimit = assignment.timeLimit
    demands = assignment.demands(
      assignment.demands(verdict: run.verdict, reason: run.reason, advantage: run.advantage, bound: run.bound?.value),
      after: run.trials)
    outcome = run.stopped == .interrupted ? .interrupted : Outcome.all(demands.map(\.outcome))
    mostPoints = assignment.points
    points = outcome.status == .met ? assignment.points : 0
    replay = student?.attempt == nil ? run.replay : nil
  }
}
