public import Coins

/// The reduction that a simulation is: the adversary plays the simulated game.
public struct SimulatingReduction<Source: Game, S: Simulation>: Reduction
where S.Query == Source.Query, S.Answer == Source.Answer {
  public typealias Target = S.Inner
  let simulation: @Sendable () -> S

  public init(of source: Source.Type = Source.self, _ simulation: @escaping @Sendable () -> S) { self.simulation = simulation }

  public func play<A: Adversary<Source.Query, Source.Answer>>(
    _ adversary: A, against oracle: inout some Oracle<S.Inner.Query, S.Inner.Answer>, coins: Coins
  ) throws(Forfeit) -> Bool {
    var simulated = SimulatedOracle(simulation(), asking: consume oracle, coins: coins.child("simul"))
    let ending = Ending(adversary, &simulated, coins)
    oracle = simulated.inner
    return simulated.simulation.output(for: try ending.bit)
  }
}

/// The simulated game as an adversary sees it, with the budget that the target's budget pays for. Public only so that it can be
/// specialised in other modules.
public struct SimulatedOracle<S: Simulation, Inner: Oracle<S.Inner.Query, S.Inner.Answer>>: Oracle {
  private(set) var simulation: S
  private(set) var inner: Inner
  public private(set) var budget: Budget<S.Query.Kind>

  init(_ simulation: S, asking inner: Inner, coins: Coins) {
    (self.simulation, self.inner, budget) = (simulation, inner, simulation.budget(within: inner.budget))
    self.simulation.restart(coins: coins)
  }

  public mutating func ask(_ query: S.Query) throws(Forfeit) -> S.Answer {
    try budget.charge(query.kind)
    return try simulation.answer(query, asking: &inner)
  }
}
