/// Who takes part in a scenario.
public struct Entity: Hashable, Sendable {
  public enum Kind: String, Codable, CaseIterable, Sendable { case `operator`, hsm, host }

  /// What the entity is in truth, which no trust says.
  public enum Nature: String, Codable, CaseIterable, Sendable {
    /// In the registry, and follows the rules.
    case honest
    /// In the registry, but the adversary chooses what it signs: operators only.
    case dishonest
    /// A key pair that the adversary made.
    case rogue
  }

  public var name: String
  public var kind: Kind
  public var nature: Nature
  /// An operator may have the identity key of this HSM.
  public var sharesKeyWith: String?
  /// An operator may have a role, which the registry knows; one of the adversary's poses as having it.
  public var role: String?

  public init(_ name: String, _ kind: Kind, _ nature: Nature, sharesKeyWith: String? = nil, role: String? = nil) {
    self.name = name
    self.kind = kind
    self.nature = nature
    self.sharesKeyWith = sharesKeyWith
    self.role = role
  }
}
