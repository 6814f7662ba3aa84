/// How a run of the program ends: its exit status, its last line and all its reports say the same of these.
public enum RunStatus: String, Codable, CaseIterable, Sendable {
  case met
  case notMet = "not-met"
  /// The budget did not suffice to decide.
  case inconclusive
  /// A file that was read is faulty.
  case error
  /// A program of somebody else's that is asked is not there.
  case unavailable
  /// Somebody ended it before it was done.
  case interrupted

  /// The exit status; where another signal than control-C interrupts, that is 128 and the signal's number instead.
  public var code: Int32 {
    switch self {
    case .met: 0
    case .notMet: 1
    case .inconclusive: 2
    case .error: 65
    case .unavailable: 69
    case .interrupted: 130
    }
  }

  public var words: String { self == .notMet ? "not met" : rawValue }
}
