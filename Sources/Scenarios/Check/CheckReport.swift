/// What became of a set of expectations.
public struct CheckReport: Codable, Hashable, Sendable {
  public static let formatVersion = 1

  public struct Case: Codable, Hashable, Sendable {
    public enum Kind: String, Codable, Sendable { case canary, counterexample, expectation }
    public enum Outcome: String, Codable, Sendable { case met, notMet = "not-met", inconclusive, error, skipped }

    public var kind: Kind
    public var name: String
    public var file: String
    public var line: Int?
    public var outcome: Outcome
    /// What happened, and if it was not expected what was.
    public var message: String
    /// The attacks that a search found and nobody expected, step by step.
    public var story: String?
    public var seconds: Double
    /// The error probability of what a game or a hop shows; nil where nothing is sampled.
    public var errorProbability: Double?
  }

  public var format = Self.formatVersion
  public var cases: [Case] = []
  /// Rules never seen to allow or never to refuse, and what is missing.
  public var uncovered: [String] = []
  /// That of all cases together: with at most this probability any of them says what is not so.
  public var errorProbability: Double { cases.reduce(0) { $0 + ($1.errorProbability ?? 0) } }
  /// If a canary fails the whole run says nothing.
  public var isInvalid: Bool { cases.contains { $0.kind == .canary && $0.outcome != .met && $0.outcome != .skipped } }

  /// The exit status: 0 met, 1 not met, 2 inconclusive, 65 bad input.
  public var status: Int32 {
    if cases.contains(where: { $0.outcome == .error }) { return 65 }
    if isInvalid || cases.contains(where: { $0.outcome == .notMet }) { return 1 }
    return cases.contains { $0.outcome == .inconclusive || $0.outcome == .skipped } ? 2 : 0
  }

  public var verdict: String {
    let counts = Case.Kind.allKinds.map { kind in (kind, cases.filter { $0.kind == kind }) }.filter { !$0.1.isEmpty }
    let words = counts.map { kind, cases in "\(cases.filter { $0.outcome == .met }.count) of \(cases.count) \(kind.plural)" }.joined(separator: ", ")
    let skipped = cases.filter { $0.outcome == .skipped }.count
    if skipped > 0 { return "interrupted after \(cases.count - skipped) of \(cases.count) cases: met \(words)" }
    return (isInvalid ? "invalid: a canary flipped; " : status == 0 ? "met: " : "not met: ") + words
  }

  public var text: String {
    var out = ""
    for item in cases where item.outcome == .met { out += "met: \(item.name)\n" }
    for rule in uncovered { out += "not covered: \(rule)\n" }
    for item in cases where item.outcome != .met {
      // An error says itself where it is.
      let place = item.outcome == .error ? "" : "`\(item.file)`\(item.line.map { ", line \($0)" } ?? ""): "
      out += "\(item.outcome.rawValue): \(item.name)\n  \(place)\(item.message)\n"
      for line in (item.story ?? "").split(separator: "\n") { out += "    \(line)\n" }
    }
    return out + "\n\(verdict)\n"
  }

  public var json: String { JSONText.of(self) }
}

extension CheckReport.Case.Kind {
  static var allKinds: [Self] { [.canary, .counterexample, .expectation] }
  var plural: String {
    switch self {
    case .canary: "canaries"
    case .counterexample: "known counterexamples"
    case .expectation: "expectations"
    }
  }
}
