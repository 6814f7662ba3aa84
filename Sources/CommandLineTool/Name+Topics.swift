internal import Scenarios
internal import Expectations

/// What `describe` tells beside the lists.
extension Name {
  static var topics: [Name] {
    [
      Name(.words, group: "topics", "quorum", "how likely n or more of N operators are dishonest, for every n") {
        try quorum(operators: nil, n: nil, p: nil)
      },
      Name(.words, group: "topics", "files", "scenario, policy and expectation files, key by key") {
        Description(FileFormat.all)
      },
    ]
  }

  static func quorum(operators: Int?, n: Int?, p: Double?) throws -> Description {
    try Problem.report {
      let (operators, p) = (operators ?? 5, p ?? 0.01)
      if let n { _ = try QuorumRisk(operators: operators, quorum: n, probability: p) }
      return Description(
        try QuorumRisk.table(operators: operators, probability: p), operators: operators, probability: p, chosen: n)
    }
  }
}
