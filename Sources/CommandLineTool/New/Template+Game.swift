extension Template {
  static let game: [(path: String, text: String)] = [
    (
      "Sources/TYPE/TYPE.swift",
      """
      // Claim: nobody opens the vault but by guessing its number:  Pr[win] ≤ q/2^n
      //
      // Source: say here which notion the game is.
      import GamekeeperKit

      /// A game that is won or lost.
      public struct TYPE: WinnableGame {
        let bits: Int
        private var number: UInt64 = 0
        public private(set) var isWon = false

        /// - Parameter bits: n, of the number.
        public init(bits: Int) { self.bits = bits }

        public mutating func restart(coins: Coins) {
          number = coins.bits(bits, for: Label("number"))
          isWon = false
        }

        public mutating func answer(_ query: Guess) -> Bool {
          if query.number == number { isWon = true }
          return query.number == number
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
      }

      """
    ),
    (
      "Sources/TYPE/TYPE+Attacker.swift",
      """
      import GamekeeperKit

      extension TYPE {
        /// Its final bit does not matter: the game is won or not.
        public struct Attacker: Adversary {
          public typealias Query = TYPE.Guess
          public typealias Answer = Bool

          public init() {}

          public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
            // Now write the attack: ask while `oracle.budget[.guess] > 0`.
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

        /// What the command line knows of the game.
        public static let additions = Additions(
          from: "NAME",
          entries: [
            Entry(
              .game, "NAME", "a vault whose number may be guessed", claim: "Won by whoever guesses the number:  Pr[win] ≤ q/2^n",
              source: "the notion that it is", badEvent: "the number is guessed", measure: .winning,
              parameters: [
                Parameter("q", 4, in: 1...1_000_000, "guesses"), Parameter("bits", 8, in: 1...64, "n, of the number"),
              ],
              bound: { _ in bound },
              attacks: [Attack("attack", "does nothing yet", expects: "q/2^bits") { _ in TYPE.Attacker() }, .idle]
            ) { wiring in
              GameStage(wiring, budget: Budget { _ in wiring["q"] }) { TYPE(bits: wiring["bits"]) }
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
        /// What can be asked of a game before there is an attack.
        @Test func theGameKeepsItsPromises() {
          #expect(findings.allSatisfy { [.attack, .twin].contains($0.promise) }, "\\(findings)")
        }

        @Test func theAttackWinsAndShowsThatTheTwinIsWeaker() {
          #expect(findings.isEmpty, "now write the attack: Sources/TYPE/TYPE+Attacker.swift")
        }

        /// Played over all coins: 2 guesses among 8. The twin's number is shorter.
        private var findings: [Finding] {
          do throws(Nonconformance) {
            try checkGame(
              TYPE(bits: 3), twin: TYPE(bits: 2), budget: { _ in 2 }, bound: 0.25, honest: Idle(), attack: TYPE.Attacker())
            return []
          } catch { return error.findings }
        }
      }

      """
    ),
  ]
}
