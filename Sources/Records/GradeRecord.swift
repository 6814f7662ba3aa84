/// What became of a solution of an assignment.
public struct GradeRecord: Encodable, Sendable {
  /// Something that had to be shown.
  public struct Demand: Encodable, Hashable, Sendable {
    public let name: String
    public let wanted: String
    public let shown: String
    public let outcome: Outcome

    public init(name: String, wanted: String, shown: String, outcome: Outcome) {
      (self.name, self.wanted, self.shown, self.outcome) = (name, wanted, shown, outcome)
    }
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

  /// - Parameters:
  ///   - mostPoints: what is given for all of it; for less there is nothing.
  ///   - student: with the number of the attempt where the coins are the student's own.
  public init(
    _ assignment: String, title: String, mostPoints: Double, mostQueries: Int?, timeLimit: Int?, by command: String,
    _ run: RunRecord, demands: [Demand], student: (name: String, attempt: Int?)?, confinement: String, seconds: Double
  ) {
    (self.assignment, self.title, self.command) = (assignment, title, command)
    (self.student, attempt) = (student?.name, student?.attempt)
    (self.confinement, self.seconds) = (confinement, seconds)
    (game, suite, parameters, self.mostQueries) = (run.game, run.suite, run.parameters, mostQueries)
    (trials, forfeits, advantage, bound) = (run.trials, run.forfeits, run.advantage, run.bound)
    (verdict, reason, errorProbability) = (run.verdict, run.reason, run.alpha)
    (self.timeLimit, self.demands, self.mostPoints) = (timeLimit, demands, mostPoints)
    outcome = run.stopped == .interrupted ? .interrupted : Outcome.all(demands.map(\.outcome))
    points = outcome.status == .met ? mostPoints : 0
    replay = student?.attempt == nil ? run.replay : nil
  }
}
