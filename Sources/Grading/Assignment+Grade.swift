public import Records

extension GradeRecord {
  /// - Parameter student: with the number of the attempt where the coins are the student's own.
  public init(
    _ assignment: Assignment, by command: String, _ run: RunRecord, student: (name: StudentName, attempt: Int?)?,
    confinement: String, seconds: Double
  ) {
    let demands = assignment.demands(
      verdict: run.verdict, reason: run.reason, advantage: run.advantage, bound: run.bound?.value)
    self.init(
      assignment.name, title: assignment.title, mostPoints: assignment.points, mostQueries: assignment.mostQueries,
      timeLimit: assignment.timeLimit, by: command, run, demands: assignment.demands(demands, after: run.trials),
      student: student.map { ($0.name.text, $0.attempt) }, confinement: confinement, seconds: seconds)
  }
}
