@_spi(Harness) import Coins
import Testing

@Suite struct RecordedTapeTests {
  /// What a program sees of its coins.
  private static func play(_ source: CoinSource, tape: RecordedTape?) -> [UInt64] {
    let challenger = source.coins(trial: 4, role: .challenger, tape: tape)
    let adversary = source.coins(trial: 4, role: .adversary, tape: tape)
    var values = [
      challenger.bits(64, for: Label("a")), challenger.bits(0, for: Label("none")), adversary.bits(9, for: Label("a")),
    ]
    values.append(challenger.uniform(below: 1000, for: Label("b", 1)))
    values += challenger.bytes(40, for: Label("bytes")).map(UInt64.init)
    values.append(adversary.child("part").bits(20, for: Label("a")))
    values.append(challenger.bits(64, for: Label("a")))
    return values
  }

  @Test func recordingChangesNothing() {
    let tape = RecordedTape()
    #expect(Self.play(CoinSource(seed: 9), tape: tape) == Self.play(CoinSource(seed: 9), tape: nil))
    #expect(
      tape.draws.map(\.name.description) == [
        "challenger.a(0,0,0)", "adversary.a(0,0,0)", "challenger.b(1,0,0)", "challenger.bytes(0,0,0)", "reduction.a(0,0,0)",
      ], "each draw once, in the order in which it was first made")
  }

  /// The tape's values come from other bits than the generator's, so nothing but the tape can be read.
  @Test func aReplayReadsTheTapeAndNotTheGenerator() {
    let tape = RecordedTape()
    let recorded = Self.play(CoinSource(seed: 9), tape: tape)
    let changed = tape.draws.map {
      RecordedTape.Draw(name: $0.name, bound: $0.bound, value: $0.value.map { $0 == 0 ? 0 : $0 - 1 })
    }
    let replayed = Self.play(CoinSource(seed: 9), tape: RecordedTape(replaying: changed))
    #expect(Self.play(CoinSource(seed: 9), tape: RecordedTape(replaying: tape.draws)) == recorded)
    #expect(replayed != recorded)
    #expect(replayed[0] == replayed.last, "one name, one value, on a tape too")
  }

  @Test func aReplayOfAnotherProgramTraps() async {
    await #expect(processExitsWith: .failure) {
      let tape = RecordedTape()
      _ = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: tape).bits(3, for: Label("a"))
      let replay = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: RecordedTape(replaying: tape.draws))
      _ = replay.bits(3, for: Label("b"))
    }
    await #expect(processExitsWith: .success) {
      let tape = RecordedTape()
      _ = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: tape).bits(3, for: Label("a"))
      let replay = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: RecordedTape(replaying: tape.draws))
      _ = replay.bits(3, for: Label("a"))
    }
  }

  @Test func aTapeOfAWiderDrawTraps() async {
    await #expect(processExitsWith: .failure) {
      let tape = RecordedTape()
      _ = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: tape).bits(64, for: Label("a"))
      let replay = CoinSource(seed: 9).coins(trial: 4, role: .challenger, tape: RecordedTape(replaying: tape.draws))
      _ = replay.bits(1, for: Label("a"))
    }
  }
}
