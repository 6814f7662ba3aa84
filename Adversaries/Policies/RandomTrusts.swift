public import Coins
public import GameKit
public import Games

/// Proposes, signs and replaces trusts at random, one link at a time or several, with a bias towards what nearly works.
public struct RandomTrusts: Adversary {
  public typealias Query = PolicyQuery
  public typealias Answer = PolicyAnswer
  let population: PolicyGame.DomainSize
  let rounds: Int

  public init(population: PolicyGame.DomainSize, rounds: Int = 12) {
    self.population = population
    self.rounds = rounds
  }

  /// - Returns: `true` if no successor with a rogue entity was accepted.
  public func play(_ oracle: inout some Oracle<PolicyQuery, PolicyAnswer>, coins: Coins) throws(Forfeit) -> Bool {
    func draw(_ bound: Int, _ round: Int, _ index: UInt64) -> Int {
      Int(coins.uniform(below: UInt64(max(1, bound)), for: Label("policy", UInt64(round), index)))
    }
    let genuine = Array(0..<(population.honest + population.dishonest))
    var proposals: [TrustProposal] = []
    var inForce: [Int] = []
    // Links that are authorised and not presented yet.
    var (start, path) = (0, [LinkReference]())
    for round in 0..<rounds {
      if path.isEmpty, !inForce.isEmpty { start = inForce[draw(inForce.count, round, 0)] }
      let parent = path.last?.trust ?? (inForce.isEmpty ? nil : start)
      var proposal =
        parent.map { proposals[$0] }
        ?? TrustProposal(operators: genuine, hsms: [.init(0)], hosts: [0], quorum: population.globalQuorum)
      proposal.parent = parent
      switch draw(7, round, 1) {
      case 0: proposal.hsms.append(.init(population.genuineHSMs + draw(population.rogueHSMs, round, 2)))
      case 1: proposal.hsms = [.init(0, agreement: population.hsms - 1)]
      case 2: proposal.operators.append(genuine.count + draw(population.rogueOperators, round, 2))
      case 3: proposal.quorum = draw(population.operators, round, 2)
      case 4: proposal.operators = Array(genuine.dropFirst(draw(genuine.count, round, 2)))
      case 5: proposal.hosts.append(draw(population.hosts, round, 2))
      default: proposal.hsms = (0..<(1 + draw(population.genuineHSMs, round, 2))).map { .init($0) }
      }
      guard case .trust(let number) = try oracle.ask(.propose(proposal)) else { continue }
      proposals.append(proposal)
      guard parent != nil else {
        if case .accepted = try oracle.ask(.found(trust: number)) { inForce.append(number) }
        continue
      }
      var endorsements: [Int] = []
      for maker in 0..<population.operators {
        // Absent, once or twice.
        let copies = draw(3, round, 10 + UInt64(maker))
        guard copies > 0, case .endorsement(let endorsement) = try oracle.ask(.sign(operator: maker, trust: number)) else {
          continue
        }
        endorsements += Array(repeating: endorsement, count: copies)
      }
      path.append(LinkReference(number, by: endorsements))
      if path.count < 3, draw(3, round, 3) == 0 { continue }
      defer { path = [] }
      guard case .accepted = try oracle.ask(.succeed(from: start, path: path)) else { continue }
      inForce += path.map(\.trust)
      if path.contains(where: { isRogue(proposals[$0.trust]) }) { return false }
    }
    return true
  }

  private func isRogue(_ proposal: TrustProposal) -> Bool {
    proposal.operators.contains { $0 >= population.honest + population.dishonest }
      || proposal.hsms.contains { $0.identity >= population.genuineHSMs || $0.agreement != $0.identity }
      || proposal.hosts.contains { $0 >= population.genuineHosts }
  }
}
