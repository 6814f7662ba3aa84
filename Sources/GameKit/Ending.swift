public import Coins

/// How an adversary ended a trial.
public enum Ending: Hashable, Sendable {
  case bit(Bool)
  case forfeit(Forfeit)

  /// Lets `adversary` play one trial against `oracle`.
  @inlinable @inline(__always)
  public init<A: Adversary, O: Oracle>(_ adversary: A, _ oracle: inout O, _ coins: Coins)
  where A.Query == O.Query, A.Answer == O.Answer {
    do throws(Forfeit) {
      self = .bit(try adversary.play(&oracle, coins: coins))
    } catch {
      self = .forfeit(error)
    }
  }
}
