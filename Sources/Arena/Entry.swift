public import Primitives
public import Records
public import Referee

/// A game or a hop of the catalogue: its facts, its attacks, and how they are played.
public struct Entry: Sendable {
  /// The closed formula of an entry, given the one of the attack's row.
  public typealias Chance = @Sendable (Selection, AttackFacts.Chance?) -> Double?

  public enum Kind: String, Sendable {
    case game, hop

    /// The verb of the command line that plays it.
    public var verb: String { self == .hop ? "hop" : "play" }
  }

  public let kind: Kind
  public let name: String
  /// One line.
  public let title: String
  /// The claim, or what counts as breaking it, in words and mathematics.
  public let claim: String
  public let source: String
  /// What lockstep waits for; `none` for a perfect hop, and where only the adversary's bits count.
  public let badEvent: String
  public var hasBadEvent: Bool { badEvent != "none" }
  /// What its trials measure while the two worlds are coupled.
  public let measure: Measure
  public let parameters: [Parameter]
  /// Parameters under which every term of the bound can be seen at work, for the theorem's table.
  public let showcase: [String: Int]
  /// The rows of the adversaries that play it; the first is the natural one to start with.
  public internal(set) var attacks: [AttackFacts]
  public var adversaries: [String] { attacks.map(\.name) }
  /// Planted defects, each with a request that notices it.
  public let defects: [PlantedDefect]
  public var twins: [String] { defects.map(\.name) }
  /// Changes that a twin combines with `+`, or is by itself, without being listed.
  public let changes: [String]
  public let suites: [SuiteName]
  public var suiteNames: [String] { suites.map(\.rawValue) }
  /// About how many six-query trials one trial costs on the calibrated suite: blocks are that much smaller.
  public let weight: UInt64
  public let bound: @Sendable (SuiteName) -> Bound
  /// The inequality that the reduction proves, for a hop that has one.
  public let reduction: ReductionClaim?
  /// The package that it comes from; nil for one of the catalogue.
  public internal(set) var origin: String?

  var experiment: @Sendable (Selection) -> AnyExperiment
  private let chance: Chance
  /// What an outsider's attack on this entry stands on; nil where none can.
  public let outside: OutsideStage?

  /// What a hop's reduction claims.
  public struct ReductionClaim: Sendable {
    public let words: String
    /// The factor between the two sides, as a function of the parameters.
    public let loss: @Sendable (Selection) -> Double
    public let agreement: ReductionAgreement

    public init(words: String, agreement: ReductionAgreement, loss: @escaping @Sendable (Selection) -> Double = { _ in 1 }) {
      (self.words, self.agreement, self.loss) = (words, agreement, loss)
    }
  }

  /// - Parameters:
  ///   - measure: what the experiments of its stage measure while the worlds are coupled.
  ///   - twins: the planted defects.
  ///   - changes: what twins may combine.
  ///   - attacks: a row for each adversary; the first is the natural one to start with.
  ///   - chance: the closed formula, if it is not the attack's own; it is given the attack's own, and asked on whatever suite and
  ///     twin.
  ///   - stage: the game with its types, which the rows are played on.
  public init<S: Stage>(
    _ kind: Kind, _ name: String, _ title: String, claim: String, source: String, badEvent: String = "none", measure: Measure,
    parameters: [Parameter], showcase: [String: Int] = [:], twins: [PlantedDefect] = [],
    changes: [String] = [], suites: [SuiteName] = [.calibrated], weight: UInt64 = 1,
    bound: @escaping @Sendable (SuiteName) -> Bound, reduction: ReductionClaim? = nil, attacks: [Attack<S>],
    chance: @escaping Chance = unplanted,
    stage: @escaping @Sendable (Wiring) -> S
  ) {
    self.init(
      kind, name, title, claim: claim, source: source, badEvent: badEvent, measure: measure, parameters: parameters,
      showcase: showcase, twins: twins, changes: changes, suites: suites, weight: weight, bound: bound,
      reduction: reduction, attacks: attacks.map(\.facts), chance: chance,
      experiment: { stage(Wiring($0)).play(attacks) }, outside: OutsideStage(stage))
  }

  /// An entry whose rows are built once the types of a suite are known.
  /// - Parameters:
  ///   - experiment: opens the selection's suite.
  ///   - outside: what attacks of other packages stand on, which are built for the types of one suite.
  public init(
    _ kind: Kind, _ name: String, _ title: String, claim: String, source: String, badEvent: String = "none", measure: Measure,
    parameters: [Parameter], showcase: [String: Int] = [:], twins: [PlantedDefect] = [],
    suites: [SuiteName] = SuiteName.ofPrimitives, weight: UInt64 = 1, bound: @escaping @Sendable (SuiteName) -> Bound,
    reduction: ReductionClaim? = nil, attacks: [AttackFacts],
    chance: @escaping Chance = unplanted,
    experiment: @escaping @Sendable (Selection) -> AnyExperiment, outside: OutsideStage? = nil
  ) {
    self.init(
      kind, name, title, claim: claim, source: source, badEvent: badEvent, measure: measure, parameters: parameters,
      showcase: showcase, twins: twins, changes: [], suites: suites, weight: weight, bound: bound,
      reduction: reduction, attacks: attacks, chance: chance, experiment: experiment, outside: outside)
  }

  private init(
    _ kind: Kind, _ name: String, _ title: String, claim: String, source: String, badEvent: String, measure: Measure,
    parameters: [Parameter], showcase: [String: Int], twins: [PlantedDefect], changes: [String], suites: [SuiteName],
    weight: UInt64, bound: @escaping @Sendable (SuiteName) -> Bound, reduction: ReductionClaim?, attacks: [AttackFacts],
    chance: @escaping Chance,
    experiment: @escaping @Sendable (Selection) -> AnyExperiment, outside: OutsideStage?
  ) {
    (self.kind, self.name, self.title, self.claim, self.source) = (kind, name, title, claim, source)
    (self.badEvent, self.measure, self.parameters, self.showcase) = (badEvent, measure, parameters, showcase)
    (defects, self.changes, self.suites, self.weight) = (twins, changes, suites, weight)
    (self.bound, self.reduction, self.attacks, self.chance) = (bound, reduction, attacks, chance)
    (self.experiment, self.outside) = (experiment, outside)
  }

  /// An attack's own chance, where every ε is known and nothing is planted.
  @Sendable public static func unplanted(_ selection: Selection, _ chance: AttackFacts.Chance?) -> Double? {
    selection.suite.isCalibrated && selection.twin == nil ? chance?(selection) : nil
  }

  /// Nothing: for an entry about whose attacks no closed formula is known.
  @Sendable public static func unknown(_ selection: Selection, _ chance: AttackFacts.Chance?) -> Double? { nil }

  /// 0 for all: for a perfect hop.
  @Sendable public static func perfect(_ selection: Selection, _ chance: AttackFacts.Chance?) -> Double? { 0 }

  func formula(_ selection: Selection) -> Double? { chance(selection, selection.attack?.chance) }

  /// The adversaries that play on this suite.
  public func adversaries(on suite: SuiteName) -> [String] { attacks.filter { $0.plays(on: suite) }.map(\.name) }

  /// The one of its suites that is meant: whoever asks for the calibrated one, as the command line does where nothing is said, is
  /// given ideal cryptography where nothing else is played.
  public func suite(for asked: SuiteName) -> SuiteName? {
    suites.contains(asked) ? asked : asked == .calibrated && suites == [.symbolic] ? .symbolic : nil
  }
}
