import GameKit
import Referee

/// A game that was won `won` times.
func won(_ won: UInt64, of trials: UInt64, forfeits: UInt64 = 0) -> Tally {
  var tally = Tally()
  (tally.trials, tally.bad, tally.forfeits) = (trials, won, forfeits)
  if forfeits > 0 { tally.firstForfeit = .overBudget("q_sig") }
  return tally
}

/// Two worlds whose bits differ in `plus` trials one way and in `minus` the other.
func worlds(plus: UInt64, minus: UInt64, bad: UInt64, of trials: UInt64, forfeits: UInt64 = 0) -> Tally {
  var tally = won(bad, of: trials, forfeits: forfeits)
  tally.bits.onlySecond = plus
  tally.bits.onlyFirst = minus
  tally.bits.neither = trials - plus - minus - forfeits
  return tally
}
