public import Records
public import Referee

/// A game or a hop of the catalogue: its facts, and how to run it.
public struct Entry: Sendable {
  public enum Kind: String, Sendable {
    case game, hop
  }

  public let name: String
  public let kind: Kind
  /// One line.
  public let title: String
  /// The claim, or what counts as breaking it, in words and mathematics.
  public let claim: String
  public let source: String
  public let badEvent: String
  public var hasBadEvent: Bool { badEvent != "none" }
  public let parameters: [Parameter]
  /// Parameters under which every term of the bound can be seen at work, for the theorem's table.
  public let showcase: [String: Int]
  /// The adversaries that play it; the first is the natural one to start with.
  public let adversaries: [String]
  /// Planted defects, each with a request that notices it.
  public let defects: [PlantedDefect]
  public var twins: [String] { defects.map(\.name) }
  public let suites: [Suite]
  /// About how many six-query trials one trial costs on the calibrated suite: blocks are that much smaller.
  public let weight: UInt64
  /// Played over ideal cryptography: no suite of primitives is asked for anything, and `symbolic` is what people see.
  public let isSymbolic: Bool
  /// The suites by the names that people see.
  public var suiteNames: [String] { isSymbolic ? ["symbolic"] : suites.map(\.rawValue) }
  /// The adversaries and twins that exist on the calibrated suite only.
  public let calibratedOnly: [String]
  public let bound: @Sendable (Suite) -> Bound
  /// The inequality that the reduction proves, for a hop that has one.
  public let reduction: ReductionClaim?
  public let experiment: @Sendable (Selection) -> AnyExperiment
  /// The probability that the selected adversary causes the bad event, wins, or has as its advantage, where a closed formula is
  /// known.
  public let formula: @Sendable (Selection) -> Double?
  /// The attacks of an adversary that has several, in the order in which it tries them.
  public let attacks: @Sendable (Selection) -> [String]

  /// What a hop's reduction claims.
  public struct ReductionClaim: Sendable {
    public let words: String
    /// The factor between the two sides, as a function of the parameters.
    public let loss: @Sendable (Selection) -> Double
    public let agreement: ReductionAgreement

    public init(words: String, agreement: ReductionAgreement, loss: @escaping @Sendable (Selection) -> Double) {
      (self.words, self.agreement, self.loss) = (words, agreement, loss)
    }
  }

  public init(
    name: String, kind: Kind, title: String, claim: String, source: String, badEvent: String, parameters: [Parameter],
    showcase: [String: Int] = [:], adversaries: [String], twins: [PlantedDefect] = [], suites: [Suite] = Suite.allCases,
    weight: UInt64 = 1, isSymbolic: Bool = false,
    calibratedOnly: [String] = [], bound: @escaping @Sendable (Suite) -> Bound, reduction: ReductionClaim? = nil,
    experiment: @escaping @Sendable (Selection) -> AnyExperiment,
    formula: @escaping @Sendable (Selection) -> Double? = { _ in nil },
    attacks: @escaping @Sendable (Selection) -> [String] = { _ in [] }
  ) {
    (self.name, self.kind, self.title, self.claim, self.source) = (name, kind, title, claim, source)
    (self.badEvent, self.parameters, self.showcase) = (badEvent, parameters, showcase)
    (self.adversaries, defects) = (adversaries, twins)
    self.weight = weight
    (self.suites, self.bound, self.reduction, self.experiment) = (suites, bound, reduction, experiment)
    (self.calibratedOnly, self.formula, self.isSymbolic) = (calibratedOnly, formula, isSymbolic)
    self.attacks = attacks
  }

  /// The showcase as options of the command line; nil where it does not make a bound of which every term can be seen at work.
  public var weakening: String? {
    let values = Dictionary(parameters.map { ($0.name, Double(showcase[$0.name] ?? $0.value)) }) { $1 }
    let bound = bound(.calibrated)
    let terms = bound.payments.map { $0.term.value(values) ?? 0 }
    guard let total = bound.value(values), Self.visible.contains(total), terms.allSatisfy(Self.visible.contains) else {
      return nil
    }
    let settings = parameters.compactMap { parameter in showcase[parameter.name].map { "--set \(parameter.name)=\($0)" } }
    return settings.isEmpty ? nil : settings.joined(separator: " ")
  }

  /// Bounds that say something and that some ten thousand trials can be compared with.
  public static let visible = 1e-3..<1.0

  /// The adversaries that play on this suite.
  public func adversaries(on suite: Suite) -> [String] {
    suite.isCalibrated ? adversaries : adversaries.filter { !calibratedOnly.contains($0) }
  }
}
