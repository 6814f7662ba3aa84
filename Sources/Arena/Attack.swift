public import GameKit
public import Primitives
public import Referee

/// All about an attack, in one row: its name, what it does, what it is expected to achieve, its chance as a closed formula, and
/// how it is made on a stage.
///
///     Attack("birthday", "asks until two answers are equal", expects: "1 − ∏(1 − i/2^bits)") { Birthday(queries: $0["q"]) }
///
/// Where the stage is concrete the row is compiled for it.
public struct Attack<S: Stage>: Sendable {
  public let facts: AttackFacts
  let build: @Sendable (S) -> AnyExperiment

  @inlinable
  public init<A: Adversary<S.Query, S.Answer>>(
    _ name: String, _ title: String, expects: String, on suites: [SuiteName]? = nil,
    chance: AttackFacts.Chance? = nil, parts: @escaping @Sendable (Selection) -> [String] = { _ in [] },
    by means: AttackFacts.Means = .unstated, cost: Int = 1,
    _ adversary: @escaping @Sendable (S) -> A
  ) {
    let facts = AttackFacts(
      name, title, expects: expects, on: suites, chance: chance, parts: parts, by: means, cost: cost)
    self.init(facts) {
      $0.experiment(against: adversary($0))
    }
  }

  /// - Parameter build: from the stage to the game with the adversary.
  public init(_ facts: AttackFacts, _ build: @escaping @Sendable (S) -> AnyExperiment) {
    (self.facts, self.build) = (facts, build)
  }

  /// The baseline that must have no advantage anywhere.
  public static var idle: Attack { idle { _ in 0 } }

  /// - Parameter chance: 0 or, where the entry knows no formula, nil.
  public static func idle(chance: @escaping AttackFacts.Chance) -> Attack {
    Attack("idle", "asks nothing", expects: "0", chance: chance, by: .accounted, cost: 0) { _ in Idle<S.Query, S.Answer>() }
  }

  /// The row of a reduction around this attack: played where this one is, and leading to `Other`'s game.
  /// - Parameter inner: the stage of the other game on which an adversary is played under the reduction.
  public func under<Other: Stage>(
    _ prefix: String, _ title: String, expects: String, chance: AttackFacts.Chance?,
    _ inner: @escaping @Sendable (Other) -> S
  ) -> Attack<Other> {
    let facts = AttackFacts(
      "\(prefix)-\(facts.name)", "\(title) around \(facts.name)", expects: expects, around: facts.name, on: facts.suites,
      chance: chance, parts: facts.parts)
    return Attack<Other>(facts) { [build] in build(inner($0)) }
  }

  /// The row on another stage.
  /// - Parameter inner: the stage of this row there.
  public func on<Other: Stage>(_ inner: @escaping @Sendable (Other) -> S) -> Attack<Other> {
    Attack<Other>(facts) { [build] in build(inner($0)) }
  }
}

extension Stage {
  /// This stage with the adversary of the selection, which is one of `attacks`.
  public func play(_ attacks: [Attack<Self>]) -> AnyExperiment {
    let selection = wiring.selection
    if let outsider = selection.attack?.outsider { return outsider.experiment(selection) { experiment(against: $0) } }
    guard let attack = attacks.first(where: { $0.facts.name == selection.adversary }) else {
      // `Registry.select` lets only rows through that exist on the suite, and a test plays every combination that is listed.
      preconditionFailure("\(selection.adversary) has no row for \(selection.entry.name) on \(selection.suite.rawValue)")
    }
    return attack.build(self)
  }
}
