/// An adversary of the catalogue, for people.
public struct AdversaryFacts: Sendable {
  public let name: String
  public let title: String
  /// What it is expected to achieve, as a formula or in words.
  public let expectation: String

  public init(_ name: String, _ title: String, expectation: String) {
    (self.name, self.title, self.expectation) = (name, title, expectation)
  }
}
