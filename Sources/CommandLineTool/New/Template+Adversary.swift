extension Template {
  static let adversary: [(path: String, text: String)] = [
    (
      "Sources/TYPE/TYPE.swift",
      """
      import GamekeeperKit

      /// Say here what it does, and how likely it is to succeed.
      ///
      /// An adversary sees what the oracle answers, and has coins of its own. It has to be deterministic given both.
      public struct TYPE: DomainThief {
        public let population: DomainSize

        public init(population: DomainSize = DomainSize()) { self.population = population }

        /// - Parameter domain: honest, founded, with a key under handle 0.
        /// - Returns: a key that it has learnt, and the request that an honest host is served with under it.
        public func steal(
          from domain: Domain, _ oracle: inout some Oracle<KeySecrecyQuery, KeySecrecyAnswer>, coins: Coins
        ) throws(Forfeit) -> StolenKey? {
          // Now write the attack. This much is honest: the domain moves to a successor that lists the same.
          guard let (next, _) = try oracle.write(domain.successor) else { return nil }
          let path = [LinkReference(next, by: try oracle.authorise(next, by: domain.operators))]
          _ = try oracle.token(.update(hsm: domain.hsms[0], token: domain.token, path: path))
          return nil
        }
      }

      """
    ),
    (
      "Sources/TYPE/TYPE+Additions.swift",
      """
      import GamekeeperKit

      extension TYPE {
        /// What the command line knows of it: it plays the challenge of key secrecy, the whole protocol.
        public static let additions = Additions(
          from: "NAME",
          attacks: [
            OutsideAttack(
              Attack<ErasedStage<KeySecrecyQuery, KeySecrecyAnswer>>("NAME", "does nothing yet", expects: "0") { stage in
                TestStolenKey(TYPE(population: DomainSize(operators: stage["q_ops"], hsms: stage["q_hid"], quorum: stage["n"])))
              }, on: ["key-secrecy"])
          ])
      }

      """
    ),
    (
      "Tests/TYPETests/TYPETests.swift",
      """
      import GamekeeperKit
      import TYPE
      import Testing

      @Suite struct TYPETests {
        @Test func itKeepsToItsBudget() throws {
          #expect(try tally(twin: nil).forfeits == 0)
        }

        /// Without the rule that signatures must verify a key can be stolen.
        @Test func itStealsAKeyWhereARuleIsMissing() throws {
          let stolen = try tally(twin: "successor.signatures-verify").bits.onlySecond
          #expect(stolen > 0, "now write the attack: Sources/TYPE/TYPE.swift")
        }

        private func tally(twin: String?) throws -> Tally {
          let registry = try Catalog.registry.adding([TYPE.additions])
          let selection = try registry.select(
            registry.entry("key-secrecy", kind: .game), adversary: "NAME", suite: "calibrated", settings: [], twin: twin)
          return selection.experiment.run(0..<100, source: CoinSource(seed: 1))
        }
      }

      """
    ),
  ]
}
