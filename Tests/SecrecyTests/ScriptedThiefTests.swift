import Adversaries
import Games
import GameKit
import Primitives
import Testing

/// A script wins where the rules that stop it are left out, and not where one of them is in force.
@Suite struct ScriptedThiefTests {
  private func tally(_ script: Script, without rules: [String], on suite: some Suite = strong, trials: UInt64 = 8) throws
    -> [UInt64]
  {
    let bits = try secrecy(
      suite, without: rules, stealing(ScriptedThief(script, population: population)), trials: trials
    ).bits
    return [bits.neither, bits.onlySecond]
  }

  @Test(arguments: Script.allCases) func aScriptWinsExactlyWhereNothingStopsIt(_ script: Script) throws {
    // Hosts do not believe each other, and nor do HSMs believe hosts: only where the rule is missing for both.
    #expect(try tally(script, without: script.stoppedBy) == [0, 8])
    for rule in script.stoppedBy {
      #expect(try tally(script, without: script.stoppedBy.filter { $0 != rule }) == [8, 0], "\(rule) stops it")
    }
  }

  @Test(arguments: [Script.crossContext, .extraRecipient, .advanceHost]) func aScriptWorksOnRealPrimitives(_ script: Script)
    throws
  {
    #expect(try tally(script, without: script.stoppedBy, on: ModernSuite(), trials: 2) == [0, 2])
    #expect(try tally(script, without: [], on: ModernSuite(), trials: 2) == [2, 0])
  }

  @Test func aFreeHandFindsWhatTheIntactPolicyDoesNotOffer() throws {
    let hand = stealing(FreeHand(population: population))
    #expect(try secrecy(strong, hand, trials: 20).bits.neither == 20)
    for rule in ["wrap.exactly-the-members", "token.signature-covers-keys"] {
      #expect(try secrecy(strong, without: [rule], hand, trials: 4).bits.onlySecond == (rule.hasPrefix("wrap") ? 4 : 0))
    }
    #expect(
      try secrecy(strong, without: ["token.signer-is-member"], hand, trials: 4).bits.onlySecond == 4,
      "a dishonest operator's signature on a token is one, but not by a member")
    #expect(try secrecy(KMSSuite(), hand, trials: 1).bits.neither == 1)
  }
}
