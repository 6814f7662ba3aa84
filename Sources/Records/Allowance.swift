/// What an adversary may use in a game, in the quantities in which concrete security is stated: as the game's budgets say, at
/// some values of its parameters.
public struct Allowance: Hashable, Codable, Sendable {
  /// In all, whatever they are.
  public private(set) var queries: UInt64 = 0
  public private(set) var verifications: UInt64 = 0
  public private(set) var keys: UInt64 = 0
  public private(set) var groupOperations: UInt64 = 0
  public private(set) var hashEvaluations: UInt64 = 0
  /// The symbols of budgets without a limit: the queries that cost an adversary nothing.
  public private(set) var unlimited: [String] = []

  public init() {}

  /// Adds so many queries of a kind.
  public mutating func add(queries count: UInt64, each resource: Resource?) {
    queries += count
    if let resource, resource != .queries { add(count, of: resource) }
  }

  public mutating func add(_ count: UInt64, of resource: Resource) {
    switch resource {
    case .queries: queries += count
    case .verifications: verifications += count
    case .keys: keys += count
    case .groupOperations: groupOperations += count
    case .hashEvaluations: hashEvaluations += count
    }
  }

  public mutating func add(unlimited symbol: String) { unlimited.append(symbol) }

  public subscript(resource: Resource) -> UInt64 {
    switch resource {
    case .queries: queries
    case .verifications: verifications
    case .keys: keys
    case .groupOperations: groupOperations
    case .hashEvaluations: hashEvaluations
    }
  }
}
