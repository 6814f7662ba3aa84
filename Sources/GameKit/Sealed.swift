public import Coins

/// An adversary as a reduction runs it: with the coins that it would have by itself, from which the reduction's own coins cannot
/// be drawn. Otherwise an adversary could, for example, look up where its challenge key was planted.
public struct Sealed<A: Adversary>: Adversary {
  public typealias Query = A.Query
  public typealias Answer = A.Answer
  let adversary: A

  init(_ adversary: A) { self.adversary = adversary }

  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    try adversary.play(&oracle, coins: coins.sealed)
  }
}
