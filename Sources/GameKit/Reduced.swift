public import Coins

/// The adversary that a reduction makes of another one.
public struct Reduced<R: Reduction, A: Adversary>: Adversary
where A.Query == R.Source.Query, A.Answer == R.Source.Answer {
  public typealias Query = R.Target.Query
  public typealias Answer = R.Target.Answer
  let reduction: R
  let adversary: A

  public init(_ reduction: R, of adversary: A) {
    self.reduction = reduction
    self.adversary = adversary
  }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    try reduction.play(Sealed(adversary), against: &oracle, coins: coins)
  }
}
