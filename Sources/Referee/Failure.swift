@_spi(Harness) import GameKit

extension Forfeit {
  /// Itself where the adversary failed or gave up. That may happen in one play of a trial and not in another, such as in the
  /// process of an outside adversary, and says nothing about what is played. Whoever overdraws a budget does so in every play
  /// that answers alike: there a difference is one.
  var failure: Forfeit? {
    switch self {
    case .resigned, .notItsCoins: self
    case .overBudget: nil
    }
  }
}

extension Ending {
  /// The adversary's failure, after which nothing is compared; nil if there was none.
  var failure: Forfeit? { if case .forfeit(let forfeit) = self { forfeit.failure } else { nil } }
}

extension Lockstep.PairedOutcome {
  var failure: Forfeit? { left.failure ?? right.failure }
}
