extension Template {
  static let hop: [(path: String, text: String)] = [
    (
      "Sources/TYPE/TYPE.swift",
      """
      // Claim: nobody can tell a vault that opens from one that never does, except by guessing its number.
      //
      //     |Pr[A = 1 right] − Pr[A = 1 left]|  ≤  Pr[guess]  ≤  q/2^n
      //
      // Source: say here which lemma the hop mirrors.
      import GamekeeperKit

      /// The hop: identical until the bad event.
      public struct TYPE: Hop {
        public typealias Query = Guess
        public typealias Answer = Bool
        let bits: Int

        /// - Parameter bits: n, of the number.
        public init(bits: Int) { self.bits = bits }

        public var left: Vault { Vault(bits: bits, opens: true) }
        public var right: Vault { Vault(bits: bits, opens: false) }

        public func isBad(_ left: borrowing Vault) -> Bool { left.isGuessed }

        /// What the two states have in common as long as nothing bad has happened.
        public func relation(_ left: borrowing Vault, _ right: borrowing Vault) -> Relation {
          left.number == right.number ? .holds : .broken("numbers")
        }

        /// What may be asked: whether this is the number.
        public struct Guess: GameQuery {
          public let number: UInt64

          public init(_ number: UInt64) { self.number = number }

          public enum Kind: Int, QueryKind {
            case guess
            public var symbol: String { "q" }
          }

          public var kind: Kind { .guess }
          public var description: String { "guess(\\(number))" }
        }

        /// Left it opens, right it does not.
        public struct Vault: Game {
          let bits: Int
          let opens: Bool
          private(set) var number: UInt64 = 0
          private(set) var isGuessed = false

          public mutating func restart(coins: Coins) {
            number = coins.bits(bits, for: Label("number"))
            isGuessed = false
          }

          public mutating func answer(_ query: Guess) -> Bool {
            guard query.number == number else { return false }
            isGuessed = true
            return opens
          }

          init(bits: Int, opens: Bool) { (self.bits, self.opens) = (bits, opens) }
        }
      }

      """
    ),
    (
      "Sources/TYPE/TYPE+Attacker.swift",
      """
      import GamekeeperKit

      extension TYPE {
        /// Says `true` for the right-hand world.
        public struct Attacker: Adversary {
          public typealias Query = TYPE.Guess
          public typealias Answer = Bool

          public init() {}

          public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
            // Now write the attack: ask while `oracle.budget[.guess] > 0`, and conclude from the answers.
            true
          }
        }
      }

      """
    ),
    (
      "Sources/TYPE/TYPE+Additions.swift",
      """
      import GamekeeperKit

      extension TYPE {
        private static let bound: Bound = "q" / .two(to: "bits")

        /// What the command line knows of the hop.
        public static let additions = Additions(
          from: "NAME",
          entries: [
            Entry(
              .hop, "NAME", "a vault that opens, or one that never does",
              claim: "Until the number is guessed the worlds answer alike:  |Pr[A = 1 right] − Pr[A = 1 left]| ≤ q/2^n",
              source: "the lemma that it mirrors", badEvent: "the number is guessed", measure: .coupledWorlds,
              parameters: [
                Parameter("q", 4, in: 1...1_000_000, "guesses"), Parameter("bits", 8, in: 1...64, "n, of the number"),
              ],
              twins: [PlantedDefect(PlantedDefect.unflagged, by: "attack")],
              bound: { _ in .paid(bound, by: "NAME") },
              attacks: [Attack("attack", "does nothing yet", expects: "q/2^bits") { _ in TYPE.Attacker() }, .idle]
            ) { wiring in
              HopStage(wiring, TYPE(bits: wiring["bits"]), budget: Budget { _ in wiring["q"] })
            }
          ])
      }

      """
    ),
    (
      "Tests/TYPETests/TYPETests.swift",
      """
      import GameTesting
      import GamekeeperKit
      import TYPE
      import Testing

      @Suite struct TYPETests {
        private let hop = TYPE(bits: 3)

        /// What can be asked of a hop before there is an attack.
        @Test func theHopKeepsItsPromises() {
          #expect(findings.allSatisfy { [.attack, .twin].contains($0.promise) }, "\\(findings)")
        }

        @Test func theAttackCausesTheBadEventAndCatchesTheTwin() {
          #expect(findings.isEmpty, "now write the attack: Sources/TYPE/TYPE+Attacker.swift")
        }

        /// Played over all coins: 4 guesses among 8.
        private var findings: [Finding] {
          do throws(Nonconformance) {
            try checkGame(
              hop, twin: UnflaggedHop(hop), budget: { _ in 4 }, bound: 0.5, honest: Idle(), attack: TYPE.Attacker())
            return []
          } catch { return error.findings }
        }
      }

      """
    ),
  ]
}
