package import Arena
@_spi(Harness) internal import Coins
package import Forms
internal import GameKit
internal import Records
internal import Referee

/// One game, played trial by trial by somebody who moves when they like, and what that has shown so far.
///
/// Where there are two worlds what is told of a trial is told of one of them, which a secret coin draws: who heard of both, one
/// after the other, would know which is which. So the bit is right or wrong, and the mean of right − wrong is the advantage,
/// whatever whoever plays has learnt in earlier trials. Every move is made in both worlds, always in the same order, before
/// anything is told: otherwise the time that an answer takes would tell one from the other.
package final class AgentSession {
  /// The game, played so that this world comes first, which is the one that moves are made in.
  private struct World {
    let seat: AgentSeat
    let selection: Selection
    let experiment: AnyExperiment
    let order: WorldOrder
    var fiber: Fiber?

    init(_ game: HandGame, _ seat: AgentSeat, _ order: WorldOrder) throws(CatalogError) {
      (self.seat, self.order) = (seat, order)
      selection = try game.registry.select(
        game.entry.played(by: seat), adversary: seat.command, suite: game.suite, settings: game.settings, twin: game.twin)
      experiment = selection.experiment
      guard seat.spoken != nil else {
        throw CatalogError(
          "`\(game.entry.name)` cannot be played from outside", hint: "its queries and answers have no form in JSON")
      }
    }
  }

  let name: String
  let game: HandGame
  /// What whoever plays is called, where an adversary is.
  package static let command = "agent"
  private var worlds: [World]
  /// The place of the world that is told of, in the trial that is under way or the last.
  private var told = 0
  let source: CoinSource
  private let judge: Judge
  /// The trial that is under way, or the next.
  package private(set) var trial: UInt64 = 0
  private var tally = Tally()
  private(set) var scripts: [HandScript] = []

  /// - Parameters:
  ///   - alpha: the error probability of all that is said of this session.
  ///   - refusesUnpaid: whether a query beyond its budget is refused, and does not end the trial.
  package init(_ name: String, _ game: HandGame, alpha: Double, refusesUnpaid: Bool = false) throws(CatalogError) {
    (self.name, self.game, judge) = (name, game, Judge(alpha: alpha))
    worlds = [try World(game, AgentSeat(refusesUnpaid: refusesUnpaid), .leftFirst)]
    if worlds[0].selection.hasTwoWorlds {
      worlds.append(try World(game, AgentSeat(refusesUnpaid: refusesUnpaid), .rightFirst))
    }
    source = CoinSource(seed: 0, secret: .drawn())
  }

  package var selection: Selection { worlds[0].selection }
  var spoken: SpokenGame? { seat.spoken }
  package var isPlaying: Bool { worlds[0].fiber != nil }
  /// Where the world that is told of is played.
  private var seat: AgentSeat { worlds[told].seat }
  package var budgets: Document { seat.budgets }
  /// What was asked and answered in the trial that is under way, or the last.
  package var asked: [(query: String, answer: Document)] { seat.asked }

  // MARK: A trial

  package func start() throws(AgentError) {
    guard !isPlaying else {
      throw AgentError("trial \(trial) of session `\(name)` is under way: end it with `guess`, then start the next one")
    }
    told = selection.hasTwoWorlds && Hand.world(of: trial, source) == .rightFirst ? 1 : 0
    for index in worlds.indices {
      let world = worlds[index]
      (world.seat.hasPlayed, world.seat.asked, world.seat.ending, world.seat.reply) = (false, [], nil, .none)
      worlds[index].fiber = Fiber { [trial, source] in
        world.seat.played = world.experiment.run(trial..<trial + 1, source: source, order: world.order)
      }
    }
    for world in worlds { world.fiber?.resume() }
  }

  package func ask(_ query: Document) throws(AgentError) -> Document {
    try move(.ask(Array(query.line.utf8)))
    switch seat.reply {
    case .answer(let answer): return answer
    case .refused(let error): throw AgentError("no query \(error); nothing is charged", at: error.position)
    case .unpaid(let symbol): throw AgentError("the budget \(symbol) is used up: ask what is paid by another one, or guess")
    case .over(let forfeit): throw AgentError("\(forfeit): trial \(trial - 1) is over, and a forfeit")
    case .none: preconditionFailure("a query has a reply")
    }
  }

  /// Ends the trial.
  /// - Returns: how it went.
  @discardableResult package func guess(_ bit: Bool) throws(AgentError) -> Document {
    let before = tally
    try move(.guess(bit))
    if selection.hasTwoWorlds {
      let isRight = tally.bits.onlySecond > before.bits.onlySecond
      return [
        "trial": .number("\(trial - 1)"), "world": .string(isRight == bit ? "right" : "left"), "isRight": .bool(isRight),
      ]
    }
    return ["trial": .number("\(trial - 1)"), "won": .bool(tally.bad > before.bad)]
  }

  private func move(_ move: AgentSeat.Move) throws(AgentError) {
    guard isPlaying else {
      throw AgentError("no trial of session `\(name)` is under way: begin the next one with `start`")
    }
    for world in worlds {
      world.seat.move = move
      world.fiber?.resume()
    }
    if worlds[told].fiber?.hasEnded == true {
      count()
      for index in worlds.indices { worlds[index].fiber = nil }
      trial += 1
    }
  }

  private func count() {
    scripts.append(seat.script)
    guard selection.hasTwoWorlds else { return tally += seat.played }
    tally.trials += 1
    switch seat.script.ending {
    case .bit(let bit) where bit == (told == 1): tally.bits.onlySecond += 1
    case .bit: tally.bits.onlyFirst += 1
    case .forfeit(let why):
      tally.forfeits += 1
      tally.firstForfeit = tally.firstForfeit ?? why
    }
  }

  // MARK: What it has shown

  /// How many trials there were and how many were right or won, and in what the advantage lies.
  package var standing: (trials: UInt64, good: UInt64, lower: Double, upper: Double) {
    (tally.trials, good, judgement.advantage.lower, judgement.advantage.upper)
  }

  private var good: UInt64 { selection.hasTwoWorlds ? tally.bits.onlySecond : tally.bad }

  private var judgement: Judgement {
    judge.judge(tally, measure: selection.hasTwoWorlds ? .independentWorlds : .winning, bound: selection.boundValue)
  }

  var verdict: Document {
    let bound = selection.entry.bound(selection.suite)
    // An ε that is assumed, or a bound that excludes nothing, leaves the whole advantage to be reached.
    let limit = selection.boundValue.flatMap { 0 < $0 && $0 < 1 ? $0 : nil }
    let judgement = judgement
    let advantage = judgement.advantage
    return [
      "session": .string(name), "game": .string(selection.entry.name), "suite": .string(selection.suite.rawValue),
      "trials": .number("\(tally.trials)"), "forfeits": .number("\(tally.forfeits)"),
      selection.hasTwoWorlds ? "right" : "won": .number("\(good)"),
      "advantage": [
        "estimate": .number("\(advantage.estimate)"), "lower": .number("\(advantage.lower)"),
        "upper": .number("\(advantage.upper)"), "error": .number("\(advantage.error)"),
      ],
      "bound": ["expression": .string("\(bound)"), "value": selection.boundValue.map { .number("\($0)") } ?? .null],
      "score": .number("\(advantage.lower / (limit ?? 1))"),
      "scoreIs": .string("the lower limit of the advantage" + (limit == nil ? "" : " as a share of the bound")),
      "verdict": .string(judgement.verdict.name), "reason": .string(judgement.reason),
    ]
  }

  /// A trial that is over, step by step, in both worlds where there are two, with its coins.
  func replay(_ trial: Int) throws(AgentError) -> Document {
    guard scripts.indices.contains(trial) else {
      throw AgentError(
        isPlaying && trial == scripts.count
          ? "trial \(trial) is under way: its coins are told when it is over"
          : "session `\(name)` has no trial \(trial) that is over: \(scripts.count) are, counted from 0")
    }
    let record: TrialRecord
    do throws(CatalogError) {
      record = try game.select(scripts[trial]).experiment.replay(trial: UInt64(trial), source: source, mostSteps: 1000)
    } catch { throw AgentError(error) }
    func text(_ value: String?) -> Document { value.map { .string($0) } ?? .null }
    return [
      "trial": .number("\(trial)"), "worlds": .array(record.worlds.map { .string($0) }),
      "steps": .array(
        record.steps.map { step in
          let answers = record.worlds.count > 1 ? [step.left, step.right] : [step.left]
          return ["query": .string(step.query), "answers": .array(answers.map(text))]
        }),
      "endings": .array(record.endings.map { .string($0) }), "eventAfter": record.badAt.map { .number("\($0)") } ?? .null,
      "coins": .object(record.coins.map { .init($0.name, .string($0.value)) }),
    ]
  }
}

/// A request that cannot be met, for whoever made it.
package struct AgentError: Error {
  package let text: String
  /// Where in the query; nil where it is not a place.
  let position: Int?
  /// The field of the query that is at fault; nil where it is none.
  package var field: String?

  init(_ text: String, at position: Int? = nil) { (self.text, self.position) = (text, position) }
  package init(_ error: CatalogError) { self.init(error.hint.map { "\(error.message); \($0)" } ?? error.message) }
}
