public import Coins
public import GameKit
public import Games

/// Founds an honest domain, then has everybody who will sign a successor with a rogue HSM, and one with a rogue host; and goes by
/// way of operators of its own, whom nobody authorised. It wins exactly when n operators are dishonest, or when a rule that it
/// goes for is missing.
public struct InsiderCoup: Adversary {
  public typealias Query = PolicyQuery
  public typealias Answer = PolicyAnswer
  let population: PolicyGame.DomainSize

  public init(population: PolicyGame.DomainSize) { self.population = population }

  /// - Returns: `true` if the coups were refused: what the right-hand world always does.
  public func play(_ oracle: inout some Oracle<PolicyQuery, PolicyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let genuine = Array(0..<(population.honest + population.dishonest))
    let founding = TrustProposal(operators: genuine, hsms: [.init(0)], hosts: [0], quorum: population.globalQuorum)
    guard case .trust(let root) = try oracle.ask(.propose(founding)), case .accepted = try oracle.ask(.found(trust: root)) else {
      return true
    }
    var (hsm, host, operators) = (founding, founding, founding)
    hsm.hsms.append(.init(population.genuineHSMs))
    host.hosts.append(population.genuineHosts)
    (operators.operators, operators.quorum) = (Array(genuine.count..<population.operators), 1)
    for coup in [hsm, host] {
      let link = try signed(coup, after: root, &oracle)
      if try oracle.ask(.succeed(from: root, path: link)) == .accepted { return false }
    }
    guard case .trust(let own) = try oracle.ask(.propose(operators.succeeding(root))) else { return true }
    let path = [LinkReference(own, by: [])] + (try signed(hsm, after: own, &oracle))
    return try oracle.ask(.succeed(from: root, path: path)) != .accepted
  }

  /// A link to a proposal with all endorsements that there are to be had, each twice.
  private func signed(
    _ proposal: TrustProposal, after parent: Int, _ oracle: inout some Oracle<PolicyQuery, PolicyAnswer>
  ) throws(Forfeit) -> [LinkReference] {
    guard case .trust(let next) = try oracle.ask(.propose(proposal.succeeding(parent))) else { return [] }
    var link = LinkReference(next, by: [])
    for maker in 0..<population.operators {
      if case .endorsement(let number) = try oracle.ask(.sign(operator: maker, trust: next)) {
        link.endorsements += [number, number]
      }
    }
    return [link]
  }
}

extension TrustProposal {
  /// The same as a successor of another trust.
  func succeeding(_ parent: Int) -> TrustProposal {
    var successor = self
    successor.parent = parent
    return successor
  }
}
