/// What became of a set of expectations.
public struct CheckRecord: Codable, Hashable, Sendable {
  public static let formatVersion = 2

  public struct Case: Codable, Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable { case canary, counterexample, expectation, coverage }
    public enum Outcome: String, Codable, Sendable { case met, notMet = "not-met", inconclusive, error, unavailable, skipped }

    public var kind: Kind
    /// No other case of the same file has this name.
    public var name: String
    /// Nil for what is built in.
    public var file: String?
    public var line: Int?
    public var outcome: Outcome
    /// What happened, and if it was not expected what was.
    public var message: String
    /// The attacks that a search found and nobody expected, step by step.
    public var story: String?
    public var seconds: Double
    /// The error probability of what a game or a hop shows; nil where nothing is sampled.
    public var errorProbability: Double?
    /// The advantage as a part of the bound, if the bound of a game or a hop is below 1 and the trials say anything of it.
    public var share: Estimate?

    public init(_ kind: Kind, _ name: String, _ file: String?, _ line: Int?, _ outcome: Outcome = .met, _ message: String = "") {
      (self.kind, self.name, self.file, self.line) = (kind, name, file, line)
      (self.outcome, self.message, seconds) = (outcome, message, 0)
    }
  }

  public init() {}

  public var format = Self.formatVersion
  public var cases: [Case] = []
  /// Rules never seen to allow or never to refuse, and what is missing; where coverage is required these are cases.
  public var uncovered: [String] = []
  /// That of all cases together: with at most this probability any of them says what is not so.
  public var errorProbability: Double { cases.reduce(0) { $0 + ($1.errorProbability ?? 0) } }
  /// What was found in folders and not read, and why.
  public var leftOut: [String] = []

  /// If a canary fails the whole run says nothing.
  public var isInvalid: Bool { cases.contains { $0.kind == .canary && $0.outcome != .met && $0.outcome != .skipped } }

  public var exitStatus: RunStatus {
    let outcomes = Set(cases.map(\.outcome))
    if outcomes.contains(.skipped) { return .interrupted }
    if outcomes.contains(.error) { return .error }
    if outcomes.contains(.unavailable) { return .unavailable }
    if isInvalid || outcomes.contains(.notMet) { return .notMet }
    return outcomes.contains(.inconclusive) ? .inconclusive : .met
  }

  public var verdict: String {
    let counts = Case.Kind.allCases.map { kind in (kind, cases.filter { $0.kind == kind }) }.filter { !$0.1.isEmpty }
    let words = counts.map { kind, cases in "\(cases.count { $0.outcome == .met }) of \(cases.count) \(kind.plural)" }.joined(
      separator: ", ")
    let run = cases.count { $0.outcome != .skipped }
    if exitStatus == .interrupted { return "interrupted after \(run) of \(cases.count) cases: met \(words)" }
    return "\(exitStatus.words): \(isInvalid ? "a canary flipped, so nothing else says anything; " : "")\(words)"
  }

  /// Durations are what differs between two runs of the same check.
  public mutating func forgetTimes() { for index in cases.indices { cases[index].seconds = 0 } }
}

extension CheckRecord.Case.Kind {
  var plural: String {
    switch self {
    case .canary: "canaries"
    case .counterexample: "known counterexamples"
    case .expectation: "expectations"
    case .coverage: "rules covered"
    }
  }
}
