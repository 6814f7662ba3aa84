import Scenarios
public import Records
import Words

/// What became of a set of expectations.
public struct CheckReport: Codable, Hashable, Sendable {
  public static let formatVersion = 2

  public struct Case: Codable, Hashable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable { case canary, counterexample, expectation, coverage }
    public enum Outcome: String, Codable, Sendable { case met, notMet = "not-met", inconclusive, error, skipped }

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
    if isInvalid || outcomes.contains(.notMet) { return .notMet }
    return outcomes.contains(.inconclusive) ? .inconclusive : .met
  }

  public var status: Int32 { exitStatus.code }

  public var verdict: String {
    let counts = Case.Kind.allCases.map { kind in (kind, cases.filter { $0.kind == kind }) }.filter { !$0.1.isEmpty }
    let words = counts.map { kind, cases in "\(cases.count { $0.outcome == .met }) of \(cases.count) \(kind.plural)" }.joined(
      separator: ", ")
    let run = cases.count { $0.outcome != .skipped }
    if exitStatus == .interrupted { return "interrupted after \(run) of \(cases.count) cases: met \(words)" }
    return "\(exitStatus.words): \(isInvalid ? "a canary flipped, so nothing else says anything; " : "")\(words)"
  }

  public var text: String {
    var lines = leftOut.map { "left out: \($0)" }
    // Rules that are covered are no news.
    lines += cases.filter { $0.outcome == .met && $0.kind != .coverage }.map { "met: \($0.name)" }
    lines += uncovered.map { "not covered: \($0)" }
    for item in cases where item.outcome != .met {
      lines.append("\(item.outcome.rawValue): \(item.name)")
      // Indented, so that no message can pass for a case.
      lines += "\(item.place)\(item.message)".unicodeScalars.split(separator: "\n").map { "  \(String($0))" }
      lines += (item.story ?? "").unicodeScalars.split(separator: "\n").map { "    \(String($0))" }
    }
    if errorProbability > 0 {
      lines.append("error probability \((errorProbability * 1e6).rounded(.up) / 1e6) for all games and hops together")
    }
    return (lines + ["", verdict]).map { Escape.terminal($0) + "\n" }.joined()
  }

  public var json: String { get throws { try JSON.text(self, status: exitStatus) } }

  /// Durations are what differs between two runs of the same check.
  public mutating func forgetTimes() { for index in cases.indices { cases[index].seconds = 0 } }

  /// Gives each case of a file a name of its own: of two that look alike to a reader of reports it drops one.
  mutating func tellApart() {
    func look(_ name: String) -> String { Escape.terminal(name).split(separator: " ").joined(separator: " ") }
    var taken: Set<[String]> = []
    for index in cases.indices {
      let (item, file) = (cases[index], cases[index].file ?? "")
      var count = 1
      while !taken.insert([file, look(cases[index].name)]).inserted {
        count += 1
        cases[index].name = "\(item.name) (\(count))"
      }
    }
  }
}

extension CheckReport.Case {
  /// What could not be read.
  init(_ error: InputError) { self.init(.expectation, error.file, error.file, error.line, .error, error.description) }

  mutating func end(_ outcome: Outcome, _ message: String) { (self.outcome, self.message) = (outcome, message) }

  /// Where it stands; an error says that itself.
  fileprivate var place: String {
    guard let file, outcome != .error else { return "" }
    return "`\(file)`\(line.map { ", line \($0)" } ?? ""): "
  }
}

extension CheckReport.Case.Kind {
  var plural: String {
    switch self {
    case .canary: "canaries"
    case .counterexample: "known counterexamples"
    case .expectation: "expectations"
    case .coverage: "rules covered"
    }
  }
}
