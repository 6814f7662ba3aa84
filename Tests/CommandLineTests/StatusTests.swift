import Foundation
import TestSupport
import Testing

/// How runs end: by their expectations, their budgets, and whoever interrupts them.
@Suite struct StatusTests {
  @Test func aDefectIsStatusOneAndTheSameRunWithoutItZero() throws {
    let planted = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "replay", "--twin", "forgetful", "--trials", "100000")
    #expect(planted.status == 1 && planted.output.contains("invalid"))
    let sound = try Gamekeeper.run("play", "signature-idealization", "-a", "replay", "--trials", "100000")
    #expect(sound.status == 0)
  }

  @Test func tooFewTrialsAreStatusTwo() throws {
    let run = try Gamekeeper.run("play", "hash-binding-as-published", "--trials", "10")
    #expect(run.status == 2 && run.output.contains("inconclusive: "))
    #expect(run.error == "")
  }

  @Test func anExpectationDecidesTheStatus() throws {
    func status(_ expected: String, _ arguments: String...) throws -> Int32 {
      try Gamekeeper.run(["play", "signature-idealization", "--expect", expected] + arguments).status
    }
    #expect(try status("boundAttained") == 0)
    #expect(try status("withinBound") == 1)
    #expect(try status("withinBound", "--trials", "10", "--chances", "off") == 2, "not met, because inconclusive")
    #expect(try status("inconclusive", "--trials", "10", "--chances", "off") == 0)
    #expect(try status("invalid", "-a", "replay", "--twin", "forgetful") == 0, "an expected defect is a success")
    #expect(try status("advantageShown", "-a", "maul", "--suite", "kms", "--trials", "20") == 0)
  }

  /// An assumed ε that is seen broken is no success, unless it is what was looked for.
  @Test func aBrokenAssumptionIsStatusOne() throws {
    let maul = ["play", "signature-forgery", "-a", "maul", "--trials", "20", "--suite"]
    let broken = try Gamekeeper.run(maul + ["kms"])
    #expect(
      broken.status == 1
        && broken.output.contains("advantageShown, not met: q_gen·ε_sig is assumed to be small, and `maul` shows an advantage"))
    #expect(try Gamekeeper.run(maul + ["kms", "--expect", "advantageShown"]).status == 0)
    #expect(try Gamekeeper.run(maul + ["kms-low-s"]).status == 0)
  }

  @Test func aBoundOfOneOrMoreIsStatusTwo() throws {
    let play = ["play", "service", "-a", "repeat-service-nonce", "--trials", "100", "--set"]
    let vacuous = try Gamekeeper.run(play + ["nonceBits=4"])
    #expect(vacuous.status == 2 && vacuous.output.contains("a bound of 1 or more can be neither exceeded nor shown to be kept"))
    #expect(try Gamekeeper.run(play + ["nonceBits=20"]).output.contains("a bound of 1 or more") == false)
  }

  @Test func atMostTheBoundIsMetByWhatDoesNotExceedIt() throws {
    func status(_ bits: String, _ trials: String) throws -> Int32 {
      try Gamekeeper.run(
        "play", "signature-idealization", "--expect", "atMostBound", "--set", "signatureBits=\(bits)", "--trials", trials,
        "--chances", "off"
      ).status
    }
    #expect(try status("6", "3000") == 0 && status("6", "10") == 2)
    let truncated = ["play", "hash-idealization", "--twin", "truncated", "--set", "hashBits=10", "--trials", "4000", "--expect"]
    #expect(
      try Gamekeeper.run(truncated + ["atMostBound"]).status == 1 && Gamekeeper.run(truncated + ["boundExceeded"]).status == 0)
  }

  @Test func pointsOfWhichNoneIsDecidedAreStatusTwo() throws {
    let sweep = try Gamekeeper.run(
      "hop", "hash-chain", "--chances", "off", "--set", "hashBits=20...22", "--trials", "10")
    #expect(sweep.status == 2 && sweep.output.contains("\ninconclusive: no point is decided"))
    #expect(try Gamekeeper.run("hop", "ind_cr", "--set", "hashBits=9,20", "--trials", "1000").status == 0)
    #expect(try Gamekeeper.run("terms", "--trials", "10").status == 2)
  }

  @Test func aDefectThatIsNotCaughtIsStatusTwoAndSaysWhereItShows() throws {
    let leaky = try Gamekeeper.run("play", "service", "--twin", "leaky", "-a", "use-service", "--trials", "100")
    #expect(
      leaky.status == 2
        && leaky.output.contains(
          "does not show under these settings; it does with `gamekeeper hop service-ideal -a use-service --twin leaky`")
    )
    #expect(try Gamekeeper.run("hop", "service-ideal", "-a", "use-service", "--twin", "leaky", "--trials", "100").status == 1)
  }

  @Test func optionsWithoutEffectAreRefused() throws {
    for option in [["--scale", "nonsense"], ["--epsilon-bits", "4"]] {
      let run = try Gamekeeper.run(["theorem", "--all-hops"] + option)
      #expect(
        run.status == 64 && run.error.hasPrefix("gamekeeper: error: `\(option[0])` means nothing with `--all-hops`")
          && run.output.isEmpty)
    }
    #expect(
      try Gamekeeper.run("theorem", "--suite", "kms", "--set", "signatureBits=8").error.contains(
        "parameter `signatureBits` means nothing on suite `kms`"))
    #expect(
      try Gamekeeper.run("exact", "signature-forgery", "--views").error.contains(
        "`--views` means nothing for game `signature-forgery`"))
  }

  @Test func anUnmetExpectationSaysWhatHappenedInstead() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--expect", "withinBound")
    #expect(
      run.error
        == "gamekeeper: error: verdict `withinBound` was expected, the run ends with `boundAttained`\n"
        + "gamekeeper: hint: `--expect atMostBound` is met by both\n")
  }

  /// What cannot be stopped half-way says so; without the interrupt the same verbs end by themselves.
  @Test func anInterruptEndsTheOtherLongVerbs() throws {
    let exact = ["exact", "ind_cr", "-a", "birthday", "--set", "hashBits=8", "--limit", "1000000000000", "--set"]
    let endless = try Gamekeeper.run(exact + ["q_work=6"], interruptingAfter: 1)
    #expect(endless.status == 130 && endless.output == "interrupted: no pass over the coins is finished\n")
    #expect(try Gamekeeper.run(exact + ["q_work=2"]).status == 0)
    let selftest = try Gamekeeper.run(["selftest", "--campaigns", "1", "--played", "1000000"], interruptingAfter: 2)
    #expect(selftest.status == 130 && selftest.error.contains("procedures are finished") && !selftest.output.contains("played:"))
    let block = try Gamekeeper.run(["selftest", "--campaigns", "100000000"], interruptingAfter: 1)
    #expect(block.status == 130 && block.error.contains("0 procedures are finished"), "in the midst of the first")
    let terms = try Gamekeeper.run(["terms", "--trials", "1e9"], interruptingAfter: 1)
    #expect(
      terms.status == 130
        && terms.output.contains("interrupted: not measured were Adv(odh) and Adv(aead-multi), so nothing is known of the sum"))
    #expect(terms.output.contains("\nreduction ") && !terms.output.contains("refuted"), "what is measured is kept")
  }

  @Test func anInterruptEndsARunWithItsRecord() throws {
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "--trials", "1e12", "--format", "json", interruptingAfter: 1.5)
    #expect(run.status == 130)
    let record = try run.json()
    #expect(record["stopped"] == .text("interrupted"))
    let trials = try #require(record["trials"]?.number)
    #expect(trials > 0 && trials < 1e12)
    #expect(record["lockstep"]?["trials"]?.number == trials)
  }

  @Test(arguments: [(SIGTERM, 143), (SIGHUP, 129)]) func aRunThatIsToldToEndKeepsItsRecord(_ signal: Int32, _ status: Int) throws
  {
    try inScratchFolder { folder in
      let file = folder.appendingPathComponent("record.json")
      let run = try Gamekeeper.run(
        ["play", "signature-idealization", "--trials", "1e12", "-o", file.path], interruptingAfter: 1, with: signal)
      #expect(run.status == Int32(status) && run.output.contains("stopped: interrupted"))
      #expect(try String(contentsOf: file, encoding: .utf8).contains("\"stopped\" : \"interrupted\""))
    }
  }

  @Test func aBudgetOfTimeEndsARun() throws {
    let record = try Gamekeeper.run(
      "play", "signature-idealization", "--trials", "1e12", "--budget", "300ms", "--format", "json"
    ).json()
    #expect(record["stopped"] == .text("the time was up"))
  }
}
