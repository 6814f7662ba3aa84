/// One way to authorise a command: so many operators of each role together, or so many operators of any.
///
/// An operator has one role, so nobody is counted for two of them.
public struct QuorumRule: Hashable, Sendable {
  /// So many operators with a role; nil stands for any, or none.
  public struct Need: Hashable, Sendable {
    public let role: String?
    public let count: Int

    public init(_ role: String?, _ count: Int) { (self.role, self.count) = (role, count) }
  }

  /// Ascending by role. A need for anybody stands alone.
  public let needs: [Need]

  public init(anybody count: Int) { needs = [Need(nil, count)] }

  public init(_ counts: [String: Int]) { needs = counts.sorted { $0.key < $1.key }.map { Need($0.key, $0.value) } }

  /// How many operators it takes; no more than a number holds, which a trust from anywhere may ask for.
  public var total: Int {
    needs.reduce(0) { sum, need in
      let (total, isTooLarge) = sum.addingReportingOverflow(need.count)
      return isTooLarge ? .max : total
    }
  }

  public func count(of role: String?) -> Int { needs.first { $0.role == role }?.count ?? 0 }

  /// Whether operators with these roles are enough; nil stands for one without.
  public func isMet(by roles: [String?]) -> Bool { needs.allSatisfy { Self.available($0.role, roles) >= $0.count } }

  /// Whether whoever meets this rule meets the other one, too.
  public func implies(_ other: QuorumRule) -> Bool {
    other.needs.allSatisfy { need in (need.role == nil ? total : count(of: need.role)) >= need.count }
  }

  /// What no set of these operators gives, or nobody is asked for; nil if the rule can be met.
  func unmeetable(by roles: [String?]) -> Need? {
    if needs.isEmpty { return Need(nil, 0) }
    return needs.first { $0.count < 1 || Self.available($0.role, roles) < $0.count }
  }

  private static func available(_ role: String?, _ roles: [String?]) -> Int { roles.count { role == nil || $0 == role } }

  /// Whether `name` can be a role: a word of letters, digits, hyphens and underscores, as it stands in options.
  public static func isRole(_ name: String) -> Bool {
    !name.isEmpty && Int(name) == nil && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
  }
}

extension QuorumRule: Comparable {
  /// An order of no meaning, so that a list of rules has one encoding.
  public static func < (a: QuorumRule, b: QuorumRule) -> Bool {
    func key(_ need: Need) -> (String, Int) { (need.role ?? "", need.count) }
    return a.needs.lexicographicallyPrecedes(b.needs) { key($0) < key($1) }
  }
}

extension QuorumRule: CustomStringConvertible {
  /// As options write it: `2`, or `operations:1,security:2`.
  public var description: String {
    needs.map { need in need.role.map { "\($0):\(need.count)" } ?? "\(need.count)" }.joined(separator: ",")
  }

  /// Nil for a text that is not so.
  public init?(_ text: some StringProtocol) {
    if let count = Int(text) {
      self.init(anybody: count)
    } else {
      guard let parts = Self.roles(text), Set(parts.map(\.role)).count == parts.count else { return nil }
      self.init(Dictionary(uniqueKeysWithValues: parts.map { ($0.role, $0.count) }))
    }
  }

  /// The parts of `security:1,operations:2`, in their order; nil for a text that is not so.
  public static func roles(_ text: some StringProtocol) -> [(role: String, count: Int)]? {
    var parts: [(role: String, count: Int)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(separator: ":", omittingEmptySubsequences: false)
      guard words.count == 2, isRole(String(words[0])), let count = Int(words[1]) else { return nil }
      parts.append((String(words[0]), count))
    }
    return parts
  }
}

extension QuorumRule: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let count = try? container.decode(Int.self) {
      self.init(anybody: count)
    } else {
      self.init(try container.decode([String: Int].self))
    }
  }

  /// A number, or a number for each role.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if needs.count == 1, needs[0].role == nil {
      try container.encode(needs[0].count)
    } else {
      try container.encode(Dictionary(uniqueKeysWithValues: needs.map { ($0.role ?? "", $0.count) }))
    }
  }
}
