import BigInt
import Coins
import Enumeration
import GameKit
import Primitives
import Referee
import Testing

/// A coin that names others: who sees a ciphertext c under a sealed key tries the keys c, c + 1, …
@Suite struct ExchangedNameTests {
  private func exact(exchanging: Bool) throws -> ExactChances {
    let budget = Budget<KeyGuessing.Query.Kind> { _ in 4 }
    let experiment = AnyExperiment(WinningExperiment({ KeyGuessing() }, adversary: KeyGuessing.Follower(), budget: budget))
      .accounted(
        ChanceRun(
          WonGame { KeyGuessing() }, adversary: KeyGuessing.Follower(), budget: budget,
          ledger: KeyGuessing.Account(exchanging: exchanging)))
    return try #require(try ExactChances(experiment, limit: 100_000))
  }

  private func fraction(_ a: Int, _ b: Int) -> Rational { Rational(BigInt(a), over: BigInt(b)) }

  @Test func aForcedKeyTakesItsNamesAlong() throws {
    let exact = try exact(exchanging: true)
    #expect(exact.holds && exact.bad == fraction(3, 4) && exact.chances == exact.bad && exact.forcedBad == exact.bad)
  }

  @Test func withoutThemTheForcedPlayIsAnotherOne() throws {
    let exact = try exact(exchanging: false)
    #expect(exact.bad == fraction(3, 4) && exact.chances == exact.bad)
    #expect(exact.forcedBad == fraction(121, 192) && exact.violation > 0 && !exact.holds)
  }
}

/// A sealed key of two bits, what it encrypts, and guesses of it.
private struct KeyGuessing: WinnableGame {
  enum Query: GameQuery {
    case see
    case guess(UInt64)

    enum Kind: Int, QueryKind {
      case see, guess
      var symbol: String { self == .see ? "q_see" : "q_guess" }
    }
    var kind: Kind {
      switch self {
      case .see: .see
      case .guess: .guess
      }
    }
    var description: String { "\(kind.symbol)" }
  }

  typealias Answer = UInt64
  static let bits = 2
  private let cipher = CalibratedAEAD(keyBits: bits, nonceBits: 1, tagBits: bits)
  private var coins = Coins.beforeTheFirstTrial
  private(set) var isWon = false

  mutating func restart(coins: Coins) { (self.coins, isWon) = (coins, false) }

  mutating func answer(_ query: Query) -> UInt64 {
    let key = cipher.generateKey(for: Label("key"), coins: coins)
    switch query {
    case .see:
      let ciphertext = cipher.seal([], associatedData: [], key: key, nonce: Label("nonce"), coins: coins)
      return cipher.tag(of: ciphertext, associatedData: [], key: key)?.value ?? 0
    case .guess(let value):
      isWon = isWon || value == key.value
      return value == key.value ? 1 : 0
    }
  }

  struct Account: Ledger, Sendable {
    typealias Query = KeyGuessing.Query
    typealias Answer = UInt64
    let exchanging: Bool

    mutating func restart() {}
    mutating func note(_ query: Query, _ answer: UInt64, in account: inout GameKit.Account) {
      guard case .guess(let value) = query else { return }
      let coin = SealedCoin(Label("key"), bits: KeyGuessing.bits, namesOthers: exchanging)
      account.guess(.cipherKey, coin, value, succeeds: answer == 1)
    }
    func most(within budget: Budget<Query.Kind>) -> Double { Self.guesses(budget[.guess], bits: KeyGuessing.bits) }
  }

  struct Follower: Adversary {
    typealias Query = KeyGuessing.Query
    typealias Answer = UInt64

    func play(_ oracle: inout some Oracle<Query, UInt64>, coins: Coins) throws(Forfeit) -> Bool {
      let first = try oracle.ask(.see)
      for offset in 0..<3 as Range<UInt64> where try oracle.ask(.guess((first + offset) % 4)) == 1 { return true }
      return false
    }
  }
}
