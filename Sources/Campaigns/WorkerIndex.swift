/// Which part of the shards a worker plays: of n workers number k, counted from 0, plays shards k, k + n, k + 2n, …
public struct WorkerIndex: Hashable, Sendable {
  public let number, count: Int

  /// Everything: the one worker.
  public static let all = WorkerIndex(number: 0, count: 1)

  private init(number: Int, count: Int) { (self.number, self.count) = (number, count) }

  /// - Parameter text: `k/n`, for example `0/4` for the first of four.
  public init(_ text: String) throws(CampaignError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], 0 <= number, number < count else {
      throw CampaignError(.usage, "`\(text)` names no worker", hint: "k/n with 0 ≤ k < n: `0/4` is the first of four")
    }
    self.init(number: number, count: count)
  }

  /// What an engine says in the environment of a task, with the number that it gives the first of them.
  private static let variables = [
    ("SLURM_ARRAY_TASK_ID", 0), ("AWS_BATCH_JOB_ARRAY_INDEX", 0), ("PBS_ARRAY_INDEX", 0), ("PBS_ARRAYID", 0), ("SGE_TASK_ID", 1),
    ("LSB_JOBINDEX", 1),
  ]

  /// The worker that an engine's variable names; nil where there is none.
  /// - Parameter count: of how many.
  public init?(_ environment: [String: String], of count: Int) throws(CampaignError) {
    // What is no array of jobs has 0, or the word, for an index.
    let found = Self.variables.compactMap { name, first in
      environment[name].flatMap { $0 == "undefined" || (first == 1 && $0 == "0") ? nil : (name: name, text: $0, first: first) }
    }
    guard let variable = found.first else { return nil }
    guard let number = Int(variable.text), (0..<count).contains(number - variable.first) else {
      throw CampaignError(
        .usage, "`\(variable.name)=\(variable.text)` names no worker of \(count)",
        hint: "\(variable.first) to \(count - 1 + variable.first), as many as there are")
    }
    self.init(number: number - variable.first, count: count)
  }
}
