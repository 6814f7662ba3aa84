import DomainManagement
import QuorumProperty
import Scenarios
import Testing

/// The property, judged by the world that scenarios are played in.
@Suite struct QuorumPropertyTests {
  private func end(quorum: Int) throws -> [String] {
    let scenario = try Scenario(
      yaml: """
        scenario: successor
        title: A successor that all operators sign
        n: 2
        operators: {alice: honest, bob: honest, carol: honest}
        hsms: {h1: genuine}
        trusts:
          T0: {operators: [alice, bob, carol], hsms: [h1], quorum: 3}
          T1: {parent: T0, quorum: \(quorum)}
        steps:
          - found: {hsm: h1, trust: T0, signed-by: [alice, bob, carol], as: t0}
          - update: {hsm: h1, token: t0, to: T1, signed-by: [alice, bob, carol], as: t1}
        end: holds
        """, file: "successor.yaml")
    return try ScenarioRunner.run(scenario, policy: .intact, suite: .symbolic).lines.flatMap(\.violations).map(\.words)
  }

  @Test(arguments: [(3, []), (2, ["2 signers suffice where 3 were needed"])])
  func whoNeedsFewerSignersBreaksIt(quorum: Int, words: [String]) throws {
    let seen = try DomainAdditions(invariants: [QuorumNeverFalls()]).inForce { try end(quorum: quorum) }
    #expect(seen == words)
  }

  @Test func whereItWasNotAddedNobodyAsks() throws { #expect(try end(quorum: 2) == []) }
}
