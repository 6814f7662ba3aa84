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

extension Ending {
  var isForfeit: Bool { if case .forfeit = self { true } else { false } }

  /// The bit, for whoever lets an adversary play inside a game of its own and passes its forfeit on.
  public var bit: Bool {
    get throws(Forfeit) {
      switch self {
      case .bit(let bit): return bit
      case .forfeit(let forfeit): throw forfeit
      }
    }
  }
}
