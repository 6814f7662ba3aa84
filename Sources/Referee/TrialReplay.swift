public import Coins
@_spi(Harness) import GameKit
public import Records

extension RecordedTape {
  /// A tape for the coins of so many steps: a step draws a few, a key or a nonce, and the first ones draw the world's keys, too.
  convenience init(mostSteps: Int) { self.init(most: mostSteps == 0 ? 0 : 1_000 + 16 * mostSteps) }

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

  func words(isWon: Bool) -> String { words + (isWon ? ", won" : ", not won") }
}

extension WinningExperiment {
  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    let tape = RecordedTape(mostSteps: mostSteps)
    let play = recordedPlay(trial, source, tape, mostSteps)
    return TrialRecord(
      trial: trial, worlds: ["game"],
      steps: play.steps.map {
        .init(query: $0.query.description, left: $0.answer.description, rightQuery: nil, right: nil)
      },
      allSteps: play.count, endings: [words(play)], badAt: play.eventAt, violation: nil, coins: tape.records,
      areCoinsCut: tape.isFull)
  }

  func recordedPlay(_ trial: UInt64, _ source: CoinSource, _ tape: RecordedTape, _ mostSteps: Int) -> RecordedPlay<G> {
    RecordedPlay(makeGame(), adversary, budget: budget, trial: trial, source: source, tape: tape, mostSteps: mostSteps) {
      $0.isWon
    }
  }

  func words(_ play: RecordedPlay<G>) -> String { play.ending.words(isWon: play.game.isWon) }
}

extension DistinguishingExperiment {
  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    replayed(trial, source, mostSteps).record
  }

  /// - Returns: also whether the adversary failed in one of the worlds.
  func replayed(_ trial: UInt64, _ source: CoinSource, _ mostSteps: Int) -> (record: TrialRecord, hasFailed: Bool) {
    let tape = RecordedTape(mostSteps: mostSteps)
    let left = RecordedPlay(
      hop.left, adversary, budget: budget, trial: trial, source: source, tape: tape, mostSteps: mostSteps
    ) { hop.isBad($0) }
    let right = RecordedPlay(
      hop.right, adversary, budget: budget, trial: trial, source: source.right(coupling), tape: tape, mostSteps: mostSteps)
    var violation: Violation?
    if coupling == .coupled {
      var lockstep = Lockstep(hop, adversary: adversary, budget: budget)
      if case .violated(let found) = lockstep.play(trial: trial, source: source).standing { violation = found }
    }
    let record = TrialRecord(
      trial: trial, worlds: ["left", "right"], steps: TrialRecord.Step.sideBySide(left, right),
      allSteps: max(left.count, right.count),
      endings: [left.ending.words, right.ending.words], badAt: left.eventAt,
      violation: violation?.description, coins: tape.records, areCoinsCut: tape.isFull)
    return (record, left.ending.failure != nil || right.ending.failure != nil)
  }
}

extension HopExperiment {
  /// Both worlds, and how the reduction fared beside them.
  public func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    var (record, hasFailed) = worlds.replayed(trial, source, mostSteps)
    let reduced = relay(trial, source, mostSteps)
    let isBad = record.badAt != nil && record.violation == nil
    record.worlds.append("reduction")
    record.endings.append(reduced.ending.words(isWon: reduced.isWon))
    record.relayed = reduced.steps
    hasFailed = hasFailed || reduced.ending.failure != nil
    if record.violation == nil, agreement == .everyTrial, isBad != reduced.isWon, !hasFailed {
      record.violation = Violation.reductionDisagrees.description
    }
    return record
  }
}

extension ReductionExperiment {
  /// The source game beside the target game, each with its own queries.
  public func replay(trial: UInt64, source coins: CoinSource, mostSteps: Int) -> TrialRecord {
    let tape = RecordedTape(mostSteps: mostSteps)
    let first = source.recordedPlay(trial, coins, tape, mostSteps)
    let second = target.recordedPlay(trial, coins, tape, mostSteps)
    let hasFailed = first.ending.failure != nil || second.ending.failure != nil
    let disagrees = agreement == .everyTrial && first.game.isWon != second.game.isWon && !hasFailed
    return TrialRecord(
      trial: trial, worlds: ["game", "reduced game"], steps: TrialRecord.Step.sideBySide(first, second),
      allSteps: max(first.count, second.count), endings: [source.words(first), target.words(second)], badAt: first.eventAt,
      violation: disagrees ? Violation.reductionDisagrees.description : nil, coins: tape.records, areCoinsCut: tape.isFull)
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
