public import Coins
public import GameKit
public import Games

/// Founds an honest domain, then has everybody who will sign a successor with a rogue HSM. It wins exactly when n operators are
/// dishonest, or when the rule that it goes for is missing.
public struct InsiderCoup: Adversary {
  public typealias Query = PolicyQuery
  public typealias Answer = PolicyAnswer
  let population: PolicyGame.DomainSize

  public init(population: PolicyGame.DomainSize) { self.population = population }

  /// - Returns: `true` if the coup was refused: what the right-hand world always does.
  public func play(_ oracle: inout some Oracle<PolicyQuery, PolicyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    let genuine = Array(0..<(population.honest + population.dishonest))
    let founding = TrustProposal(operators: genuine, hsms: [.init(0)], quorum: population.globalQuorum)
    guard case .trust(let root) = try oracle.ask(.propose(founding)), case .accepted = try oracle.ask(.found(trust: root)) else {
      return true
    }
    let coup = TrustProposal(
      parent: root, operators: genuine, hsms: [.init(0), .init(population.genuineHSMs)], quorum: population.globalQuorum)
    guard case .trust(let next) = try oracle.ask(.propose(coup)) else { return true }
    var endorsements: [Int] = []
    for maker in 0..<population.operators {
      if case .endorsement(let number) = try oracle.ask(.sign(operator: maker, trust: next)) { endorsements += [number, number] }
    }
    return try oracle.ask(.succeed(from: root, to: next, endorsements: endorsements)) != .accepted
  }
}
