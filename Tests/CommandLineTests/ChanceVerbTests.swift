import Foundation
import TestSupport
import Testing

/// Chances on the command line: where they judge, what they print, and where they cannot be had.
@Suite struct ChanceVerbTests {
  @Test func strongPrimitivesAreJudgedByChances() throws {
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "guess", "--set", "signatureBits=64", "--trials", "2000")
    #expect(run.status == 0)
    #expect(run.output.contains("guessed signature: 2^-62.00 a trial"))
    #expect(run.output.contains("share      0.5 of the bound"))
    #expect(run.output.contains("2.0 times the bound is excluded"))
    #expect(run.output.contains("chances alive, chances-half alive, chances-double alive"))
  }

  @Test func whatCanBeCountedIsCountedUnlessChancesAreAskedFor() throws {
    let small = ["play", "signature-idealization", "-a", "guess", "--set", "signatureBits=8", "--trials", "20000"]
    let counted = try Gamekeeper.run(small), asked = try Gamekeeper.run(small + ["--chances", "required"])
    #expect(!counted.output.contains("chances") && counted.status == 0)
    #expect(asked.output.contains("share      1 of the bound") && asked.status == 0)
    let strong = try Gamekeeper.run(
      "play", "signature-idealization", "--set", "signatureBits=64", "--trials", "2000", "--chances", "off")
    #expect(strong.status == 2 && strong.output.contains("inconclusive") && !strong.output.contains("chances "))
  }

  @Test func chancesThatAreNotKnownAreRefusedWithTheReason() throws {
    for (arguments, why) in [
      (["play", "signature-idealization", "--suite", "kms"], "nobody knows the chances of real primitives"),
      (["play", "key-secrecy"], "no ledger of sealed coins is kept beside game `key-secrecy`"),
      (
        ["play", "signature-idealization", "--coupling", "independent"], "a success is forced on the coins that both worlds share"
      ),
    ] {
      let run = try Gamekeeper.run(arguments + ["--chances", "required"])
      #expect(run.status == 64 && run.output == "")
      #expect(run.error.hasPrefix("gamekeeper: error: `--chances required` cannot be met: \(why)\n"), "\(run.error)")
    }
    let unknown = try Gamekeeper.run("play", "signature-idealization", "--chances", "on")
    #expect(unknown.status == 64 && unknown.error.hasPrefix("gamekeeper: error: unknown use of chances `on`"))
  }

  @Test func overAllCoinsTheReportsAreRight() throws {
    let run = try Gamekeeper.run("exact", "ind_cr", "-a", "birthday", "--set", "hashBits=2", "--set", "q_work=4")
    #expect(run.status == 0)
    #expect(run.output.contains("equal digests: chances added up") && run.output.contains("29/32"))
    #expect(run.output.contains("the reported chances are right"))
  }
}
