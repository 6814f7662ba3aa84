/// What has to hold, whatever the adversary does. A domain is *honest* if its founding trust is: all entities genuine and the
/// quorum at least the global n. [ours: the paper proves one indistinguishability; these are the properties that its failures
/// show up as]
public enum Property: String, Codable, CaseIterable, Hashable, Sendable, Comparable {
  /// No trust in force in an honest domain lists an entity, or a pair of keys, that is not genuine.
  case genuineMembers = "genuine-members"
  /// No key in use in an honest domain is known to the adversary.
  case keysSecret = "keys-secret"
  /// What a host of an honest domain encrypts stays unknown to the adversary.
  case dataSecret = "data-secret"
  /// A host of an honest domain stays in it.
  case hostsStay = "hosts-stay"
  /// A host of an honest domain is served under its installed trust only, and by its HSMs: not by others, nor by those that have
  /// left it.
  case currentMembers = "current-members"
  /// In one lineage of tokens a handle keeps its key.
  case handleKeepsKey = "handle-keeps-key"
  /// Every trust in force in an honest domain was signed, as it stands and as successor of the one it replaced, by an honest
  /// operator.
  case consent

  public var words: String {
    switch self {
    case .genuineMembers: "no trust in force in an honest domain lists an entity that is not genuine"
    case .keysSecret: "no key of an honest domain is known to the adversary"
    case .dataSecret: "what hosts of honest domains encrypt stays unknown to the adversary"
    case .hostsStay: "hosts of honest domains stay in them"
    case .currentMembers: "hosts of honest domains are served under their installed trust only, and by its HSMs"
    case .handleKeepsKey: "in one lineage a handle keeps its key"
    case .consent: "every trust in force in an honest domain has an honest operator's consent, as it stands and in its place"
    }
  }

  /// What is to be broken, as it follows on “should”.
  package static func words(_ broken: [Property]) -> String {
    broken.isEmpty ? "hold" : "break \(broken.map(\.rawValue).joined(separator: ", "))"
  }

  public static func < (a: Property, b: Property) -> Bool {
    allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
  }
}
