public import GameKit

/// What refutes an account of chances in one trial; no statistics needed.
public enum ChanceViolation: Hashable, Sendable {
  case fault(Account.Fault)
  /// The bad event occurred, and no move had succeeded.
  case badWithoutCause
  /// The sum of the chances exceeds what the budget allows.
  case sumAboveMost
  /// With one coin forced, the play was another one before that coin was decided, or the move failed.
  case forcedPlayDiffers
  /// With the coin of a success set to a miss, the play was another one before that coin was decided, or the chance of its move.
  case chanceKnowsItsCoin
  /// No move succeeded, and the adversary ends differently in the two worlds.
  case bitsDifferWithoutCause
  /// A success was forced, and the adversary ends differently in the two worlds of a hop without the bad event.
  case bitsDifferBeforeBad
}

extension ChanceViolation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fault(let fault): "\(fault)"
    case .badWithoutCause: "the bad event occurred without a move that succeeded before it"
    case .sumAboveMost: "the chances of one trial add up to more than the budget allows"
    case .forcedPlayDiffers: "a forced success changed the play before it, or failed"
    case .chanceKnowsItsCoin: "a reported chance depends on the coin that decides its move"
    case .bitsDifferWithoutCause: "the adversary ends differently although no move succeeded"
    case .bitsDifferBeforeBad: "with a forced success the adversary ends differently, and the bad event has not occurred"
    }
  }
}
