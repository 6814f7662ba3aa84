/// A trust by the numbers of what it lists.
public struct TrustSketch: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The trust that it claims to succeed, and whose domain it claims; nil in a founding trust.
  public var parent: Int?
  public var operators: [Int]
  public var hsms: [HSMEntry]
  public var hosts: [Int]
  public var quorum: Int

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

  public init(parent: Int? = nil, operators: [Int], hsms: [Int], hosts: [Int] = [], quorum: Int) {
    (self.parent, self.operators, self.hosts, self.quorum) = (parent, operators, hosts, quorum)
    self.hsms = hsms.map { HSMEntry($0) }
  }

  public var description: String {
    "parent \(parent.map { "\($0)" } ?? "none"), operators \(operators), HSMs \(hsms), hosts \(hosts), quorum \(quorum)"
  }
}
