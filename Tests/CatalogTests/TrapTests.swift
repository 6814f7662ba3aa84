import Arena
import Catalog
@_spi(Harness) import Coins
import Foundation
import GameKit
import Referee
import Testing

/// A game that answers with a coin, for adversaries that fail.
private struct Coin: WinnableGame {
  enum Query: GameQuery {
    case flip
    enum Kind: Int, QueryKind {
      case flip
      var symbol: String { "q_flip" }
    }
    var kind: Kind { .flip }
    var description: String { "flip()" }
  }

  private var coins = Coins.beforeTheFirstTrial
  let isWon = false

  mutating func restart(coins: Coins) { self.coins = coins }
  mutating func answer(_ query: Query) -> UInt64 { coins.uniform(below: 50, for: Label("flip")) }
}

/// Reads beyond the end of an array of `length` elements in about one trial of fifty, if it is shorter than 50.
private struct Overreach: Adversary {
  typealias Query = Coin.Query
  typealias Answer = UInt64
  let length: Int

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let numbers = Array(0..<length)
    return numbers[Int(try oracle.ask(.flip))] == 0
  }
}

private let source = CoinSource(seed: 6, secret: CoinSecret(String(repeating: "7", count: 64))!)

/// Plays until the end or a trap; returns the number of trials.
private func play(length: Int, threads: Int) async throws -> UInt64 {
  Traps.listen()
  let entry = Entry(
    .game, "coin", "", claim: "", source: "", badEvent: "", measure: .winning, parameters: [], bound: { _ in 1 },
    attacks: [Attack("overreach", "", expects: "") { _ in Overreach(length: length) }]
  ) { wiring in GameStage(wiring, budget: Budget { _ in 1 }) { Coin() } }
  let selection = try Catalog.registry.select(entry, adversary: nil, suite: "calibrated", settings: [])
  let settings = RunSettings(source: source, judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: 2000), threads: threads)
  return await selection.run(settings).record.trials
}

@Suite struct TrapTests {
  private func errors(_ result: ExitTest.Result) -> String { String(decoding: result.standardErrorContent, as: UTF8.self) }

  @Test func anAdversaryThatTrapsIsNamedWithItsTrialAndStatus70() async throws {
    let run = try await #require(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = try await play(length: 49, threads: 1)
    }
    let words = "gamekeeper: internal error: the program stopped inside trial "
    let line = try #require(errors(run).split(separator: "\n").first { $0.hasPrefix(words) })
    let found = try #require(
      line.dropFirst(words.count).wholeMatch(of: /(\d+) of overreach on coin; replay it with: gamekeeper replay '(.*)'/))
    let trials = 0..<2000 as Range<UInt64>
    let first = trials.first { source.coins(trial: $0, role: .challenger).uniform(below: 50, for: Label("flip")) == 49 }
    #expect(UInt64(found.1) == first)
    // Its token is whole, up to the checksum.
    #expect(found.2.hasPrefix("gk2:game/coin/overreach/calibrated//coupled/-/secret:777"))
    #expect(found.2.contains("/6/0/\(found.1)/"))
    let body = found.2[..<found.2.lastIndex(of: "/")!]
    let sum = body.utf8.reduce(0x811c_9dc5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
    let digits = String(sum, radix: 16)
    #expect(found.2.hasSuffix("/" + String(repeating: "0", count: 8 - digits.count) + digits))
  }

  @Test func ofSeveralThreadsThatTrapOneReports() async throws {
    let run = try await #require(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      _ = try await play(length: 1, threads: 2)
    }
    #expect(errors(run).components(separatedBy: "gamekeeper: ").count == 2)
  }

  @Test func theSameAdversaryWithALongerArrayPlaysToTheEnd() async {
    await #expect(processExitsWith: .exitCode(0)) { exit(try await play(length: 50, threads: 2) == 2000 ? 0 : 1) }
  }

  @Test func aTrapOutsideATrialIsReportedWithoutOne() async throws {
    let run = try await #require(processExitsWith: .exitCode(70), observing: [\.standardErrorContent]) {
      Traps.listen()
      _ = [0][CommandLine.arguments.count + 5]
    }
    #expect(errors(run).hasSuffix("gamekeeper: internal error: the program stopped\n"))
  }
}
