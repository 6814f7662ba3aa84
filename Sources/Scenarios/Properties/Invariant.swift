public import DomainManagement
public import Formulas

/// Something that has to hold, whatever the adversary does: one of the catalogue, or somebody else's
/// (`DomainAdditions`).
///
/// It is asked about each event, by the judge that watches a scenario and by a search, and sees that event alone. A search tries
/// one of each kind where `ExplorationReductions` says so: what is found with all reductions is an attack in any case, but
/// "holds" covers an invariant only if its answer depends neither on which of several like entities is meant nor on
/// fingerprints, and objects to the adversary's most permissive trust if it objects to any; otherwise switch them off. Nothing
/// that follows an objection is searched.
public protocol Invariant: Sendable {
  /// In files, reports and options: lower-case words with hyphens.
  var name: String { get }
  /// What holds.
  var words: String { get }
  /// How `event` breaks it; nil if it does not. Keys are best written as `Decision.name` does: a story tells them by their
  /// owners' names.
  func objection<S: DomainSuite>(to event: DomainEvent<S>, in setting: DomainSetting<S>) -> String?
  /// What it says of every trust in force in an honest domain, as a formula of `Asked.trust`: this is proved for every size, and
  /// has to be what `objection` says. Nil, unless it is given, for what is no formula about one trust: it cannot be proved, and
  /// whoever tries is told.
  var formulaInForce: Formula? { get }
}

extension Invariant {
  public var formulaInForce: Formula? { nil }
}
