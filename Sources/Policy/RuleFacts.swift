public import DomainManagement

/// What is known about a rule before it is asked: the catalogue and the reports read this.
public struct RuleFacts: Hashable, Sendable {
  /// Stable; used in files, reports and tests.
  public let identifier: String
  /// The rule in words.
  public let words: String
  /// The sources that say so; `docs/model.md`, section 1.4, lists them beside the rules.
  public let sources: [Provenance]
  /// The kinds of questions it decides.
  public let about: [QuestionKind]
  /// For a deliberately weaker rule: the identifier of the one whose place it takes.
  public let weakens: String?

  /// For a rule about successors: whether its answer may hang on which HSMs and hosts a trust lists, beyond whether two trusts
  /// are the same. A search asks rules that do not look at them far less often.
  public let looksAtServers: Bool

  /// Whether it tells operators apart by their roles alone, so that it matters only where they have some.
  public let isAboutRoles: Bool
  /// Whether it matters only where customer keys are wrapped.
  public let isAboutCustomerKeys: Bool

  /// The sources in one line.
  public var source: String { sources.map(\.description).joined(separator: "; ") }

  public init(
    _ identifier: String, _ words: String, from sources: [Provenance], about: [QuestionKind], weakens: String? = nil,
    looksAtServers: Bool = true, isAboutRoles: Bool = false, isAboutCustomerKeys: Bool = false
  ) {
    self.identifier = identifier
    self.words = words
    self.sources = sources
    self.about = about
    self.weakens = weakens
    self.looksAtServers = looksAtServers
    self.isAboutRoles = isAboutRoles
    self.isAboutCustomerKeys = isAboutCustomerKeys
  }
}
