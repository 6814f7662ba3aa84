import Coins
import GameKit
import Records
import Synchronization

/// The wire in which a reduction is a box: what its adversary asks it, what it asks its own challenger for that, and what it
/// answers, written down in this order.
final class Wire: Sendable {
  /// Of what the reduction asks for one query: some ask for every key.
  private static let mostAsked = 20

  private let mostSteps: Int
  private let written = Mutex<[TrialRecord.Relayed]>([])

  init(mostSteps: Int) { self.mostSteps = mostSteps }

  var steps: [TrialRecord.Relayed] { written.withLock { $0 } }

  fileprivate func enters(_ query: String) {
    written.withLock { if $0.count < mostSteps { $0.append(.init(query: query)) } }
  }

  fileprivate func leaves(_ answer: String) { change { if $0.query != nil, $0.answer == nil { $0.answer = answer } } }

  /// What it asks between two queries, or before the first, it asks by itself.
  fileprivate func asks(_ query: String, _ answer: String) {
    written.withLock { steps in
      if steps.last.map({ $0.query != nil && $0.answer != nil }) ?? true, steps.count < mostSteps { steps.append(.init()) }
    }
    change { step in
      step.allAsked += 1
      if step.asked.count < Self.mostAsked { step.asked.append(.init(query: query, answer: answer)) }
    }
  }

  private func change(_ body: (inout TrialRecord.Relayed) -> Void) {
    written.withLock { steps in
      if let last = steps.indices.last { body(&steps[last]) }
    }
  }

  enum Side { case adversary, challenger }
}

/// An adversary that is overheard: the one inside a reduction, or the one that the reduction makes of it. Its type is hidden, so
/// that no code is made for each of them that only reads along.
struct Overheard<Query: GameQuery, Answer>: Adversary {
  private let adversary: any Adversary<Query, Answer>
  private let side: Wire.Side
  private let wire: Wire

  init(_ adversary: any Adversary<Query, Answer>, on side: Wire.Side, _ wire: Wire) {
    (self.adversary, self.side, self.wire) = (adversary, side, wire)
  }

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var overheard = OverheardOracle(oracle, on: side, wire)
    defer { oracle = overheard.oracle }
    return try adversary.play(&overheard, coins: coins)
  }
}

/// A simulation whose questions are overheard.
struct OverheardSimulation<S: Simulation>: Simulation {
  typealias Query = S.Query
  typealias Answer = S.Answer
  typealias Inner = S.Inner

  private var simulation: S
  private let wire: Wire

  init(_ simulation: S, _ wire: Wire) { (self.simulation, self.wire) = (simulation, wire) }

  mutating func restart(coins: Coins) { simulation.restart(coins: coins) }

  func budget(within inner: Budget<S.Inner.Query.Kind>) -> Budget<S.Query.Kind> { simulation.budget(within: inner) }

  mutating func answer(
    _ query: S.Query, asking oracle: inout some Oracle<S.Inner.Query, S.Inner.Answer>
  ) throws(Forfeit) -> S.Answer {
    var overheard = OverheardOracle(oracle, on: .challenger, wire)
    defer { oracle = overheard.oracle }
    return try simulation.answer(query, asking: &overheard)
  }

  func output(for bit: Bool) -> Bool { simulation.output(for: bit) }
}

struct OverheardOracle<O: Oracle>: Oracle {
  private(set) var oracle: O
  private let side: Wire.Side
  private let wire: Wire

  init(_ oracle: O, on side: Wire.Side, _ wire: Wire) { (self.oracle, self.side, self.wire) = (oracle, side, wire) }

  var budget: Budget<O.Query.Kind> { oracle.budget }

  mutating func ask(_ query: O.Query) throws(Forfeit) -> O.Answer {
    if side == .adversary { wire.enters(query.description) }
    let answer = try oracle.ask(query)
    switch side {
    case .adversary: wire.leaves("\(answer)")
    case .challenger: wire.asks(query.description, "\(answer)")
    }
    return answer
  }

  mutating func credit(_ attack: String) { oracle.credit(attack) }
}
