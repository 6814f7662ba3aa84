@_spi(Harness) internal import Coins
internal import GameKit
internal import Referee
internal import Synchronization

/// The processes of a run: as many as there are threads, and for each one more, which plays a trial in fifty again.
final class Pool: Sendable {
  private let free = Mutex<[Player]>([])
  private let checkers = Mutex<[Player]>([])
  /// - Parameter lanes: nil for as many as the program is to have.
  private let make: @Sendable (_ lanes: Int?) -> Player
  private let program: Program
  private let measure: Measure

  /// - Parameter measure: what its trials measure.
  init(_ program: Program, _ measure: Measure, _ make: @escaping @Sendable (Int?) -> Player) {
    (self.program, self.measure, self.make) = (program, measure, make)
  }

  /// Lends a player to the thread that calls.
  func lend<Result>(_ body: (Player) -> Result) -> Result { lend(free, lanes: nil, body) }

  private func lend<Result>(_ players: borrowing Mutex<[Player]>, lanes: Int?, _ body: (Player) -> Result) -> Result {
    let player = players.withLock { $0.popLast() } ?? make(lanes)
    defer { players.withLock { $0.append(player) } }
    return body(player)
  }

  /// Of each so many trials one is played again.
  private static let checked: UInt64 = 50

  /// Which one is drawn, so that nobody can behave in that one alone.
  private static func isChecked(_ trial: UInt64, _ source: CoinSource) -> Bool {
    let (stratum, place) = trial.quotientAndRemainder(dividingBy: checked)
    let coins = source.with(campaign: 2).coins(trial: stratum, role: .environment)
    return coins.uniform(below: checked, for: Label("check")) == place
  }

  /// Plays the trials; unless it may learn, some of them a second time, by a process that has not seen the others and has another
  /// number of lanes.
  func run(_ trials: Range<UInt64>, _ source: CoinSource, _ order: WorldOrder) -> Tally {
    let pieces = lend { player in
      player.run(trials, source, order) { [program] in !program.isStateful && Self.isChecked($0, source) }
    }
    var tally = Tally()
    for piece in pieces {
      let fault = piece.script.flatMap { piece.tally.forfeits > 0 ? nil : secondPlay(of: $0, source, order) }
      // Then it is the interrupt that a second play has failed by.
      if fault != nil, program.isInterrupted() { break }
      var played = fault.map { Tally(forfeiting: $0) } ?? piece.tally
      if program.isStrict { played.loseForfeit(measure) }
      tally += played
    }
    return tally
  }

  /// Adds up the chances of these trials, which are not empty.
  func chances(_ trials: Range<UInt64>, _ source: CoinSource) -> ChanceTally {
    lend { player in
      guard let chances = player.experiment.chances else {
        preconditionFailure("chances are asked for only where the game has them, whoever plays it")
      }
      let tallies = player.together(trials) { chances(Trials($0), source) }
      if program.isInterrupted() { return ChanceTally(most: tallies[0].most) }
      return tallies[1...].reduce(into: tallies[0], +=)
    }
  }

  /// What a second play of the trial, by another process, is forfeited for; nil if it went as the first one.
  private func secondPlay(of first: (trial: UInt64, text: [UInt8]), _ source: CoinSource, _ order: WorldOrder) -> Forfeit? {
    let second = lend(checkers, lanes: 1) { checker in
      checker.run(first.trial..<first.trial + 1, source, order) { _ in true }.first
    }
    // Whoever was lost has not said anything else.
    if let why = second?.tally.firstForfeit { return why }
    return TrialScript.difference(first.text, second?.script?.text ?? []).map { .notItsCoins("in trial \(first.trial), \($0)") }
  }
}

extension Tally {
  /// Takes the forfeit of this one trial as a loss. Whoever is no function of its coins has shown nothing, not even
  /// that it loses.
  fileprivate mutating func loseForfeit(_ measure: Measure) {
    switch firstForfeit {
    case nil, .notItsCoins: return
    case .resigned, .overBudget: lose(measure)
    }
  }
}
