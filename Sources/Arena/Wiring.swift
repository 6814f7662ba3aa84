public import GameKit
public import Referee

/// What a selection says about an experiment beside its game and its adversary: coupling, twin and parameters. Every experiment
/// of a catalogue is made here, so that none can forget one of them. (The order of the worlds and what is recorded are said when
/// an experiment runs.)
public struct Wiring: Sendable {
  public let selection: Selection

  @inlinable
  public init(_ selection: Selection) { self.selection = selection }

  /// The value of a parameter.
  @inlinable
  public subscript(parameter: String) -> Int { selection[parameter] }

  /// The planted defect, if it is one of these.
  public func twin<T: RawRepresentable<String>>(_ type: T.Type = T.self) -> T? { selection.twin.flatMap(T.init(rawValue:)) }

  @usableFromInline var isUnflagged: Bool { selection.twin == PlantedDefect.unflagged }

  // MARK: Games

  /// A game that is won or lost.
  @inlinable
  public func game<G: WinnableGame, A: Adversary<G.Query, G.Answer>>(
    _ game: @escaping @Sendable () -> G, against adversary: A, budget: Budget<G.Query.Kind>
  ) -> AnyExperiment {
    AnyExperiment(WinningExperiment(game, adversary: adversary, budget: budget))
  }

  /// A game that is won or lost, with a reduction from it beside it.
  @inlinable
  public func game<G: WinnableGame, A: Adversary<G.Query, G.Answer>, R: Reduction>(
    _ game: @escaping @Sendable () -> G, against adversary: A, budget: Budget<G.Query.Kind>, reduction: R,
    to target: @escaping @Sendable () -> R.Target, targetBudget: Budget<R.Target.Query.Kind>, agreement: ReductionAgreement
  ) -> AnyExperiment
  where R.Source.Query == G.Query, R.Source.Answer == G.Answer, R.Target: WinnableGame {
    AnyExperiment(
      ReductionExperiment(
        game, budget: budget, adversary: adversary, reduction: reduction, to: target, targetBudget: targetBudget,
        agreement: agreement))
  }

  /// A game that is won level by level.
  /// - Parameter adversaries: those by which of two plays that have come to one level both pass the next with one probability,
  ///   however they came there (`Splitting`).
  @inlinable
  public func game<G: LevelledGame, A: Adversary<G.Query, G.Answer>>(
    levelled game: @escaping @Sendable () -> G, against adversary: A, budget: Budget<G.Query.Kind>,
    forgottenBy adversaries: Set<String>
  ) -> AnyExperiment {
    let forgets = selection.attack?.outsider == nil && adversaries.contains(selection.adversary)
    return self.game(game, against: adversary, budget: budget).levelled {
      Splitting(game, adversary: adversary, budget: budget, factor: $0, levelsForget: forgets)
    }
  }

  // MARK: Worlds that differ by an assumption

  /// Two worlds of which only the adversary's bits are compared.
  @inlinable
  public func worlds<Left: Game, Right: Game, A: Adversary<Left.Query, Left.Answer>>(
    left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right, against adversary: A,
    budget: Budget<Left.Query.Kind>
  ) -> AnyExperiment where Left.Query == Right.Query, Left.Answer == Right.Answer {
    AnyExperiment(pair(left, right, adversary, budget))
  }

  /// The same, compiled once for all types: for planted defects, and where speed does not matter.
  @inlinable
  public func sharedWorlds<Left: Game, Right: Game, A: Adversary<Left.Query, Left.Answer>>(
    left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right, against adversary: A,
    budget: Budget<Left.Query.Kind>
  ) -> AnyExperiment where Left.Query == Right.Query, Left.Answer == Right.Answer {
    AnyExperiment(shared: pair(left, right, adversary, budget))
  }

  /// Two worlds beside the same two as a simulation around another game.
  @inlinable
  public func worlds<L: Game, R: Game, SimulatedL: Game, SimulatedR: Game, A: Adversary<L.Query, L.Answer>>(
    left: @escaping @Sendable () -> L, right: @escaping @Sendable () -> R,
    simulatedLeft: @escaping @Sendable () -> SimulatedL, simulatedRight: @escaping @Sendable () -> SimulatedR,
    against adversary: A, budget: Budget<L.Query.Kind>
  ) -> AnyExperiment
  where
    L.Query == R.Query, L.Answer == R.Answer, SimulatedL.Query == L.Query, SimulatedL.Answer == L.Answer,
    SimulatedR.Query == L.Query, SimulatedR.Answer == L.Answer
  {
    AnyExperiment(
      AssumptionReductionExperiment(
        pair(left, right, adversary, budget), under: pair(simulatedLeft, simulatedRight, adversary, budget)))
  }

  @inlinable
  func pair<Left: Game, Right: Game, A: Adversary>(
    _ left: @escaping @Sendable () -> Left, _ right: @escaping @Sendable () -> Right, _ adversary: A,
    _ budget: Budget<Left.Query.Kind>
  ) -> AssumptionExperiment<Left, Right, A> {
    AssumptionExperiment(left: left, right: right, adversary: adversary, budget: budget, coupling: selection.coupling)
  }

  // MARK: Hops

  /// The two worlds of a hop, in lockstep.
  @inlinable
  public func hop<H: Hop, A: Adversary<H.Query, H.Answer>>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>
  ) -> AnyExperiment {
    if isUnflagged { return planted(UnflaggedHop(hop), against: adversary, budget: budget) }
    return AnyExperiment(distinguishing(hop, adversary, budget))
  }

  /// The same for a hop with a planted defect: compiled once for all types.
  @inlinable
  public func planted<H: Hop, A: Adversary<H.Query, H.Answer>>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>
  ) -> AnyExperiment {
    AnyExperiment(shared: distinguishing(hop, adversary, budget))
  }

  /// A hop with its reduction beside it, on coins of its own.
  @inlinable
  public func hop<H: Hop, A: Adversary<H.Query, H.Answer>, R: Reduction>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>, reduction: R,
    to target: @escaping @Sendable () -> R.Target, targetBudget: Budget<R.Target.Query.Kind>, agreement: ReductionAgreement
  ) -> AnyExperiment
  where R.Source.Query == H.Query, R.Source.Answer == H.Answer, R.Target: WinnableGame {
    if isUnflagged { return planted(UnflaggedHop(hop), against: adversary, budget: budget) }
    return AnyExperiment(
      HopExperiment(
        hop, budget: budget, adversary: adversary, reduction: reduction, to: target, targetBudget: targetBudget,
        agreement: agreement, coupling: selection.coupling))
  }

  /// A hop with the simulation beside it that its reduction is, on the left world's coins.
  @inlinable
  public func hop<H: Hop, A: Adversary<H.Query, H.Answer>, S: Simulation>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>, under simulation: @escaping @Sendable () -> SimulatedGame<S>
  ) -> AnyExperiment
  where S.Query == H.Query, S.Answer == H.Answer, S.Inner: WinnableGame {
    if isUnflagged { return planted(UnflaggedHop(hop), against: adversary, budget: budget) }
    return AnyExperiment(
      HopExperiment(hop, budget: budget, adversary: adversary, under: simulation, coupling: selection.coupling))
  }

  /// The same with a simulation that stands in another game.
  @inlinable
  public func hop<H: Hop, A: Adversary<H.Query, H.Answer>, Target: WinnableGame>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>, within game: @escaping @Sendable () -> Target
  ) -> AnyExperiment
  where Target.Query == H.Query, Target.Answer == H.Answer {
    if isUnflagged { return planted(UnflaggedHop(hop), against: adversary, budget: budget) }
    return AnyExperiment(
      HopExperiment(hop, budget: budget, adversary: adversary, within: game, coupling: selection.coupling))
  }

  // MARK: Chances

  /// The experiment with the chances of a hop that is identical until a cause; `ledger` is nil where they are not known.
  @inlinable
  public func accounted<H: Hop, A: Adversary<H.Query, H.Answer>, L: Ledger & Sendable>(
    _ experiment: AnyExperiment, _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>, ledger: L?
  ) -> AnyExperiment where L.Query == H.Query, L.Answer == H.Answer {
    guard let ledger else { return experiment }
    let worlds = HopWorlds(hop, isUnflagged: isUnflagged)
    return experiment.accounted(ChanceRun(worlds, adversary: adversary, budget: budget, ledger: ledger))
  }

  /// The same with a ledger that is made beside the left game.
  @inlinable
  public func accounted<H: Hop, A: Adversary<H.Query, H.Answer>, L: Ledger>(
    _ experiment: AnyExperiment, _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>,
    beside ledger: (@Sendable (inout H.Left) -> L)?
  ) -> AnyExperiment where L.Query == H.Query, L.Answer == H.Answer {
    guard let ledger else { return experiment }
    let worlds = HopWorlds(hop, isUnflagged: isUnflagged)
    return experiment.accounted(ChanceRun(worlds, adversary: adversary, budget: budget, beside: ledger))
  }

  /// The experiment with the chances of a game that is won or lost.
  @inlinable
  public func accounted<G: WinnableGame, A: Adversary<G.Query, G.Answer>, L: Ledger & Sendable>(
    _ experiment: AnyExperiment, _ game: @escaping @Sendable () -> G, against adversary: A, budget: Budget<G.Query.Kind>,
    ledger: L?
  ) -> AnyExperiment where L.Query == G.Query, L.Answer == G.Answer {
    guard let ledger else { return experiment }
    return experiment.accounted(ChanceRun(WonGame(game), adversary: adversary, budget: budget, ledger: ledger))
  }

  /// The same with a ledger that is made beside the game.
  @inlinable
  public func accounted<G: WinnableGame, A: Adversary<G.Query, G.Answer>, L: Ledger>(
    _ experiment: AnyExperiment, _ game: @escaping @Sendable () -> G, against adversary: A, budget: Budget<G.Query.Kind>,
    beside ledger: (@Sendable (inout G) -> L)?
  ) -> AnyExperiment where L.Query == G.Query, L.Answer == G.Answer {
    guard let ledger else { return experiment }
    return experiment.accounted(ChanceRun(WonGame(game), adversary: adversary, budget: budget, beside: ledger))
  }

  /// The experiment with the chances of two worlds that a theorem says are alike until a cause.
  @inlinable
  public func accounted<Left: Game, Right: Game, A: Adversary<Left.Query, Left.Answer>, L: Ledger>(
    _ experiment: AnyExperiment, left: @escaping @Sendable () -> Left, right: @escaping @Sendable () -> Right,
    against adversary: A, budget: Budget<Left.Query.Kind>, beside ledger: (@Sendable (inout Left) -> L)?
  ) -> AnyExperiment
  where Left.Query == Right.Query, Left.Answer == Right.Answer, L.Query == Left.Query, L.Answer == Left.Answer {
    guard let ledger else { return experiment }
    return experiment.accounted(
      ChanceRun(PairWorlds(left: left, right: right), adversary: adversary, budget: budget, beside: ledger))
  }

  // MARK: Chains

  /// A hop with two reductions in a row beside it, the second of which plants its challenge, and with the first of them alone.
  @inlinable
  public func chain<H: Hop, A: Adversary<H.Query, H.Answer>, S: Simulation, R: Reduction>(
    _ hop: H, against adversary: A, budget: Budget<H.Query.Kind>, under simulation: @escaping @Sendable () -> SimulatedGame<S>,
    reduction: R, to target: @escaping @Sendable () -> R.Target, targetBudget: Budget<R.Target.Query.Kind>
  ) -> AnyExperiment
  where
    S.Query == H.Query, S.Answer == H.Answer, S.Inner: WinnableGame, R.Source.Query == H.Query, R.Source.Answer == H.Answer,
    R.Target: WinnableGame
  {
    let both = HopExperiment(
      hop, budget: budget, adversary: adversary, reduction: reduction, to: target, targetBudget: targetBudget,
      agreement: .planted, coupling: selection.coupling)
    return AnyExperiment(ChainedHopExperiment(both, under: simulation))
  }

  /// Two worlds with a chain of games between them.
  /// - Parameter perfect: the numbers of the links that cost nothing, from 0.
  @inlinable
  public func chain<L: Game, R: Game, A: Adversary<L.Query, L.Answer>>(
    left: @escaping @Sendable () -> L, right: @escaping @Sendable () -> R, through between: [ChainWorld<A>], perfect: Set<Int>,
    against adversary: A, budget: Budget<L.Query.Kind>
  ) -> AnyExperiment where L.Query == R.Query, L.Answer == R.Answer {
    AnyExperiment(ChainExperiment(pair(left, right, adversary, budget), through: between, perfect: perfect))
  }

  @inlinable
  func distinguishing<H: Hop, A: Adversary<H.Query, H.Answer>>(
    _ hop: H, _ adversary: A, _ budget: Budget<H.Query.Kind>
  ) -> DistinguishingExperiment<H, A> {
    DistinguishingExperiment(hop, adversary: adversary, budget: budget, coupling: selection.coupling)
  }
}
