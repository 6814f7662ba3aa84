/// A trust by the numbers of what it lists.
public struct TrustSketch: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The trust that it claims to succeed; nil in a founding trust.
  public var parent: Int?
  public var domain: DomainClaim
  public var operators: [Int]
  public var hsms: [HSMEntry]
  public var hosts: [Int]
  public var quorum: Int
  /// Entries beside those.
  public var others: [Listing]

  /// The domain that a trust claims.
  public enum DomainClaim: Hashable, Codable, Sendable {
    /// None without a parent.
    case ofParent
    case none
    /// The one to which this trust belongs.
    case of(Int)
  }

  /// An HSM's number, and the number of the one whose agreement key is listed.
  public struct HSMEntry: Hashable, Codable, Sendable, CustomStringConvertible {
    public var identity: Int
    public var agreement: Int

    public init(_ identity: Int, agreement: Int? = nil) {
      self.identity = identity
      self.agreement = agreement ?? identity
    }

    public var description: String { identity == agreement ? "\(identity)" : "\(identity)/\(agreement)" }
  }

  public init(
    parent: Int? = nil, domain: DomainClaim = .ofParent, operators: [Int], hsms: [Int], hosts: [Int] = [], quorum: Int,
    others: [Listing] = []
  ) {
    (self.parent, self.domain, self.operators, self.hosts, self.quorum) = (parent, domain, operators, hosts, quorum)
    self.hsms = hsms.map { HSMEntry($0) }
    self.others = others
  }

  public var description: String {
    let claim =
      switch domain {
      case .ofParent: ""
      case .none: ", domain none"
      case .of(let trust): ", domain of trust \(trust)"
      }
    return
      "parent \(parent.map { "\($0)" } ?? "none")\(claim), operators \(operators), HSMs \(hsms), hosts \(hosts), quorum \(quorum)"
      + (others.isEmpty ? "" : ", \(others)")
  }
}
