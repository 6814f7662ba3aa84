public import Records

/// What was asked for on the page of a game or a hop, and how far it is.
public struct PlayState: Sendable {
  /// Where a run is that has not ended.
  public struct Progress: Sendable {
    public let trials, target, bad, violations, forfeits: UInt64
    public let advantage: Estimate
    public let seconds: Double
    public let tape: Tape

    public init(
      trials: UInt64, target: UInt64, bad: UInt64, violations: UInt64, forfeits: UInt64, advantage: Estimate, seconds: Double,
      tape: Tape
    ) {
      (self.trials, self.target, self.bad, self.violations, self.forfeits) = (trials, target, bad, violations, forfeits)
      (self.advantage, self.seconds, self.tape) = (advantage, seconds, tape)
    }
  }

  /// Why a run ended before all its trials were played: it is not *the* run of its settings then.
  public enum Cut: Sendable {
    case violation, stopped, unwatched, tooLong

    var words: String {
      switch self {
      case .violation: "it stopped at the first violation, which is open below"
      case .stopped: "it was stopped by hand"
      case .unwatched: "no page looked at it any more"
      case .tooLong: "it took too long for a page"
      }
    }
  }

  public struct Ended: Sendable {
    public let record: RunRecord
    /// The trial that its token stands for.
    public let trial: TrialRecord?
    public let tape: Tape
    /// Nil if all trials were played.
    public let cut: Cut?

    public init(_ record: RunRecord, trial: TrialRecord?, tape: Tape, cut: Cut?) {
      (self.record, self.trial, self.tape, self.cut) = (record, trial, tape, cut)
    }
  }

  public typealias Run = Standing<Progress, Ended>

  /// By the names of the form's fields; what is not there is as by default.
  public let fields: [String: String]
  /// In the order of their names.
  var kept: [(name: String, value: String)] { fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) } }
  public let adversary, suite: String
  public let twin: String?
  /// All of them.
  public let parameters: [String: Int]
  public let trials, seed: UInt64
  /// What the bound comes to; nil where an ε in it is assumed.
  public let boundValue: Double?
  /// The exact value, where a closed formula is known.
  public let exact: Double?
  /// What a shell does the same with.
  public let command: String
  /// The address of this page with these settings.
  public let address: String
  public let run: Run

  public init(
    fields: [String: String], adversary: String, suite: String, twin: String?, parameters: [String: Int], trials: UInt64,
    seed: UInt64, boundValue: Double?, exact: Double?, command: String, address: String, run: Run
  ) {
    (self.fields, self.adversary, self.suite, self.twin, self.parameters) = (fields, adversary, suite, twin, parameters)
    (self.trials, self.seed, self.boundValue, self.exact) = (trials, seed, boundValue, exact)
    (self.command, self.address, self.run) = (command, address, run)
  }
}
