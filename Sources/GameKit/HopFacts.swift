public import Records

/// What people read of a hop, stated once, in the hop's own file: the catalogue, the theorem and every report read it here.
public struct HopFacts: Sendable {
  /// Its name on the command line.
  public let name: String
  /// One line.
  public let title: String
  /// Whose lemma it is, in the words of the theorem's table; nil for a step of this proof alone.
  public let lemma: String?
  /// In words and mathematics.
  public let claim: String
  /// What has to happen before the two worlds may differ; nil for a perfect hop, and for an assumption.
  public let badEvent: String?
  /// What the hop is paid, over symbols ε that each suite defines; 0 for a perfect one.
  public let bound: Bound
  /// Where the claim comes from.
  public let source: String

  public init(
    _ name: String, _ title: String, lemma: String? = nil, claim: String, badEvent: String? = nil, bound: Bound, source: String
  ) {
    (self.name, self.title, self.lemma, self.claim, self.badEvent) = (name, title, lemma, claim, badEvent)
    (self.bound, self.source) = (bound, source)
  }

  /// The bound as a part of another one, where its terms name this hop.
  public var payment: Bound { .paid(bound, by: name) }
}

extension HopFacts {
  /// The claim of every perfect hop.
  public static let perfect = "Perfect: for every adversary and every trial the two worlds are equal, so the advantage is 0."
}

extension Sequence<HopFacts> {
  /// What all of them are paid. A perfect hop is paid nothing.
  public var payment: Bound { .sum(of: filter { $0.bound != 0 }.map(\.payment)) }
}
