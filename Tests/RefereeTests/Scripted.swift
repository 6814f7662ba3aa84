import Coins
import GameKit
import Records
import Referee
import Synchronization

/// An experiment whose trials are written down beforehand: each is a function of its number.
struct Scripted: Experiment {
  var measure = Measure.winning
  let allowance = Allowance()
  /// Adds one trial to a tally.
  var trial: @Sendable (UInt64, inout Tally) -> Void

  func run(_ trials: Trials, source: CoinSource, order: WorldOrder) -> Tally {
    var tally = Tally()
    for number in trials {
      tally.trials += 1
      trial(number, &tally)
    }
    return tally
  }

  func replay(trial: UInt64, source: CoinSource, mostSteps: Int) -> TrialRecord {
    TrialRecord(trial: trial, worlds: [], steps: [], endings: [], badAt: nil, violation: nil, coins: [])
  }

  func trials(on tape: any CoinTape) -> () -> Tally { { run(0..<1, source: CoinSource(seed: 0)) } }

  func worlds(on tape: any CoinTape) -> [() -> WorldPlay] { [] }

  /// The game is won in these trials.
  static func won(_ isWon: @escaping @Sendable (UInt64) -> Bool) -> AnyExperiment {
    AnyExperiment(
      Scripted { number, tally in
        guard isWon(number) else { return }
        tally.bad += 1
        tally.firstBad = tally.firstBad ?? number
      })
  }
}

/// Both worlds answer bits: left 0, right 1 in a share of the trials. Some of these are flagged.
struct BitHop: Hop {
  enum Query: GameQuery {
    case look
    enum Kind: Int, QueryKind {
      case look
      var symbol: String { "q_look" }
    }
    var kind: Kind { .look }
    var description: String { "look()" }
  }

  struct World: Game {
    let isRight: Bool
    let hop: BitHop
    private(set) var differs = false
    init(isRight: Bool, hop: BitHop) { (self.isRight, self.hop) = (isRight, hop) }
    mutating func restart(coins: Coins) { differs = coins.uniform(below: 1000, for: Label("differs")) < hop.perMille }
    mutating func answer(_ query: Query) -> Int { differs && isRight ? 1 : 0 }
  }

  typealias Answer = Int
  /// In so many of a thousand trials the right answer differs.
  var perMille: UInt64
  var isFlagged = true

  var left: World { World(isRight: false, hop: self) }
  var right: World { World(isRight: true, hop: self) }
  func isBad(_ left: borrowing World) -> Bool { if isFlagged { left.differs } else { false } }
  func relation(_ left: borrowing World, _ right: borrowing World) -> Relation { .holds }
}

/// Looks as often as it is told, and in a share of the trials once more than its budget allows.
struct Looker: Adversary {
  typealias Query = BitHop.Query
  typealias Answer = Int
  var looks = 1
  /// In so many of eight trials it overdraws.
  var overdraws: UInt64 = 0

  func play(_ oracle: inout some Oracle<BitHop.Query, Int>, coins: Coins) throws(Forfeit) -> Bool {
    var seen = false
    for _ in 0..<looks where try oracle.ask(.look) == 1 { seen = true }
    if coins.bits(3, for: Label("greed")) < overdraws {
      while true { _ = try oracle.ask(.look) }
    }
    return seen
  }
}

extension DistinguishingExperiment where H == BitHop, A == Looker {
  init(perMille: UInt64, isFlagged: Bool = true, overdraws: UInt64 = 0, coupling: Coupling = .coupled) {
    self.init(
      BitHop(perMille: perMille, isFlagged: isFlagged), adversary: Looker(overdraws: overdraws), budget: Budget { _ in 1 },
      coupling: coupling)
  }
}
