/// What has to hold, by name: the value of an option, a word in a file. A domain is *honest* if its founding trust is: all entities
/// genuine and the quorum at least the global n. [ours: the paper proves one indistinguishability; these are the properties that
/// its failures show up as]
public struct Property: RawRepresentable, CaseIterable, Codable, Hashable, Comparable, Sendable {
  public let rawValue: String
  package let invariant: any Invariant

  /// The property of this name, if there is one.
  public init?(rawValue: String) {
    guard let property = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = property
  }

  init(_ invariant: some Invariant) { (rawValue, self.invariant) = (invariant.name, invariant) }

  public var words: String { invariant.words }

  /// What is to be broken, as it follows on “should”.
  package static func words(_ broken: [Property]) -> String {
    broken.isEmpty ? "hold" : "break \(broken.map(\.rawValue).joined(separator: ", "))"
  }

  /// In the order of the catalogue.
  public static func < (a: Property, b: Property) -> Bool {
    let all = allCases
    return all.firstIndex(of: a) ?? 0 < all.firstIndex(of: b) ?? 0
  }
}
