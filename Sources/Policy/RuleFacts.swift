public import DomainManagement

/// What is known about a rule before it is asked: the catalogue and the reports read this.
public struct RuleFacts: Hashable, Sendable {
  /// Stable; used in files, reports and tests.
  public let identifier: String
  /// The rule in words.
  public let words: String
  public let source: String
  /// The kinds of questions it decides.
  public let about: [QuestionKind]
  /// For a deliberately weaker rule: the identifier of the one whose place it takes.
  public let weakens: String?

  init(_ identifier: String, _ words: String, source: String, about: [QuestionKind], weakens: String? = nil) {
    self.identifier = identifier
    self.words = words
    self.source = source
    self.about = about
    self.weakens = weakens
  }
}
