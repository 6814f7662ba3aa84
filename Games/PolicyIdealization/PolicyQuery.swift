public import GameKit

/// What may be asked of operators and of whoever checks successors, over ideal signatures and chains.
public enum PolicyQuery: GameQuery {
  /// Write a trust down. Anybody can.
  case propose(TrustProposal)
  /// Ask an operator to sign a trust. A dishonest or rogue one does; an honest one if the rules allow it.
  case sign(operator: Int, trust: Int)
  /// Install a founding trust. The game is about honest domains: another trust is refused.
  case found(trust: Int)
  /// Replace a trust in force, with these endorsements.
  case succeed(from: Int, to: Int, endorsements: [Int])

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
    case .succeed(let from, let to, let endorsements): "succeed(\(from), \(to), \(endorsements))"
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
  public var quorum: Int

  public typealias HSMEntry = TrustSketch.HSMEntry

  public init(parent: Int? = nil, operators: [Int], hsms: [HSMEntry], quorum: Int) {
    self.parent = parent
    self.operators = operators
    self.hsms = hsms
    self.quorum = quorum
  }

  public var description: String {
    "parent \(parent.map { "\($0)" } ?? "none"), operators \(operators), HSMs \(hsms.map(\.description)), quorum \(quorum)"
  }
}
