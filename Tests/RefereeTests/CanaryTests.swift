import Coins
import GameKit
import Records
import Referee
import Testing

@Suite struct CanaryTests {
  private let referee = Referee(source: CoinSource(seed: 3), judge: Judge(alpha: 1e-3), threads: 1)

  @Test(arguments: 0..<64 as Range<UInt64>) func allCanariesLiveUnderEverySeed(_ seed: UInt64) async {
    let canaries = await Referee(source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), threads: 1).canaries()
    #expect(canaries.map(\.name) == ["loud", "silent", "unflagged", "won", "lost", "level", "double", "lapsed"])
    #expect(
      canaries.map(\.observed) == [
        .boundExceeded, .withinBound, .invalid, .boundExceeded, .withinBound, .boundAttained, .boundExceeded,
        .inconclusive,
      ])
    #expect(canaries.allSatisfy { $0.isAlive })
  }

  /// Judges that ask for more evidence than 1,024 trials can give: 10⁷⁹ : 1 against the loud canary's bound, 10⁵⁹ : 1 for the
  /// silent one's.
  @Test func aJudgeThatNeverRefutesIsFound() async {
    let canaries = await referee.canaries(judge: Judge(alpha: 1e-300))
    #expect(canaries.map(\.isAlive) == [false, false, true, false, false, false, false, true])
    #expect(canaries[0].expected == .boundExceeded && canaries[0].observed == .inconclusive)
  }

  @Test func aJudgeThatNeverCertifiesIsFound() async {
    let deafened = await referee.canaries(judge: deaf)
    #expect(deafened.map(\.isAlive) == [true, false, true, true, false, false, false, true])
    let hearing = await referee.canaries(judge: Judge(alpha: 1e-6))
    #expect(hearing.map(\.isAlive) == [true, true, true, true, true, true, true, true])
  }

  private let deaf = Judge(alpha: 1e-65)

  @Test func aDeadCanaryInvalidatesTheRunAndALivingOneDoesNot() async {
    let outcome = await referee.run(
      AnyExperiment(DistinguishingExperiment(perMille: 100)), bound: 0.5, rule: StoppingRule(trials: 2000), blockSize: 500)
    let sound = outcome.judgement.overruled(by: await referee.canaries())
    #expect(sound.verdict.name == "withinBound" && sound.reason == outcome.judgement.reason)
    let broken = outcome.judgement.overruled(by: await referee.canaries(judge: deaf))
    #expect(broken.verdict == .invalid(why: "canary `silent`: withinBound expected, inconclusive observed"))
    #expect(broken.reason == "a canary failed: canary `silent`: withinBound expected, inconclusive observed")
  }
}
