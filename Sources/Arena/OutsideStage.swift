public import GameKit
internal import Primitives
internal import Referee

/// The stage of an entry that attacks of other packages stand on.
public struct OutsideStage: Sendable {
  /// The stage's type, as Swift spells it.
  public let type: String
  /// The name of its queries' type, without what that is generic in.
  public let queries: String
  /// The only suites that it is for; nil for all of the entry's.
  let suites: [SuiteName]?
  /// Makes a row of an attack; nil if the attack is on another kind of stage.
  let accept: @Sendable (any Sendable) -> Row?

  struct Row: Sendable {
    var facts: AttackFacts
    let experiment: @Sendable (Selection) -> AnyExperiment
  }

  init<S: Stage>(_ stage: @escaping @Sendable (Wiring) -> S, on suites: [SuiteName]? = nil) {
    type = String(reflecting: S.self)
    queries = String(String(describing: S.Query.self).prefix { $0 != "<" })
    self.suites = suites
    accept = { row in
      (row as? Attack<S>).map { attack in
        Row(facts: attack.facts) { attack.build(stage(Wiring($0))) }
      }
    }
  }

  /// The stage on the calibrated suite, of an entry whose rows are built for the types of each suite.
  public static func calibrated<Query: GameQuery, Answer>(
    _ stage: @escaping @Sendable (Wiring) -> ErasedStage<Query, Answer>
  ) -> OutsideStage {
    OutsideStage(stage, on: [.calibrated])
  }
}
