public import GameKit
internal import Coins
internal import Referee

/// Checks that a hop keeps what it promises: that a trial replays from its coins, that `restart` forgets, that it does not matter
/// which world plays first, that an adversary without a budget sees and causes nothing, that transcripts can be written and read,
/// that an honest player has next to no advantage, that over all coins everything is as likely as in a sample, that the bound is
/// kept, and that a planted defect is caught.
///
///     @Test func itKeepsItsPromises() throws {
///       try checkGame(
///         Switching(bits: 3), twin: Switching(bits: 3, twin: .neverZero), budget: { _ in 3 }, bound: 0.375,
///         honest: Idle(), attack: Distinct())
///     }
///
/// - Parameters:
///   - hop: with parameters that are small enough for the attack to be played over all coins.
///   - twin: the hop with a planted defect.
///   - budget: how many queries of each kind may be asked.
///   - bound: what the hop claims, under this budget; 0 for a perfect one.
///   - honest: an adversary that attacks nothing.
///   - attack: an adversary that shows the defect of the twin and, where the bound is above 0, causes the bad event.
///   - trials: in the sample.
///   - paths: the most paths through the coins; 0 leaves the exact check out, for primitives whose coins are too wide.
/// - Throws: every promise that was seen to be broken.
public func checkGame<H: Hop, Twin: Hop>(
  _ hop: H, twin: Twin, budget: (H.Query.Kind) -> Int, bound: Double, honest: some Adversary<H.Query, H.Answer>,
  attack: some Adversary<H.Query, H.Answer>, trials: UInt64 = 2_000, paths: Int = 200_000, seed: UInt64 = 1
) throws(Nonconformance) where Twin.Query == H.Query, Twin.Answer == H.Answer {
  var examination = Examination()
  examination.examineKinds(H.Query.Kind.self)
  try examination.conclude()
  let source = CoinSource(seed: seed)
  let budget = Budget(budget)

  func examine<A: Adversary<H.Query, H.Answer>>(_ adversary: A) {
    let name = String(describing: A.self)
    func left(_ budget: Budget<H.Query.Kind>) -> World<H.Left, A> {
      World(name: "\(name), left", game: hop.left, adversary: adversary, budget: budget, source: source) { hop.isBad($0) }
    }
    examination.examine(left(budget))
    examination.examine(
      World(name: "\(name), right", game: hop.right, adversary: adversary, budget: budget, source: source) { _ in false })
    let idle = left(Budget { _ in 0 }).trace(of: 0)
    examination.expect(.start, !idle.isBad, "\(name), without a budget: the bad event has occurred")
  }
  examine(honest)
  examine(attack)
  if let part = brokenPart(of: hop, source) {
    examination.expect(.start, false, "before the first query the two states disagree on the \(part)")
  }

  examination.examine(
    Examination.Sample(
      honest: AnyExperiment(shared: DistinguishingExperiment(hop, adversary: honest, budget: budget)),
      attack: AnyExperiment(shared: DistinguishingExperiment(hop, adversary: attack, budget: budget)),
      twin: AnyExperiment(shared: DistinguishingExperiment(twin, adversary: attack, budget: budget)),
      bound: bound, source: source, trials: trials, paths: paths))
  try examination.conclude()
}

/// Checks that a game that is won or lost keeps what it promises, as the one for hops does.
/// - Parameter bound: what the game claims of the probability that it is won, under this budget.
/// - Throws: every promise that was seen to be broken.
public func checkGame<G: WinnableGame, Twin: WinnableGame>(
  _ game: @autoclosure @escaping @Sendable () -> G, twin: @autoclosure @escaping @Sendable () -> Twin,
  budget: (G.Query.Kind) -> Int, bound: Double, honest: some Adversary<G.Query, G.Answer>,
  attack: some Adversary<G.Query, G.Answer>, trials: UInt64 = 2_000, paths: Int = 200_000, seed: UInt64 = 1
) throws(Nonconformance) where Twin.Query == G.Query, Twin.Answer == G.Answer {
  var examination = Examination()
  examination.examineKinds(G.Query.Kind.self)
  try examination.conclude()
  let source = CoinSource(seed: seed)
  let budget = Budget(budget)

  func examine<A: Adversary<G.Query, G.Answer>>(_ adversary: A) {
    let name = String(describing: A.self)
    func world(_ budget: Budget<G.Query.Kind>) -> World<G, A> {
      World(name: name, game: game(), adversary: adversary, budget: budget, source: source) { $0.isWon }
    }
    examination.examine(world(budget))
    examination.expect(.start, !world(Budget { _ in 0 }).trace(of: 0).isBad, "\(name), without a budget: the game is won")
  }
  examine(honest)
  examine(attack)

  examination.examine(
    Examination.Sample(
      honest: AnyExperiment(shared: WinningExperiment(game, adversary: honest, budget: budget)),
      attack: AnyExperiment(shared: WinningExperiment(game, adversary: attack, budget: budget)),
      twin: AnyExperiment(shared: WinningExperiment(twin, adversary: attack, budget: budget)),
      bound: bound, source: source, trials: trials, paths: paths))
  try examination.conclude()
}
