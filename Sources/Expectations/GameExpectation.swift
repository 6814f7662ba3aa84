public import Records
public import Scenarios

/// A game or a hop that is to be played, what is to come of it, and why: a verdict alone may be right for a wrong reason.
///
///     - hop: ind_uf
///       adversary: guess
///       set: {signatureBits: 8}
///       trials: 4000
///       expect: boundAttained
///       because: {violations: 0, bad-event: seen, reduction: holds}
public struct GameExpectation: Sendable {
  public enum Kind: String, CaseIterable, Sendable { case game, hop }

  /// What else the run has to show; what is nil is not asked.
  public struct Because: Sendable {
    public enum Occurrence: String, CaseIterable, Sendable { case seen, never }

    /// How many trials in lockstep refute the hop.
    public var violations: UInt64?
    /// Words of the first violation.
    public var violation: String?
    public var badEvent: Occurrence?
    /// What becomes of the reduction's inequality.
    public var reduction: ReductionVerdict?
    /// Words of the referee's reason.
    public var reason: String?
    /// Where the advantage is, and which part of the bound it is.
    public var advantage, attained: NumberRange?
  }

  public let kind: Kind
  public let name: String
  /// Nil: the first that plays it.
  public let adversary: String?
  /// A command that plays it instead, in any language, and how that is confined.
  public let adversaryCommand, sandbox: String?
  public let suite: String?
  public let settings: [(name: String, value: Int)]
  /// A planted defect.
  public let twin: String?
  public let trials: UInt64?
  /// Nil: 1, or for a command a fresh one and coins that it cannot compute.
  public let seed: UInt64?
  public let verdict: ExpectedVerdict
  public let because: Because
  /// Where it stands.
  let place: (file: String, line: Int?, key: String)

  /// An error about this case.
  public func error(_ message: String, hint: String?) -> InputError {
    InputError(file: place.file, line: place.line, key: place.key, message, hint: hint)
  }

  var words: String {
    let settings = settings.map { "\($0.name)=\($0.value)" }
    let parts =
      [adversary ?? adversaryCommand.map { "`\($0)`" }, twin.map { "with the defect \($0)" }, suite].compactMap { $0 } + settings
    return "\(kind.rawValue) \(name)" + parts.map { ", \($0)" }.joined()
  }

  /// What the run shows that was not expected, in words; nil if it is as expected.
  func objection(to run: RunRecord) -> String? {
    if !verdict.isMet(by: run.verdict, bound: run.bound?.value) {
      return "it ends with \(run.verdict) (\(run.reason)), but should with \(verdict.name)"
    }
    let lockstep = run.lockstep
    if let violations = because.violations {
      if lockstep.trials == 0 { return "no trial was played in lockstep, so there was nothing to violate" }
      if lockstep.violations != violations {
        return
          "\(lockstep.violations) of \(lockstep.trials) trials in lockstep refute it\(lockstep.first.map { ": \($0)" } ?? ""), "
          + "but \(violations) should"
      }
    }
    if let words = because.violation, lockstep.first?.contains(words) != true {
      return "the first violation is \(lockstep.first.map { "“\($0)”" } ?? "none"), but should be “\(words)”"
    }
    switch because.badEvent {
    case .seen? where run.bad.count == 0: return "the bad event was never seen in \(run.trials) trials"
    case .never? where run.bad.count > 0: return "the bad event was seen in \(run.bad.count) of \(run.trials) trials"
    default: break
    }
    if let wanted = because.reduction, run.reduction?.verdict != wanted {
      let found = run.reduction.map { "is found: \($0.verdict.rawValue) (\($0.reason))" } ?? "does not exist"
      return "the reduction's inequality \(found), but should be: \(wanted.rawValue)"
    }
    // A refutation that nobody expected is never fine, whatever the verdict.
    if because.reduction == nil, let reduction = run.reduction, reduction.verdict == .refuted {
      return "the reduction's inequality is refuted: \(reduction.reason)"
    }
    if because.reduction != .refuted, because.violation == nil,
      let link = run.chain?.first(where: { $0.verdict == .refuted })
    {
      return "the chain is refuted between \(link.from) and \(link.to): \(link.reason)"
    }
    if let words = because.reason, !run.reason.contains(words) {
      return "the reason is “\(run.reason)”, which does not say “\(words)”"
    }
    return nil
  }

  /// What the numbers of the run say of those that were expected; nil if they are within.
  func numbers(of run: RunRecord) -> (outcome: CheckRecord.Case.Outcome, words: String)? {
    for (name, range, measured) in [
      ("advantage", because.advantage, run.advantage), ("share of the bound", because.attained, run.share),
    ] {
      guard let range else { continue }
      guard let measured else {
        return (.inconclusive, "so few trials, or such a bound, say nothing of the \(name), which should be \(range)")
      }
      let interval = "[\(measured.lower), \(measured.upper)]"
      switch range.standing(of: measured) {
      case .within: break
      case .outside: return (.notMet, "the \(name) lies in \(interval), but should be \(range)")
      case .open: return (.inconclusive, "the \(name) lies in \(interval), which does not tell whether it is \(range)")
      }
    }
    return nil
  }
}
