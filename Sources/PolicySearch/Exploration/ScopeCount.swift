public import Records

/// The numbers that a scope is told by, named as options and fields are.
public enum ScopeCount: String, CaseIterable, Sendable {
  case operators, dishonest
  case rogueOperators = "rogue-operators"
  case hsms
  case rogueHSMs = "rogue-hsms"
  case hosts
  case rogueHosts = "rogue-hosts"
  case domains, depth
  case sharedKeys = "shared-keys"
  case rotations

  public var meaning: String {
    switch self {
    case .operators: "Genuine operators, dishonest ones included."
    case .dishonest: "Dishonest operators."
    case .rogueOperators: "Key pairs of the adversary that pose as operators."
    case .hsms: "HSMs in all, rogue ones included."
    case .rogueHSMs: "Rogue HSMs."
    case .hosts: "Genuine hosts."
    case .rogueHosts: "Key pairs of the adversary that pose as hosts."
    case .domains: "1: one domain; 2 or more: another honest one and one of the adversary beside it."
    case .depth: "Successors in a row."
    case .sharedKeys: "Honest operators whose key is also that of a genuine HSM."
    case .rotations: "Rotations of the key in a row, \(most) at most; 0: there are none."
    }
  }

  public var place: WritableKeyPath<ExplorationScope, Int> {
    switch self {
    case .operators: \.operators
    case .dishonest: \.dishonest
    case .rogueOperators: \.rogueOperators
    case .hsms: \.hsms
    case .rogueHSMs: \.rogueHSMs
    case .hosts: \.hosts
    case .rogueHosts: \.rogueHosts
    case .domains: \.domains
    case .depth: \.depth
    case .sharedKeys: \.sharedKeys
    case .rotations: \.rotations
    }
  }

  /// More are refused, whatever else the scope is.
  var most: Int { self == .rotations ? 4 : 64 }
}
