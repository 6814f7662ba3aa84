// In an honest domain the successor rules let nothing in that is not genuine, although only operators can read the registry; the
// claim is stated below, in the hop's facts. The explorer checks Pr[bad] = 0 over all orders of its listed moves; with n
// dishonest operators the quorum assumption fails, and so does the claim.
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

extension HopFacts {
  public static let policyIdealization = HopFacts(
    "policy-idealization", "the successor rules keep out what is not genuine",
    claim: """
      Over ideal signatures and chains: a path of successors is accepted when the rules hold (left), or when every operator, HSM \
      and host that it lists is genuine, too (right). While fewer than n genuine operators are dishonest the two never differ:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ Pr[bad] = 0
      """,
    badEvent: "a quorum accepts a trust with an entity that is not genuine, in an honest domain", bound: 0,
    source: "the policy step of the paper's sequence of games; docs/model.md, section 3.4")
}
