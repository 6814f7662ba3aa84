public import Coins

/// One reduction after another.
public struct Composed<First: Reduction, Second: Reduction>: Reduction
where First.Target.Query == Second.Source.Query, First.Target.Answer == Second.Source.Answer {
  public typealias Source = First.Source
  public typealias Target = Second.Target
  let first: First
  let second: Second

  public init(_ first: First, _ second: Second) { (self.first, self.second) = (first, second) }

  public func play<A: Adversary<Source.Query, Source.Answer>>(
    _ adversary: A, against oracle: inout some Oracle<Target.Query, Target.Answer>, coins: Coins
  ) throws(Forfeit) -> Bool {
    try second.play(Reduced(first, of: adversary), against: &oracle, coins: coins)
  }
}
