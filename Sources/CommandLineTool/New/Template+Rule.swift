internal import Words

extension Template {
  static let rule: [(path: String, text: String)] = [
    (
      "Sources/TYPE/TYPE.swift",
      """
      import GamekeeperKit

      /// `successor.NAME`: a successor lists an HSM.
      public struct TYPE<Suite: DomainSuite>: LinkRule {
        /// Weakened on purpose: a host is enough.
        let isWeak: Bool

        public init(isWeak: Bool = false) { self.isWeak = isWeak }

        public var facts: RuleFacts {
          isWeak
            ? RuleFacts(
              "successor.NAME-or-host", "a successor lists an HSM or a host", from: [.ours()], about: [.succeed, .advance],
              weakens: "successor.NAME")
            : RuleFacts("successor.NAME", "a successor lists an HSM", from: [.ours()], about: [.succeed, .advance])
        }

        public func objection(to link: Link<Suite>, after parent: Trust<Suite>) -> Decision {
          guard link.trust.hsms.isEmpty, !isWeak || link.trust.hosts.isEmpty else { return .allow }
          return deny("it lists no HSM")
        }
      }

      /// The rule for the intact policy, and its weaker twin for `--with`.
      public struct TYPERules: RuleAddition {
        public init() {}

        public func rules<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: TYPE<S>())] }
        public func weaker<S: DomainSuite>(for suite: S.Type) -> [RuleInForce<S>] { [RuleInForce(link: TYPE<S>(isWeak: true))] }
      }

      """
    ),
    (
      "Sources/lab/Main.swift",
      """
      import GamekeeperKit
      import TYPE

      /// The whole command line, with the rule in the intact policy: `swift run lab list rules`.
      @main struct Lab: GamekeeperTool {
        static let rules: [any RuleAddition] = [TYPERules()]
      }

      """
    ),
    (
      "NAME.yaml",
      """
      # A scripted attack: `\(Program.name) describe files` has every key.
      scenario: NAME
      title: A successor without an HSM
      story: >
        All operators sign, and only the rule stands in the way.
      n: 2
      operators: {alice: honest, bob: honest}
      hsms: {h1: genuine}
      hosts: {web: genuine}
      trusts:
        T0: {operators: [alice, bob], hsms: [h1], hosts: [web], quorum: 2}
      steps:
        - found: {hsm: h1, trust: T0, signed-by: [alice, bob], as: t0}
        # Now write the attack: for example a trust T1 with `hsms: []`, to which both operators update.
      end: holds

      """
    ),
    (
      "Tests/TYPETests/TYPETests.swift",
      """
      import Foundation
      import GamekeeperKit
      import TYPE
      import Testing

      @Suite struct TYPETests {
        private let suite = SymbolicSuite()

        /// The reason for which a successor is refused.
        private func refusal(isWeak: Bool, hsms: Int, hosts: Int) -> String? {
          let operators = [Operator(isHonest: true, draw: 1, suite: suite).identity]
          let members = (0..<2).map { RogueHSM<SymbolicSuite>(draw: UInt64(10 + $0), suite: suite).member }
          let parent = Trust(operators: operators, hsms: members, hosts: [], quorum: 1, suite: suite)
          let trust = Trust(
            parent: parent.fingerprint, domain: parent.domainName, operators: operators, hsms: Array(members.prefix(hsms)),
            hosts: Array(operators.prefix(hosts)), quorum: 1, suite: suite)
          return TYPE(isWeak: isWeak).objection(to: Link(trust, authorisation: []), after: parent).denial?.reason
        }

        @Test func theRuleAndItsTwinDifferInOneCase() {
          #expect(refusal(isWeak: false, hsms: 1, hosts: 0) == nil)
          #expect(refusal(isWeak: false, hsms: 0, hosts: 1) == "it lists no HSM")
          #expect(refusal(isWeak: true, hsms: 0, hosts: 1) == nil)
          #expect(refusal(isWeak: true, hsms: 0, hosts: 0) == "it lists no HSM")
        }

        @Test func theScenarioIsRefusedByTheRule() throws {
          let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../NAME.yaml")
          let text = try String(contentsOf: file, encoding: .utf8)
          let rules = try DomainAdditions(rules: [TYPERules()]).inForce {
            try ScenarioRunner.run(Scenario(yaml: text, file: "NAME.yaml"), policy: .intact, suite: .symbolic).lines.map(\\.rule)
          }
          #expect(rules.contains("successor.NAME"), "now write the attack: NAME.yaml")
        }
      }

      """
    ),
  ]
}
