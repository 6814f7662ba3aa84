import Foundation
import Testing

@Suite struct PlayTests {
  // MARK: Results

  @Test func theJSONOfARunHasEveryPromisedField() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "-a", "guess", "--format", "json", "--seed", "5")
    #expect(run.status == 0 && run.error == "", "no progress off a terminal")
    let record = try run.json()
    for field in [
      "game", "adversary", "suite", "parameters", "seed", "trials", "advantage", "bad", "bound", "verdict", "reason", "lockstep",
      "trialsPerSecond", "replay",
    ] { #expect(record[field] != nil && record[field] != .null, "\(field)") }
    #expect(record["advantage"]?.keys.isSuperset(of: ["estimate", "lower", "upper", "confidence"]) == true)
    #expect(record["bad"]?.keys.isSuperset(of: ["count", "estimate", "lower", "upper"]) == true)
    #expect(record["bound"]?.keys.isSuperset(of: ["expression", "value"]) == true)
    #expect(record["lockstep"]?.keys.isSuperset(of: ["trials", "violations"]) == true)
    #expect(record["game"] == .text("signature-idealization") && record["adversary"] == .text("guess"))
    #expect(record["seed"] == .number(5) && record["trials"] == .number(100_000))
    #expect(record["bound"]?["value"]?.number == 4.0 / 1024 + 4 * 0x1p-64)
    #expect(record["verdict"] == .text("boundAttained"))
    #expect(record["lockstep"]?["violations"] == .number(0))
    let bad = try #require(record["bad"])
    #expect((bad["lower"]?.number ?? 1) <= 4.0 / 1024 && 4.0 / 1024 <= (bad["upper"]?.number ?? 0))
  }

  @Test func anAssumedBoundHasNoValue() throws {
    let record = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "maul", "--suite", "kms", "--trials", "20", "--format", "json"
    ).json()
    #expect(record["bound"]?["value"] == nil || record["bound"]?["value"] == .null)
    #expect(record["bound"]?["expression"] == .text("q_gen·ε_sig"))
    #expect(record["verdict"] == .text("advantageShown") && record["bad"]?["count"] == .number(20))
  }

  @Test func whoSeesNothingIsToldHowToWeaken() throws {
    let hopeless = try Gamekeeper.run("play", "key-secrecy", "--trials", "50")
    #expect(
      hopeless.status == 2
        && hopeless.error.contains("hint: the bound is too small for so few trials; --set q_net=100 --set signatureBits=8"))
    let weak = try Gamekeeper.run("play", "key-secrecy", "--trials", "50", "--set", "signatureBits=10")
    #expect(weak.status == 2 && weak.error.isEmpty)
  }

  @Test(arguments: [["key-secrecy", "-a", "portfolio"], ["end-to-end", "-a", "everything"]])
  func aPortfolioSaysWhoWins(_ selection: [String]) throws {
    let weak = ["signatureBits=5", "tagBits=6", "cipherKeyBits=6", "keyBits=8", "hashBits=8", "groupBits=12"]
    let record = try Gamekeeper.run(
      ["play"] + selection + ["--trials", "300", "--format", "json"] + weak.flatMap { ["--set", $0] }
    ).json()
    guard case .list(let credits) = record["credits"] else { throw CocoaError(.coderValueNotFound) }
    let trials = credits.compactMap { $0["trials"]?.number }
    let differing = ["onlyLeft", "onlyRight"].compactMap { record["bits"]?[$0]?.number }.reduce(0, +)
    #expect(trials.count > 6 && trials.reduce(0, +) == differing && trials == trials.sorted(by: >))
  }

  @Test func theNumberOfThreadsChangesNothingButTheSpeed() throws {
    for arguments in [
      ["play", "signature-idealization", "-a", "fuzz", "--trials", "30000"],
      ["hop", "uf_uf1", "-a", "guess-all-keys", "--set", "q_gen=4", "--trials", "1e6", "--stop-when", "decided"],
      ["play", "signature-idealization", "-a", "fuzz", "--suite", "modern", "--trials", "40"],
    ] {
      func output(_ threads: String) throws -> String {
        let run = try Gamekeeper.run(arguments + ["--threads", threads, "--format", "json"])
        return run.output.split(separator: "\n").filter { !$0.contains("\"trialsPerSecond\"") }.joined(separator: "\n")
      }
      let one = try output("1")
      #expect(one.contains("\"verdict\""))
      #expect(try output("2") == one, "\(arguments)")
      #expect(try output("4") == one, "\(arguments)")
    }
  }

  @Test func theTextEndsWithVerdictIntervalTrialsSeedStopAndReplay() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--seed", "77")
    let last = try #require(run.output.split(separator: "\n").last)
    #expect(last.hasPrefix("boundAttained, below 2 × its bound | advantage ["))
    for part in ["| 100,000 trials |", "| seed 77 |", "| stopped: all trials played |", "| gamekeeper replay 'gk1:game/"] {
      #expect(last.contains(part), "\(part)")
    }
  }

  @Test func markdownIsATable() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--format", "markdown")
    #expect(run.output.hasPrefix("| | |\n| --- | --- |\n| game | `signature-idealization` |\n"))
  }

  // MARK: Exit statuses

  @Test func aDefectIsStatusOneAndTheSameRunWithoutItZero() throws {
    let planted = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "replay", "--twin", "forgetful", "--trials", "100000")
    #expect(planted.status == 1 && planted.output.contains("invalid"))
    let sound = try Gamekeeper.run("play", "signature-idealization", "-a", "replay", "--trials", "100000")
    #expect(sound.status == 0)
  }

  @Test func tooFewTrialsAreStatusTwo() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--trials", "10")
    #expect(run.status == 2 && run.output.contains("inconclusive: "))
    #expect(run.error == "")
  }

  @Test func anExpectationDecidesTheStatus() throws {
    func status(_ expected: String, _ arguments: String...) throws -> Int32 {
      try Gamekeeper.run(["play", "signature-idealization", "--expect", expected] + arguments).status
    }
    #expect(try status("boundAttained") == 0)
    #expect(try status("withinBound") == 1)
    #expect(try status("withinBound", "--trials", "10") == 2, "not met, because inconclusive")
    #expect(try status("inconclusive", "--trials", "10") == 0)
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
        "play", "signature-idealization", "--expect", "atMostBound", "--set", "signatureBits=\(bits)", "--trials", trials
      ).status
    }
    #expect(try status("6", "3000") == 0 && status("6", "10") == 2)
    let truncated = ["play", "hash-idealization", "--twin", "truncated", "--set", "hashBits=10", "--trials", "4000", "--expect"]
    #expect(
      try Gamekeeper.run(truncated + ["atMostBound"]).status == 1 && Gamekeeper.run(truncated + ["boundExceeded"]).status == 0)
  }

  @Test func pointsOfWhichNoneIsDecidedAreStatusTwo() throws {
    let sweep = try Gamekeeper.run("hop", "ind_cr", "--set", "hashBits=20...22", "--trials", "10")
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
    #expect(endless.status == 130 && endless.output.isEmpty && endless.error.contains("no pass over the coins is finished"))
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
    try Gamekeeper.inScratch { folder in
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

  // MARK: Replay

  @Test(arguments: [("calibrated", "fuzz"), ("kms", "maul"), ("kms-low-s", "fuzz"), ("modern", "fuzz")])
  func aTokenReplaysTheSameBytesInEveryProcess(_ suite: String, _ adversary: String) throws {
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "-a", adversary, "--suite", suite, "--trials", "16", "--threads", "2", "--format", "json")
    let token = try #require(try run.json()["replay"]?.text)
    for format in ["text", "json", "markdown"] {
      let first = try Gamekeeper.run("replay", token, "--show-coins", "--format", format)
      let second = try Gamekeeper.run("replay", token, "--show-coins", "--format", format)
      #expect(first.status == 0 && first.error == "" && !first.output.isEmpty)
      #expect(first.output == second.output, "\(format)")
    }
    let other = try Gamekeeper.run(
      "play", "signature-idealization", "-a", adversary, "--suite", suite, "--trials", "16", "--seed", "2", "--format", "json")
    let otherToken = try #require(try other.json()["replay"]?.text)
    #expect(
      try Gamekeeper.run("replay", otherToken).output != Gamekeeper.run("replay", token).output, "another seed, another trial")
  }

  @Test func theTokenOfAViolationShowsIt() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "-a", "guess", "--twin", "drifting", "--format", "json")
    let lockstep = try #require(try run.json()["lockstep"])
    let token = try #require(lockstep["replay"]?.text), first = try #require(lockstep["first"]?.text)
    let replay = try Gamekeeper.run("replay", token)
    #expect(replay.status == 0)
    #expect(replay.output.contains("lockstep violation: \(first)\n"))
  }

  // MARK: The theorem

  @Test func theTheoremHoldsInEveryRow() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--stop-when", "decided")
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    for hop in ["ind_uf", "uf_uf1", "ind_uf1"] { #expect(run.output.contains("\n\(hop) ")) }
    #expect(run.output.contains("lockstep violations: 0; bounds exceeded: 0;"))
    #expect(!run.output.contains("inconclusive") && !run.output.contains("undecided"))
  }

  @Test func aTheoremOfTooFewTrialsIsStatusTwo() throws {
    let run = try Gamekeeper.run("theorem", "--all-hops", "--trials", "2000")
    #expect(run.status == 2)
    #expect(run.output.contains("undecided") && run.output.contains("lockstep violations: 0; bounds exceeded: 0;"))
  }

  @Test func theTheoremHasItsTermsAndItsTotal() throws {
    let run = try Gamekeeper.run("theorem", "--trials", "300", "--format", "json")
    #expect(run.status == 2 && run.error == "", "too few trials to show anything: \(run.error)")
    let record = try run.json()
    guard case .list(let terms)? = record["terms"], case .list(let hops)? = record["hops"] else {
      Issue.record("no terms")
      return
    }
    #expect(terms.count == 7 && hops.count > 12)
    let text = try Gamekeeper.run("theorem", "--trials", "300")
    for term in ["q_ops·ε_sig", "q_hid·ε_sig", "q_dom·ε_aead", "ε_cr", "ε_odh", "ε_aead-multi", "ε_coll"] {
      #expect(text.output.contains("\n\(term)"))
    }
    #expect(
      text.output.contains("\ninconclusive: nothing exceeds its bound, but ")
        && text.output.contains(" | 0 lockstep violations in"))
  }

  @Test func onARealSuiteTheTheoremSaysWhatNobodyExceeded() throws {
    let few = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "2")
    #expect(few.status == 2 && few.output.contains("\ninconclusive: "), "two trials leave room for everything: \(few)")
    let run = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "40")
    #expect(run.status == 0 && run.error == "", "\(run.error)")
    #expect(
      run.output.contains("noAdvantageShown: no interval of an advantage reaches above")
        && run.output.contains("Each ε is assumed"))
    let plot = try Gamekeeper.run("theorem", "--suite", "modern", "--trials", "2", "--format", "svg")
    #expect(plot.status == 64 && plot.error.contains("a picture (SVG) needs the calibrated suite"))
  }

  @Test func withoutGuessesTheBoundStandsHoweverWeakThePrimitives() throws {
    let transplant = [
      "play", "end-to-end", "-a", "transplant-keys", "--set", "q_open=0", "--set", "forgeries=0", "--set", "tagBits=2",
      "--trials", "500",
    ]
    #expect(try !Gamekeeper.run(transplant).output.contains("boundExceeded"))
    let walk = [
      "hop", "secrecy-hsms", "-a", "random-protocol", "--set", "tries=0", "--set", "signatureBits=1", "--set", "queries=200",
      "--set", "q_own=50", "--trials", "200",
    ]
    #expect(try !Gamekeeper.run(walk).output.contains("boundExceeded"))
    // A wrong decryption is a guess of a tag, and of two domain keys' being equal; so the honest users' own are paid for.
    for weak in ["tagBits=10", "cipherKeyBits=4"] {
      let use = ["play", "service", "-a", "use-service", "--set", "tries=0", "--set", weak, "--trials", "3000"]
      #expect(try !Gamekeeper.run(use).output.contains("boundExceeded"))
    }
  }

  /// 2·10⁶·(2³²)²/2⁹⁷ = 2^−12.1.
  @Test func onPaperRepeatedNoncesAreCountedPerKey() throws {
    let many = try Gamekeeper.run("theorem", "--trials", "20", "--scale", "q_enc=4294967297")
    #expect(many.output.contains(/\n2·q_dom·q_enc²\/2\^97 .* -12\.1\n/), "\(many.output)")
    #expect(
      many.error
        == "gamekeeper: warning: 4294967297 messages under one key of AES-GCM with random nonces are more than the 2^32 that "
        + "NIST SP 800-38D allows\n"
    )
    #expect(
      try Gamekeeper.run("theorem", "--trials", "20", "--scale", "q_enc=4294967296").error == "", "its twin: so many are allowed")
    #expect(!(try Gamekeeper.run("theorem", "--trials", "20").output.contains("q_enc")))
  }

  @Test func aSeedIsReadInHexadecimalAndWrittenWithoutLoss() throws {
    func seed(_ text: String) throws -> Value? {
      try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json", "--seed", text).json()["seed"]
    }
    #expect(try seed("0xff") == .number(255))
    #expect(try seed("0xffffffffffffffff") == .text("18446744073709551615"))
  }

  @Test func aTokenThatWasBrokenIntoLinesReplays() throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json")
    let token = try #require(try run.json()["replay"]?.text)
    let (half, rest) = (String(token.prefix(30)), String(token.dropFirst(30)))
    let whole = try Gamekeeper.run("replay", token)
    #expect(whole.status == 0)
    for pasted in [[" \(half) \n\(rest)\n"], ["'\(token)'"], [half, rest]] {
      #expect(try Gamekeeper.run(["replay"] + pasted).output == whole.output)
    }
  }

  @Test func aScaleIsWrittenAsTrialsAre() throws {
    func scale(_ text: String) throws -> String { try Gamekeeper.run("theorem", "--trials", "5", "--scale", text).output }
    #expect(try scale("q_dom=1e3") == scale("q_dom=1000") && scale("q_dom=1e3") != scale("q_dom=1e4"))
  }

  @Test func aBadScaleIsNamed() throws {
    let run = try Gamekeeper.run("theorem", "--scale", "q_ops=many")
    #expect(run.status == 64 && run.error.contains("`--scale q_ops=many` cannot be read at `q_ops=many`"))
  }
}
