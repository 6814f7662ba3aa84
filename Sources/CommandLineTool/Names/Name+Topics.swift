internal import AdversaryBridge
internal import Campaigns
internal import Expectations
internal import Grading
internal import Records
internal import Scenarios
internal import Statistics
internal import Teaching

/// What `describe` tells beside the lists.
extension Name {
  static var topics: [Name] {
    [
      Name(.words, group: "topics", "quorum", "how likely n or more of N operators are dishonest, for every n") {
        try quorum(operators: nil, n: nil, p: nil)
      },
      Name(.words, group: "topics", "nonces", "how long a key can be used with random nonces, and what rotation changes") {
        Description(try nonces())
      },
      Name(.words, group: "topics", "files", "scenario, policy, expectation, assignment and campaign files, key by key") {
        Description(FilesRecord(rules: FileFormat.rules, formats: FileFormat.all + [.assignment, .campaign]))
      },
      Name(.words, group: "topics", "protocol", "how adversaries in other languages play, game by game") {
        let page = try ProtocolPage.markdown(Gamekeeper.registry)
        return Description(text: page, markdown: page, record: page)
      },
      Name(.words, group: "topics", "handout", "the lessons of a class, to be printed: --format latex") {
        Description(Lesson.all.filter { $0.minutes != nil })
      },
    ]
  }

  static func quorum(operators: Int?, n: Int?, p: Double?) throws -> Description {
    let (operators, p) = (operators ?? 5, p ?? 0.01)
    let mistakes = [
      ((1...1_000).contains(operators), "`--operators` is \(operators); it should be 1 … 1000"),
      (n.map { 1 <= $0 && $0 <= operators } ?? true, "`--n` is \(n ?? 0); it should be 1 … \(operators)"),
      (p >= 0 && p <= 1, "`--p` is \(p); it should be 0 … 1"),
    ]
    if let mistake = mistakes.first(where: { !$0.0 }) { throw Problem.fail(mistake.1, status: Failure.usage) }
    let rows = (1...operators).map { quorum in
      let risk = QuorumRisk(operators: operators, quorum: quorum, probability: p)
      return QuorumRecord.Row(
        quorum: quorum, failure: risk.failure, log10Failure: risk.log10Failure, log10Complement: risk.log10Complement,
        spare: risk.spare)
    }
    return Description(QuorumRecord(operators: operators, probability: p, chosen: n, rows: rows))
  }
}
