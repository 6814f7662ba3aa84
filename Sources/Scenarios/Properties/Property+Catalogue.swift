public import Records

/// The properties that are judged. A domain is *honest* if its founding trust is: all entities genuine and the quorum at least
/// the global n. [ours: the paper proves one indistinguishability; these are the properties that its failures show up as]
extension Property: CaseIterable, Comparable {
  public static let genuineMembers = GenuineMembers().property
  public static let keysSecret = KeysSecret().property
  public static let dataSecret = DataSecret().property
  public static let hostsStay = HostsStay().property
  public static let currentMembers = CurrentMembers().property
  public static let handleKeepsKey = HandleKeepsKey().property
  public static let consent = Consent().property
  public static let rotationAgreed = RotationAgreed().property
  public static let retiredKeys = RetiredKeys().property
  public static let droppedKeys = DroppedKeys().property
  public static let dataOpens = DataOpens().property
  public static let customerKeys = CustomerKeys().property

  package static let own: [any Invariant] = [
    GenuineMembers(), KeysSecret(), DataSecret(), HostsStay(), CurrentMembers(), HandleKeepsKey(), Consent(),
    RotationAgreed(), RetiredKeys(), DroppedKeys(), DataOpens(), CustomerKeys(),
  ]
  /// What is added to them in this task.
  @TaskLocal package static var added: [any Invariant] = []
  package static var catalogue: [any Invariant] { own + added }

  /// The program's own, and what is added.
  public static var allCases: [Property] { catalogue.map(\.property) }

  /// What holds; empty for a name that is none.
  public var words: String { Self.catalogue.first { $0.name == rawValue }?.words ?? "" }

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

extension Invariant {
  package var property: Property { Property(rawValue: name) }
}
