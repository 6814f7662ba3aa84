import Adversaries
import GameKit
import Games
import Primitives
import Records
import Referee
import Testing

/// Reductions of the whole protocol in a row: both ends of a chain are measured, and a wrong link is found out.
@Suite struct ChainTests {
  private typealias Scheme = KeySecrecyServices<CalibratedSuite>.Scheme
  private let rules = KeySecrecyRules(base: weak)
  private let judge = Judge(alpha: 1e-3)
  private let guesser = stealing(AdmitRogueHSM(population: population, tries: 2))

  private func toOneKey(
    _ submission: OneKeyForger<Scheme>.Submission, around other: CalibratedSuite = weak, trials: UInt64
  ) -> Tally {
    let reduction = rules.toOperatorForgery
    let scheme = ByteStringSigning(other.signing)
    let both = HopExperiment(
      reduction.hop(.real), budget: plenty, adversary: guesser,
      reduction: Composed(
        reduction.reduction(.real, budget: plenty),
        Composed(RememberingForger(), OneKeyForger<Scheme>(keys: 3, submitting: submission))),
      to: { SignatureForgery(scheme: scheme) }, targetBudget: Budget { $0 == .keygen ? 1 : 1000 }, agreement: .planted)
    return ChainedHopExperiment(both, under: { reduction.around { SignatureForgery(scheme: scheme) }.simulated(.real) })
      .run(0..<trials, source: source)
  }

  /// Three operators of whom two are honest, and two guesses for each of those.
  private func charges(_ mean: Double) -> [Charge] { [Charge("q_ver", atMost: 6, onAverage: mean)] }

  private func record(_ tally: Tally, mean: Double = 4.0 / 3) -> ReductionRecord {
    judge.judgeReduction(tally, words: "", loss: 3, agreement: .planted, charges: charges(mean))
  }

  @Test func theProtocolForgesAtOneKeyAsOftenAsItIsPlantedWhereSomebodyForges() {
    let tally = toOneKey(.planted, trials: 1500)
    #expect(tally.violations == 0 && tally.forfeits == 0 && tally.bad > 40)
    #expect(tally.links[0].pairs.differ == 0 && tally.links[0].pairs.both == tally.bad, "UF(B(A)) is the bad event")
    #expect(tally.links[1].pairs.second == tally.reduction.second, "the far end is UF₁")
    #expect(record(tally).verdict != .refuted)
    // A third of four guesses, less those that a success makes needless.
    let asked = tally.work.kinds.first { $0.symbol == "q_ver" }
    #expect(asked?.most == 2 && (asked?.total ?? 0) < 1500 * 4 / 3 && (asked?.total ?? 0) > 1500)
    #expect((tally.links[0].work.kinds.first { $0.symbol == "q_ver" }?.most ?? 0) > 6, "without memory it is many more")
  }

  @Test(arguments: [OneKeyForger<KeySecrecyServices<CalibratedSuite>.Scheme>.Submission.unsorted, .twice])
  func aReductionInTheChainThatWorksMoreThanItSaysIsRefuted(
    _ submission: OneKeyForger<KeySecrecyServices<CalibratedSuite>.Scheme>.Submission
  ) {
    let record = record(toOneKey(submission, trials: 600))
    #expect(record.verdict == .refuted && record.reason.hasPrefix("the reduction works more than it says: "), "\(record)")
  }

  @Test func aLinkToAnotherGameIsFoundOut() {
    let other = CalibratedSuite(signatureBits: 5, keyBits: 9, hashBits: 7, groupBits: 14, cipherKeyBits: 6, tagBits: 6)
    #expect(toOneKey(.planted, around: other, trials: 400).firstViolation?.violation == .linkBroken(1))
  }

  // MARK: Encryption

  private func toTheAssumptions(_ left: ChallengeBit, _ adversary: KeySecrecyAdversary, trials: UInt64) -> Tally {
    let (hop, rules) = (rules.toRecipients(.left).hop(.random), rules)
    let ends = AssumptionExperiment(left: { hop.left }, right: { hop.right }, adversary: adversary, budget: plenty)
    return ChainExperiment(
      ends,
      through: [
        ChainWorld(budget: plenty) { rules.toODH(left, in: .real).simulated(.random) },
        ChainWorld(budget: plenty) { rules.toODH(left, in: .random).simulated(.random) },
        ChainWorld(budget: plenty) { rules.toFreshKeys(.left).simulated(.random) },
        ChainWorld(budget: plenty) { rules.toFreshKeys(.right).simulated(.random) },
        ChainWorld(budget: plenty) { rules.toODH(.right, in: .random).simulated(.random) },
        ChainWorld(budget: plenty) { rules.toODH(.right, in: .real).simulated(.random) },
      ], perfect: [0, 2, 4, 6]
    ).run(0..<trials, source: source)
  }

  private var claims: [LinkClaim] {
    (0..<7).map { link in
      LinkClaim(from: "\(link)", to: "\(link + 1)", words: "", price: link % 2 == 0 ? .nothing : .atMost(0.95))
    }
  }

  @Test func whatTheEndsDifferByIsWhatTheLinksDifferBy() {
    let logarithm = DiscreteLogarithm(group: group(weak), method: .collision, work: 200)
    for adversary in [portfolio(weak), stealing(SolveAgreementKey(population: population, logarithm: logarithm))] {
      let tally = toTheAssumptions(.left, adversary, trials: 300)
      #expect(tally.violations == 0 && tally.forfeits == 0 && tally.links.count == 7)
      let links = tally.links.map { Int($0.pairs.second) - Int($0.pairs.first) }
      #expect(links.reduce(0, +) == Int(tally.bits.second) - Int(tally.bits.first) && links.contains { $0 != 0 })
      let records = judge.judgeChain(tally, claims, nil)
      #expect(records.count == 7 && !records.contains { $0.verdict == .refuted })
      #expect(records[1].difference?.estimate ?? 0 > 0 && records[0].difference == nil)
      #expect(tally.links[0].work.kinds.first { $0.symbol == "q_ror" }?.most ?? 0 > 0, "oracle Diffie–Hellman is what is asked")
      #expect(tally.links[2].work.kinds.first { $0.symbol == "q_lor" }?.most ?? 0 > 0, "and here fresh keys are")
    }
  }

  @Test func aReductionThatEncryptsTheWrongSideBreaksItsLink() {
    let logarithm = DiscreteLogarithm(group: group(weak), method: .collision, work: 200)
    let thief = stealing(SolveAgreementKey(population: population, logarithm: logarithm))
    let tally = toTheAssumptions(.right, thief, trials: 100)
    #expect(tally.firstViolation?.violation == .linkBroken(1))
    let records = judge.judgeChain(tally, claims, nil)
    #expect(records[0].verdict == .refuted && records[0].reason.hasPrefix("the two sides differ in "))
  }

  /// A link that is charged less than it costs, and one that is charged less than is asked across it.
  @Test func aLinkThatCostsMoreThanItSaysIsRefuted() {
    let logarithm = DiscreteLogarithm(group: group(weak), method: .collision, work: 200)
    let tally = toTheAssumptions(
      .left, stealing(SolveAgreementKey(population: population, logarithm: logarithm)), trials: 300)
    func verdicts(_ price: LinkClaim.Price, _ charge: Charge) -> [ReductionVerdict] {
      var claims = claims
      claims[1] = LinkClaim(from: "1", to: "2", words: "", price: price, charges: [charge])
      return judge.judgeChain(tally, claims, nil).map(\.verdict)
    }
    #expect(verdicts(.atMost(0.9), Charge("q_ror", atMost: 3))[1] != .refuted)
    #expect(verdicts(.atMost(0.001), Charge("q_ror", atMost: 3))[1] == .refuted)
    #expect(verdicts(.atMost(0.9), Charge("q_ror", atMost: 2))[1] == .refuted)
  }
}
