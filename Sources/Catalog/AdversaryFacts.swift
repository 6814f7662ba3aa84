/// An adversary of the catalogue, for people.
public struct AdversaryFacts: Sendable {
  public let name: String
  public let title: String
  /// What it is expected to achieve, as a formula or in words.
  public let expectation: String
  /// The adversary that it is a reduction around; nil for one that stands for itself.
  public let around: String?

  public init(_ name: String, _ title: String, expectation: String, around: String? = nil) {
    (self.name, self.title, self.expectation, self.around) = (name, title, expectation, around)
  }
}
