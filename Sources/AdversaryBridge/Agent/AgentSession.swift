internal import Arena
@_spi(Harness) internal import Coins
internal import Forms
internal import GameKit
internal import Referee

/// One game, played trial by trial by somebody who moves when they like, and what that has shown so far.
///
/// Where there are two worlds what is told of a trial is told of one of them, which a secret coin draws: who heard of both, one
/// after the other, would know which is which. So the bit is right or wrong, and the mean of right − wrong is the advantage,
/// whatever whoever plays has learnt in earlier trials. Every move is made in both worlds, always in the same order, before
/// anything is told: otherwise the time that an answer takes would tell one from the other.
final class AgentSession {
  /// The game, played so that this world comes first, which is the one that moves are made in.
  private struct World {
    let seat: AgentSeat
    let selection: Selection
    let experiment: AnyExperiment
    let order: WorldOrder
    var fiber: Fiber?

    init(
      _ entry: Entry, in registry: Registry, suite: String, settings: [(name: String, value: Int)], _ order: WorldOrder
    ) throws(CatalogError) {
      (seat, self.order) = (AgentSeat(), order)
      selection = try registry.select(entry.played(by: seat), adversary: seat.command, suite: suite, settings: settings)
      experiment = selection.experiment
      guard seat.spoken != nil else {
        throw CatalogError("`\(entry.name)` cannot be played from outside", hint: "its queries and answers have no form in JSON")
      }
    }
  }

  let name: String
  private var worlds: [World]
  private let source: CoinSource
  private let judge: Judge
  /// The trial that is under way, or the next.
  private(set) var trial: UInt64 = 0
  private var tally = Tally()
  private var scripts: [AgentSeat.Script] = []

  /// - Parameter alpha: the error probability of all that is said of this session.
  init(
    _ name: String, _ entry: Entry, in registry: Registry, suite: String, settings: [(name: String, value: Int)], alpha: Double
  ) throws(CatalogError) {
    (self.name, judge) = (name, Judge(alpha: alpha))
    worlds = [try World(entry, in: registry, suite: suite, settings: settings, .leftFirst)]
    if worlds[0].selection.hasTwoWorlds {
      worlds.append(try World(entry, in: registry, suite: suite, settings: settings, .rightFirst))
    }
    source = CoinSource(seed: 0, secret: .drawn())
  }

  var selection: Selection { worlds[0].selection }
  var spoken: SpokenGame? { worlds[0].seat.spoken }
  var isPlaying: Bool { worlds[0].fiber != nil }
  var budgets: Document { drawn.seat.budgets }

  /// The world that is told of.
  private var drawn: World { selection.hasTwoWorlds && order == .rightFirst ? worlds[1] : worlds[0] }
  private var order: WorldOrder { .drawn(for: trial, source) }

  // MARK: A trial

  func start() throws(AgentError) {
    guard !isPlaying else {
      throw AgentError("trial \(trial) of session `\(name)` is under way: end it with `guess`, then start the next one")
    }
    for index in worlds.indices {
      let world = worlds[index]
      (world.seat.hasPlayed, world.seat.script, world.seat.reply) = (false, AgentSeat.Script(), .none)
      worlds[index].fiber = Fiber { [self] in
        world.seat.played = world.experiment.run(trial..<trial + 1, source: source, order: world.order)
      }
    }
    for world in worlds { world.fiber?.resume() }
  }

  func ask(_ query: Document) throws(AgentError) -> Document {
    let seat = drawn.seat
    try move(.ask(Array(query.line.utf8)))
    switch seat.reply {
    case .answer(let answer): return answer
    case .refused(let error): throw AgentError("no query \(error); nothing is charged")
    case .over(let forfeit): throw AgentError("\(forfeit): trial \(trial - 1) is over, and a forfeit")
    case .none: preconditionFailure("a query has a reply")
    }
  }

  /// Ends the trial.
  /// - Returns: how it went.
  func guess(_ bit: Bool) throws(AgentError) -> Document {
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
    if drawn.fiber?.hasEnded == true {
      count(drawn.seat)
      for index in worlds.indices { worlds[index].fiber = nil }
      trial += 1
    }
  }

  private func count(_ seat: AgentSeat) {
    scripts.append(seat.script)
    guard selection.hasTwoWorlds else { return tally += seat.played }
    tally.trials += 1
    switch seat.script.ending {
    case .success(let bit) where bit == (order == .rightFirst): tally.bits.onlySecond += 1
    case .success: tally.bits.onlyFirst += 1
    case .failure(let why):
      tally.forfeits += 1
      tally.firstForfeit = tally.firstForfeit ?? why
    }
  }

  // MARK: What it has shown

  var verdict: Document {
    let bound = selection.entry.bound(selection.suite)
    // An ε that is assumed, or a bound that excludes nothing, leaves the whole advantage to be reached.
    let limit = selection.boundValue.flatMap { 0 < $0 && $0 < 1 ? $0 : nil }
    let judgement = judge.judge(
      tally, measure: selection.hasTwoWorlds ? .independentWorlds : .winning, bound: selection.boundValue)
    let advantage = judgement.advantage
    return [
      "session": .string(name), "game": .string(selection.entry.name), "suite": .string(selection.suite.rawValue),
      "trials": .number("\(tally.trials)"), "forfeits": .number("\(tally.forfeits)"),
      selection.hasTwoWorlds ? "right" : "won": .number("\(selection.hasTwoWorlds ? tally.bits.onlySecond : tally.bad)"),
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
    let world = worlds[0]
    world.seat.replayed = scripts[trial]
    defer { world.seat.replayed = nil }
    let record = world.experiment.replay(trial: UInt64(trial), source: source, mostSteps: 1000)
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
struct AgentError: Error {
  let text: String
  init(_ text: String) { self.text = text }
  init(_ error: CatalogError) { text = error.hint.map { "\(error.message); \($0)" } ?? error.message }
}
