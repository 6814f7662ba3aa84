@_spi(Harness) import Coins
@_spi(Harness) import GameKit

/// One world with one adversary in it, played with everything written down.
struct World<G: Game, A: Adversary> where A.Query == G.Query, A.Answer == G.Answer {
  /// Names it in a finding.
  let name: String
  let game: G
  let adversary: A
  let budget: Budget<G.Query.Kind>
  let source: CoinSource
  let isBad: (G) -> Bool

  /// What was asked, answered and said in a trial.
  struct Trace: Hashable {
    let transcript: Transcript<G.Query, G.Answer>
    let ending: Ending
    let isBad: Bool
  }

  /// A trial by itself.
  func trace(of trial: UInt64) -> Trace {
    var oracle = oracle
    return play(trial, on: &oracle)
  }

  /// These trials one after the other, on one value of the game.
  func traces(of trials: Range<UInt64>) -> [Trace] {
    var oracle = oracle
    return trials.map { play($0, on: &oracle) }
  }

  private var oracle: SingleOracle<G> { SingleOracle(game, budget: budget, recording: true) }

  private func play(_ trial: UInt64, on oracle: inout SingleOracle<G>) -> Trace {
    oracle.restart(coins: source.coins(trial: trial, role: .challenger))
    let ending = Ending(adversary, &oracle, source.coins(trial: trial, role: .adversary))
    return Trace(transcript: oracle.transcript ?? Transcript(), ending: ending, isBad: isBad(oracle.game))
  }
}
