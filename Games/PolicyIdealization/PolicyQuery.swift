public import GameKit

/// What may be asked of operators and of whoever checks successors, over ideal signatures and chains.
public enum PolicyQuery: GameQuery {
  /// Write a trust down. Anybody can.
  case propose(TrustProposal)
  /// Ask an operator to sign a trust. A dishonest or rogue one does; an honest one if the rules allow it.
  case sign(operator: Int, trust: Int)
  /// Install a founding trust. The game is about honest domains: another trust is refused.
  case found(trust: Int)
  /// Replace a trust in force by the last of a path, whose links are authorised one by one.
  case succeed(from: Int, path: [LinkReference])

  public enum Kind: Int, QueryKind {
    case propose, sign, found, succeed

    public var symbol: String {
      switch self {
      case .propose: "q_trust"
      case .sign: "q_auth"
      case .found: "q_root"
      case .succeed: "q_succ"
      }
    }
  }

  public var kind: Kind {
    switch self {
    case .propose: .propose
    case .sign: .sign
    case .found: .found
    case .succeed: .succeed
    }
  }

  public var description: String {
    switch self {
    case .propose(let proposal): "propose(\(proposal))"
    case .sign(let maker, let trust): "sign(\(maker), \(trust))"
    case .found(let trust): "found(\(trust))"
    case .succeed(let from, let path): "succeed(\(from), \(path))"
    }
  }
}

/// A trust by the numbers of the game's entities.
public struct TrustProposal: Hashable, Codable, Sendable, CustomStringConvertible {
  /// The number of the trust that it claims to succeed.
  public var parent: Int?
  public var operators: [Int]
  /// An HSM's number, and the number of the one whose agreement key is listed.
  public var hsms: [HSMEntry]
  public var hosts: [Int]
  public var quorum: Int

  public typealias HSMEntry = TrustSketch.HSMEntry

  public init(parent: Int? = nil, operators: [Int], hsms: [HSMEntry], hosts: [Int] = [], quorum: Int) {
    self.parent = parent
    self.operators = operators
    self.hsms = hsms
    self.hosts = hosts
    self.quorum = quorum
  }

  public var description: String {
    "parent \(parent.map { "\($0)" } ?? "none"), operators \(operators), HSMs \(hsms.map(\.description)), hosts \(hosts), "
      + "quorum \(quorum)"
  }
}
