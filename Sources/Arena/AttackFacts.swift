public import Primitives

/// An adversary, for people; and its chances, where they are known.
public struct AttackFacts: Sendable {
  /// A closed formula of the selected parameters; nil where none is known.
  public typealias Chance = @Sendable (Selection) -> Double?

  /// By what an attack succeeds, if it does, where primitives break with known chances.
  public enum Means: Sendable {
    /// An identity that is an honest one's, a forged signature, a collision, a guessed tag: ledgers add up their chances.
    case accounted
    /// A logarithm, too: a public key determines it.
    case logarithm
    /// Nobody has said: it may guess a key.
    case unstated
  }

  public let name: String
  /// What it does, in one line: "it …".
  public let title: String
  /// What it is expected to achieve, as a formula or in words.
  public let expectation: String
  /// The adversary that it is a reduction around; nil for one that stands for itself.
  public let around: String?
  /// The only suites on which it exists; nil for all of the entry's.
  public let suites: [SuiteName]?
  /// The probability that it causes the bad event, wins, or has as its advantage, on a suite where every ε is known and where
  /// nothing is planted; nil where no formula is known.
  public let chance: Chance?
  /// The attacks of one that has several, in the order in which it tries them.
  public let parts: @Sendable (Selection) -> [String]
  public let means: Means
  /// Whoever tries adversaries out takes those of less cost first, and what costs nothing, because it asks nothing, not at all.
  public let cost: Int
  /// The package that it comes from; nil for one of the catalogue.
  public internal(set) var origin: String?
  /// Who plays, if it is nobody of this program.
  public internal(set) var outsider: (any Outsider)?

  @inlinable
  public init(
    _ name: String, _ title: String, expects expectation: String, around: String? = nil, on suites: [SuiteName]? = nil,
    chance: Chance? = nil, parts: @escaping @Sendable (Selection) -> [String] = { _ in [] }, by means: Means = .unstated,
    cost: Int = 1
  ) {
    (self.name, self.title, self.expectation, self.around) = (name, title, expectation, around)
    (self.suites, self.chance, self.parts, self.means, self.cost) = (suites, chance, parts, means, cost)
  }

  /// Whether it plays on this suite, which is one of its entry's.
  public func plays(on suite: SuiteName) -> Bool { suites?.contains(suite) ?? true }

  /// The same on these suites alone.
  func only(on suites: [SuiteName]) -> AttackFacts {
    AttackFacts(
      name, title, expects: expectation, around: around, on: suites, chance: chance, parts: parts, by: means, cost: cost)
  }
}
