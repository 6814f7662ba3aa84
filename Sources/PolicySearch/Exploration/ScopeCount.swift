internal import Quorums
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
  case customerKeys = "customer-keys"

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
    case .customerKeys: "Customer keys that are wrapped under the key, \(most) at most; 0: there are none."
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
    case .customerKeys: \.customerKeys
    }
  }

  /// More are refused, whatever else the scope is.
  var most: Int {
    switch self {
    case .customerKeys: 1
    case .rotations: 4
    default: 64
    }
  }
}

extension ExplorationScope {
  public static let transparentWrapMeaning = "Wrapped keys can be read by anybody: a defective suite."
}

/// What a scope is told by in words, named as options and fields are.
public enum ScopeText: String, CaseIterable, Sendable {
  case quorum, roles

  public var meaning: String {
    switch self {
    case .quorum:
      "The global n: any n genuine operators are assumed to include an honest one; or by role: security:1,operations:1."
    case .roles: "The roles of the genuine operators, dishonest ones last, as in security:1,operations:2."
    }
  }

  /// As options write it; of roles that nobody has, nothing.
  public func text(of scope: ExplorationScope) -> String {
    switch self {
    case .quorum: scope.quorum.description
    case .roles: scope.roles.map { "\($0):1" }.joined(separator: ",")
    }
  }

  /// - Returns: whether the text is one; if not, the scope is as before.
  public func set(_ text: String, of scope: inout ExplorationScope) -> Bool {
    switch self {
    case .quorum:
      guard let quorum = QuorumRules(text) else { return false }
      scope.quorum = quorum
    case .roles:
      guard text.isEmpty || Self.roles(text) != nil else { return false }
      scope.roles = Self.roles(text) ?? []
    }
    return true
  }

  /// One entry an operator, of `security:1,operations:2`; nil for a text that is not so.
  public static func roles(_ text: String) -> [String]? {
    guard let parts = QuorumRule.roles(text), parts.allSatisfy({ (0...64).contains($0.count) }) else { return nil }
    return parts.flatMap { Array(repeating: $0.role, count: $0.count) }
  }
}
