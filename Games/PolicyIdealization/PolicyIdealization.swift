// Claim: in an honest domain the successor rules let nothing in that is not genuine, although only operators can read the
// registry.
//
//     |Pr[A = 1 in Ideal] − Pr[A = 1 in Real]|  ≤  Pr[bad]  =  0      under the quorum assumption
//
// Source: the policy step of the paper's sequence, over ideal signatures and chains (docs/model.md, section 3.4). The explorer
// checks Pr[bad] = 0 over all orders of its listed moves; with n dishonest operators the assumption fails, and so does the claim.
public import DomainManagement
public import GameKit
public import Policy

/// Identical until bad: a trust with an entity that is not genuine is accepted by a quorum in an honest domain.
public struct PolicyIdealization: Hop {
  public typealias Query = PolicyQuery
  public typealias Answer = PolicyAnswer
  let population: PolicyGame.DomainSize
  let policy: Policy<SymbolicSuite>

  public init(population: PolicyGame.DomainSize = .init(), policy: Policy<SymbolicSuite> = .intact) {
    self.population = population
    self.policy = policy
  }

  public var left: PolicyGame { PolicyGame(population: population, policy: policy, isIdeal: false) }
  public var right: PolicyGame { PolicyGame(population: population, policy: policy, isIdeal: true) }

  public func isBad(_ left: borrowing PolicyGame) -> Bool { left.isBad }

  public func relation(_ left: borrowing PolicyGame, _ right: borrowing PolicyGame) -> Relation {
    left.inForce.agrees(with: right.inForce) ? .holds : .broken("trusts in force")
  }
}

/// The same two games with no bad event to hide behind: under the quorum assumption they are equal, query by query.
public struct PolicyPerfection: Hop {
  public typealias Query = PolicyQuery
  public typealias Answer = PolicyAnswer
  private let hop: PolicyIdealization

  public init(population: PolicyGame.DomainSize = .init(), policy: Policy<SymbolicSuite> = .intact) {
    hop = PolicyIdealization(population: population, policy: policy)
  }

  public var left: PolicyGame { hop.left }
  public var right: PolicyGame { hop.right }
  public func isBad(_ left: borrowing PolicyGame) -> Bool { false }
  public func relation(_ left: borrowing PolicyGame, _ right: borrowing PolicyGame) -> Relation { hop.relation(left, right) }
}
