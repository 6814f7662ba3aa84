internal import Coins
internal import Foundation
internal import GameKit
internal import Statistics

/// Gathers what is found.
struct Examination {
  private(set) var findings: [Finding] = []

  mutating func expect(_ promise: Finding.Promise, _ isKept: Bool, _ words: @autoclosure () -> String) {
    if !isKept { findings.append(Finding(promise: promise, words: words())) }
  }

  func conclude() throws(Nonconformance) { if !findings.isEmpty { throw Nonconformance(findings: findings) } }

  /// Before a budget is made of them: it has its place for each number.
  mutating func examineKinds<Kind: QueryKind>(_ kinds: Kind.Type) {
    let (numbers, symbols) = (Kind.allCases.map(\.rawValue), Kind.allCases.map(\.symbol))
    expect(.budgets, numbers == Array(0..<numbers.count), "the kinds of queries are numbered \(numbers), not from 0 on")
    expect(.budgets, numbers.count <= 12, "there are \(numbers.count) kinds of queries, and a game has at most 12 budgets")
    expect(.budgets, Set(symbols).count == symbols.count, "two kinds of queries have one symbol: \(symbols)")
  }

  /// What one world promises by itself.
  mutating func examine<G: Game, A: Adversary>(_ world: World<G, A>) {
    let trials: Range<UInt64> = 0..<64
    let traces = trials.map(world.trace)
    if let trial = trials.first(where: { world.trace(of: $0) != traces[Int($0)] }) {
      expect(.replay, false, "\(world.name): trial \(trial), played twice on the same coins, ends in two ways")
    } else if let trial = zip(trials, world.traces(of: trials)).first(where: { $1 != traces[Int($0)] })?.0 {
      expect(.restart, false, "\(world.name): trial \(trial) is another by itself than after those before it")
    }
    for (trial, trace) in zip(trials, traces) {
      guard let loss = loss(of: trace.transcript) else { continue }
      return expect(.transcripts, false, "\(world.name): \(loss), in trial \(trial)")
    }
  }

  /// The first step that is another, or is none, after it was written down and read again.
  private func loss<Query, Answer>(of transcript: Transcript<Query, Answer>) -> String? {
    let steps = [transcript].flatMap(\.steps)
    return steps.lazy.compactMap { step -> String? in
      do {
        let read = try JSONDecoder().decode(Transcript<Query, Answer>.Step.self, from: JSONEncoder().encode(step))
        return read == step ? nil : "`\(step.query)` with `\(step.answer)` is read back as `\(read.query)` with `\(read.answer)`"
      } catch {
        return "`\(step.query)` with `\(step.answer)` cannot be written and read: \(error)"
      }
    }.first
  }

  /// A frequency beside its probability. Chance alone puts it out of reach once in 10⁹ times.
  mutating func compare(_ what: String, _ events: UInt64, of trials: UInt64, with probability: Double, written text: String) {
    let interval = ClopperPearson.twoSided(events: Int(events), trials: Int(trials), alpha: 1e-9).interval
    expect(
      .exact, interval.lower <= probability && probability <= interval.upper,
      "\(what) is seen in \(events) of \(trials) trials, and has the probability \(text)")
  }
}
