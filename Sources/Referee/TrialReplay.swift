public import Coins
@_spi(Harness) import GameKit
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

extension WinningExperiment {
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let tape = RecordedTape()
    let play = recordedPlay(trial, source, tape)
    return TrialRecord(
      trial: trial, worlds: ["game"],
      steps: play.steps.map {
        .init(query: $0.query.description, left: $0.answer.description, rightQuery: nil, right: nil)
      },
      endings: [words(play)], badAt: wonAt(play, trial, source), violation: nil, coins: tape.records)
  }

  func recordedPlay(_ trial: UInt64, _ source: CoinSource, _ tape: RecordedTape) -> RecordedPlay<G> {
    RecordedPlay(makeGame(), adversary, budget: budget, trial: trial, source: source, tape: tape)
  }

  func wonAt(_ play: RecordedPlay<G>, _ trial: UInt64, _ source: CoinSource) -> Int? {
    play.first(from: makeGame(), trial: trial, source: source) { $0.isWon }
  }

  func words(_ play: RecordedPlay<G>) -> String { play.ending.words + (play.game.isWon ? ", won" : ", not won") }
}

extension DistinguishingExperiment {
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let tape = RecordedTape()
    let left = RecordedPlay(hop.left, adversary, budget: budget, trial: trial, source: source, tape: tape)
    let right = RecordedPlay(hop.right, adversary, budget: budget, trial: trial, source: source.right(coupling), tape: tape)
    var violation: Violation?
    if coupling == .coupled {
      var lockstep = Lockstep(hop, adversary: adversary, budget: budget)
      if case .violated(let found) = lockstep.play(trial: trial, source: source).standing { violation = found }
    }
    return TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: TrialRecord.Step.sideBySide(left, right),
      endings: [left.ending.words, right.ending.words],
      badAt: left.first(from: hop.left, trial: trial, source: source) { hop.isBad($0) },
      violation: violation?.description, coins: tape.records)
  }
}

extension HopExperiment {
  /// Both worlds, and how the reduction fared beside them.
  public func replay(trial: UInt64, source: CoinSource) -> TrialRecord {
    let pair = worlds.replay(trial: trial, source: source)
    let reduced = target.recordedPlay(trial, source, RecordedTape())
    let isBad = pair.badAt != nil && pair.violation == nil
    return pair.with(
      world: "reduction", ending: target.words(reduced),
      violation: agreement == .everyTrial && isBad != reduced.game.isWon ? .reductionDisagrees : nil)
  }
}

extension ReductionExperiment {
  /// The source game beside the target game, each with its own queries.
  public func replay(trial: UInt64, source coins: CoinSource) -> TrialRecord {
    let tape = RecordedTape()
    let first = source.recordedPlay(trial, coins, tape)
    let second = target.recordedPlay(trial, coins, tape)
    let disagrees = agreement == .everyTrial && first.game.isWon != second.game.isWon
    return TrialRecord(
      trial: trial, worlds: ["game", "reduced game"], steps: TrialRecord.Step.sideBySide(first, second),
      endings: [source.words(first), target.words(second)], badAt: source.wonAt(first, trial, coins),
      violation: disagrees ? Violation.reductionDisagrees.description : nil, coins: tape.records)
  }
}

extension TrialRecord {
  fileprivate func with(world: String, ending: String, violation added: Violation?) -> TrialRecord {
    TrialRecord(
      trial: trial, worlds: worlds + [world], steps: steps, endings: endings + [ending], badAt: badAt,
      violation: violation ?? added?.description, coins: coins)
  }
}

extension TrialRecord.Step {
  static func sideBySide<L, R>(_ left: RecordedPlay<L>, _ right: RecordedPlay<R>) -> [Self] {
    (0..<max(left.steps.count, right.steps.count)).map { index in
      let (l, r) = (left.steps[safe: index], right.steps[safe: index])
      let (query, rightQuery) = (l?.query.description ?? "(ended)", r?.query.description ?? "(ended)")
      return Self(
        query: query, left: l?.answer.description, rightQuery: rightQuery == query ? nil : rightQuery,
        right: r?.answer.description)
    }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
