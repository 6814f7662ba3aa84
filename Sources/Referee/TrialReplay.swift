public import Coins
import GameKit
public import Records

extension RecordedTape {
  /// The coins that were drawn, for a file.
  var records: [TrialRecord.Draw] {
    draws.map { draw in
      let digits = draw.value.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return TrialRecord.Draw(name: draw.name.description, value: digits.joined())
    }
  }
}

extension Ending {
  /// The ending in a reader's words.
  var words: String {
    switch self {
    case .bit(let bit): "bit \(bit ? 1 : 0)"
    case .forfeit(let forfeit): "forfeit: \(forfeit)"
    }
  }
}

/// One game, played with everything written down.
struct RecordedPlay<G: Game> {
  let game: G
  let steps: [Transcript<G.Query, G.Answer>.Step]
  let ending: Ending
  let tape = RecordedTape()

  init<A: Adversary>(
    _ game: G, _ adversary: A, budget: Budget<G.Query.Kind>, trial: UInt64, source: CoinSource
  ) where A.Query == G.Query, A.Answer == G.Answer {
    var oracle = SingleOracle(game, budget: budget, recording: true)
    oracle.restart(coins: source.coins(trial: trial, role: .challenger, tape: tape))
    ending = Ending(adversary, &oracle, source.coins(trial: trial, role: .adversary, tape: tape))
    self.game = oracle.game
    steps = oracle.transcript?.steps ?? []
  }

  /// Asks the recorded queries again and returns the first, counted from 1, after which `event` holds.
  func first(from initial: G, trial: UInt64, source: CoinSource, where event: (G) -> Bool) -> Int? {
    var game = initial
    game.restart(coins: source.coins(trial: trial, role: .challenger))
    for (index, step) in steps.enumerated() {
      _ = game.answer(step.query)
      if event(game) { return index + 1 }
    }
    return nil
  }
}

extension WinningExperiment {
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let play = RecordedPlay(makeGame(), adversary, budget: budget, trial: trial, source: source)
    let wonAt = play.first(from: makeGame(), trial: trial, source: source) { $0.isWon }
    return TrialRecord(
      trial: trial, worlds: ["game"],
      steps: play.steps.map {
        .init(query: $0.query.description, left: $0.answer.description, rightQuery: nil, right: nil)
      },
      endings: [play.ending.words + (wonAt == nil ? ", not won" : ", won")],
      badAt: wonAt, violation: nil, coins: play.tape.records)
  }
}

extension DistinguishingExperiment {
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let rightSource = coupling == .coupled ? source : independent(source)
    let left = RecordedPlay(hop.left, adversary, budget: budget, trial: trial, source: source)
    let right = RecordedPlay(hop.right, adversary, budget: budget, trial: trial, source: rightSource)
    let steps = (0..<max(left.steps.count, right.steps.count)).map { index in
      let (l, r) = (left.steps[safe: index], right.steps[safe: index])
      let isSameQuery = l?.query == r?.query
      return TrialRecord.Step(
        query: l?.query.description ?? "(ended)", left: l?.answer.description,
        rightQuery: isSameQuery ? nil : r?.query.description ?? "(ended)", right: r?.answer.description)
    }
    var violation: Violation?
    if coupling == .coupled {
      var lockstep = Lockstep(hop, adversary: adversary, budget: budget)
      if case .violated(let found) = lockstep.play(trial: trial, source: source).standing { violation = found }
    }
    return TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: steps, endings: [left.ending.words, right.ending.words],
      badAt: left.first(from: hop.left, trial: trial, source: source) { hop.isBad($0) },
      violation: violation?.description, coins: left.tape.records)
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
