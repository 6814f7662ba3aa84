internal import Words

/// What came of the last trials of a run, one by one.
public struct Tape: Sendable {
  public enum Outcome: String, CaseIterable, Sendable {
    case nothing, bad, differs, forfeit, violation

    var mark: String {
      switch self {
      case .nothing: "·"
      case .bad: "B"
      case .differs: "≠"
      case .forfeit: "F"
      case .violation: "V"
      }
    }

    var words: String {
      switch self {
      case .nothing: "nothing"
      case .bad: "bad event"
      case .differs: "another bit in each world"
      case .forfeit: "forfeit"
      case .violation: "violation"
      }
    }
  }

  public struct Trial: Sendable {
    public let number: UInt64
    public let outcome: Outcome
    /// Its replay token, where there is something to see.
    public let token: String?

    public init(_ number: UInt64, _ outcome: Outcome, token: String?) {
      (self.number, self.outcome, self.token) = (number, outcome, token)
    }
  }

  /// So many at most.
  public static let length: UInt64 = 60

  public let trials: [Trial]

  public init(_ trials: [Trial]) { self.trials = trials }

  var html: HTML {
    guard !trials.isEmpty else { return .nothing }
    let cells = trials.map { trial -> HTML in
      let cell: HTML = "<span class=\"\(trial.outcome.rawValue)\" aria-hidden=\"true\">\(trial.outcome.mark)</span>"
      guard let token = trial.token else { return cell }
      return """
        <a href="/trial?token=\(Escape.query(token))" aria-label="trial \(trial.number): \(trial.outcome.words)">\(cell)</a>
        """
    }
    let legend = Outcome.allCases.filter { outcome in trials.contains { $0.outcome == outcome } }.map { outcome in
      "\(outcome.mark) \(outcome.words): \(trials.count { $0.outcome == outcome })"
    }
    return """
      <div class="tape"><p class="cells">\(cells)</p>
      <p class="small">The last \(trials.count) trials: \(legend.joined(separator: ", ")).</p></div>

      """
  }
}
