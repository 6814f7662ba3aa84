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
    #expect(run.output.contains("share      0.333 of the bound"))
    #expect(run.output.contains("2.0 times the bound is excluded"))
    #expect(run.output.contains("chances alive, chances-half alive, chances-double alive"))
    #expect(run.output.contains("; an advantage, and the bad event, need one\n"))
    #expect(run.output.contains("\nforced     bad event "))
  }

  @Test func ofAGameWithoutABadEventNoneIsTold() throws {
    let run = try Gamekeeper.run("play", "service", "--trials", "20")
    #expect(run.output.contains("; an advantage needs one\nforced     advantage "), "\(run)")
    #expect(!run.output.contains("bad event"))
  }

  @Test func whatCanBeCountedIsCountedUnlessChancesAreAskedFor() throws {
    let small = ["play", "signature-idealization", "-a", "guess", "--set", "signatureBits=8", "--trials", "20000"]
    let counted = try Gamekeeper.run(small), asked = try Gamekeeper.run(small + ["--chances", "required"])
    #expect(!counted.output.contains("chances") && counted.status == 0)
    #expect(asked.output.contains("share      1.00 of the bound") && asked.status == 0)
    let strong = try Gamekeeper.run(
      "play", "signature-idealization", "--set", "signatureBits=64", "--trials", "2000", "--chances", "off")
    #expect(strong.status == 2 && strong.output.contains("inconclusive") && !strong.output.contains("chances "))
  }

  @Test func chancesThatAreNotKnownAreRefusedWithTheReason() throws {
    for (arguments, why) in [
      (["play", "signature-idealization", "--suite", "kms"], "nobody knows the chances of real primitives"),
      (["hop", "aead-multi"], "no ledger of sealed coins is kept beside hop `aead-multi`"),
      (
        ["play", "key-secrecy", "-a", "guess-wrap-key"],
        "the ledger is of identities, signatures, fingerprints and tags, and this attack may guess a key"
      ),
      (
        ["play", "key-secrecy", "--twin", "successor.every-link"], "what is planted makes a difference without a success"
      ),
      (["hop", "secrecy-policy"], "its bound is 0: there is no success whose chance could be added up"),
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

  /// With nothing but its name a run ends with a share of its bound: where
  /// primitives are strong by chances, and elsewhere because by default they are weak.
  @Test(arguments: [
    (["play", "key-secrecy"], "300", true), (["play", "end-to-end"], "300", true),
    (["hop", "secrecy-encryption"], "4000", false), (["hop", "aead-multi"], "20000", false),
    (["hop", "protocol-odh-aead"], "2000", false),
  ]) func aRunOfWhichNothingIsAskedSaysWhatPartOfItsBoundIsReached(
    _ arguments: [String], _ trials: String, _ byChances: Bool
  ) throws {
    let run = try Gamekeeper.run(arguments + ["--trials", trials])
    #expect(run.status == 0 && run.error == "", "\(run)")
    #expect(run.output.contains(/\n(withinBound|boundAttained), below\b/), "\(run)")
    for words in ["of the bound   in [", "it is not measured here"] { #expect(run.output.contains(words) == byChances) }
  }

  /// An advantage of at most 2⁻⁵⁰ is certified in 10,000 trials; counting would take 2⁵⁴ of them.
  @Test func whatNobodyCouldCountIsCertified() throws {
    let run = try Gamekeeper.run(
      "hop", "ind_cr", "-a", "birthday", "--set", "hashBits=64", "--set", "q_work=96", "--trials", "500", "--format", "json")
    let record = try JSONDecoder().decode(Value.self, from: Data(run.output.utf8))
    #expect(run.status == 0 && record["verdict"]?.text == "boundAttained")
    let upper = try #require(record["advantage"]?["upper"]?.number), lower = try #require(record["advantage"]?["lower"]?.number)
    let exact = 96 * 95 / 2 * 0x1p-64
    #expect(0.9 * exact < lower && lower <= exact && exact <= upper && upper < 1.1 * exact && upper < 0x1p-50)
    #expect(try #require(record["chances"]?["countingNeeds"]?.number) > 0x1p53)
    // Judged by chances, it could have shown far less than a count of as many trials.
    #expect(try #require(record["smallestShowable"]?.number) < 0x1p-54)
  }

  @Test func theStoppingRuleIsThatOfWhatJudges() throws {
    let play = ["play", "signature-idealization", "-a", "guess", "--set", "signatureBits=64"]
    for (rule, reason) in [
      (["--stop-when", "decided"], "the verdict was decided"), (["--width", "1e-20"], "the interval was narrow enough"),
    ] {
      let run = try Gamekeeper.run(play + ["--trials", "8000"] + rule)
      #expect(run.output.contains("stopped: \(reason)"), "\(run.output)")
      #expect(!run.output.contains("added up over 8,000 trials") && !run.output.contains("in 8,000 paired trials"))
      #expect(run.output.contains("chances    judge: 8000 trials without an event could not certify the bound"))
    }
    let asked = try Gamekeeper.run(play + ["--trials", "200", "--chances", "required"])
    #expect(asked.output.contains("chances    judge: asked for") && asked.output.contains("stopped: all trials played"))
  }

  @Test func aSweepGoesFromCountsToChances() throws {
    let sweep = ["hop", "ind_cr", "-a", "birthday", "--set", "hashBits=8,36,64", "--trials", "2000"]
    let run = try Gamekeeper.run(sweep)
    let rows = run.output.split(separator: "\n").filter { $0.contains("  chances  ") || $0.contains("  counts  ") }
    #expect(run.status == 0 && rows.count == 3, "\(run.output)")
    #expect(rows[0].contains("counts") && rows[1].contains("chances") && rows[2].contains("chances"))
    #expect(run.output.contains("3 of 3 closed formulas inside their intervals"))
    // By counts alone two points see nothing.
    let counted = try Gamekeeper.run(sweep + ["--chances", "off"])
    #expect(!counted.output.contains("judged by") && counted.output.contains("inconclusive"))
    let picture = try Gamekeeper.run(sweep + ["--format", "svg"])
    #expect(picture.output.matches(of: /<circle [^>]*r="3.5"/).count == 3, "three points")
  }

  @Test func theHintOfWhatCannotBeCountedLeadsToChances() throws {
    let play = ["play", "signature-idealization", "--set", "signatureBits=64", "--trials", "500"]
    let off = try Gamekeeper.run(play + ["--chances", "off"])
    #expect(off.status == 2 && off.error.contains("without `--chances off` chances judge"))
    let on = try Gamekeeper.run(play)
    #expect(on.status == 0 && on.output.contains("of the bound | advantage"))
  }

  @Test func aTrialIsPlayedAgainWithItsChances() throws {
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "guess", "--set", "signatureBits=4", "--trials", "50", "--chances", "required")
    let token = try #require(run.output.firstMatch(of: /'(gk1:[^']+)'/)?.1)
    let replay = try Gamekeeper.run("replay", String(token), "--show-chances")
    let moves = replay.output.split(separator: "\n").filter { $0.hasPrefix("move ") }
    #expect(moves.first == "move 1: guessed signature, chance 1/16: fails" || moves.count == 1, "\(replay.output)")
    // The token is of the first trial with the bad event, so the last move succeeds, and misses before it were excluded.
    #expect(moves.last?.hasSuffix("guessed signature, chance 1/\(17 - moves.count): succeeds") == true, "\(replay.output)")
    #expect(!(try Gamekeeper.run("replay", String(token)).output.contains("move ")))
    let real = try Gamekeeper.run("play", "signature-idealization", "--suite", "kms", "--trials", "1")
    let other = try #require(real.output.firstMatch(of: /'(gk1:[^']+)'/)?.1)
    let refused = try Gamekeeper.run("replay", String(other), "--show-chances")
    #expect(refused.status == 64 && refused.error.contains("`--show-chances` shows nothing: nobody knows the chances of real"))
  }

  @Test func chancesAreExaminedWhereTheyAreKnown() throws {
    let run = try Gamekeeper.run("selftest", "--chances", "--campaigns", "20")
    #expect(run.output.contains("29/32") && run.output.contains("21/40") && run.output.contains("13/16"))
    #expect(run.output.contains("533/840") && run.output.contains("0.6345") && run.output.contains("0.4062"))
    #expect(!run.output.contains(" NO"), "\(run.output)")
  }

  @Test func overAllCoinsTheReportsAreRight() throws {
    let run = try Gamekeeper.run("exact", "ind_cr", "-a", "birthday", "--set", "hashBits=2", "--set", "q_work=4")
    #expect(run.status == 0)
    #expect(run.output.contains("equal digests: chances added up") && run.output.contains("29/32"))
    #expect(run.output.contains("the reported chances are right"))
  }
}
