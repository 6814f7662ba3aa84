/// A manner that every adversary has to have.
public enum Manner: String, Codable, CaseIterable, Sendable {
  case play, coins, lanes, unknownFields = "unknown-fields", blankLines = "blank-lines", refused, spent, over
  case endOfInput = "end-of-input", pipe, standardError = "standard-error"

  public var words: String {
    switch self {
    case .play: "introduces itself, and plays every trial to its end: in time, in lines that can be read, within its budgets"
    case .coins: "says the same in another process, whatever it has played before: it is a function of its coins"
    case .lanes: "says the same with 7 and with 64 trials at once as with one"
    case .unknownFields: "ignores fields and versions that it does not know"
    case .blankLines: "ignores blank lines and white space"
    case .refused: "goes on, or resigns, when it is told that what it asked is no query"
    case .spent: "plays the next trial when it is told that a budget is used up"
    case .over: "plays the next trial when it is told that one is over"
    case .endOfInput: "ends when its input does"
    case .pipe: "leaves nobody behind who keeps its output open"
    case .standardError: "writes no flood to standard error"
    }
  }
}
