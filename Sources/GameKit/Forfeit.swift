/// Why an adversary's trial does not count as played: an outcome of its own, neither a win nor a silent loss.
public enum Forfeit: Error, Hashable, Codable, Sendable {
  /// A query beyond the budget named by its symbol.
  case overBudget(String)
  /// The adversary gave up, or its process failed; the text says how.
  case resigned(String)
  /// The adversary, which plays from outside, asks otherwise in a second play of the trial although all answers were the same:
  /// the text shows both.
  case notItsCoins(String)
}

extension Forfeit: CustomStringConvertible {
  public var description: String {
    switch self {
    case .overBudget(let symbol): "the budget `\(symbol)` is used up"
    case .resigned(let why): why
    case .notItsCoins(let both): "not a function of its coins: \(both)"
    }
  }
}
