import Foundation
import TestSupport
import Testing

/// Every mistake: its exit status, one line that names it, one hint, and nothing on standard output.
@Suite struct BadInputTests {
  private func expect(
    _ run: Gamekeeper.Run, status: Int32 = 64, error: String, hint: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(run.status == status, sourceLocation: sourceLocation)
    #expect(run.output == "", "standard output carries results only", sourceLocation: sourceLocation)
    let lines = run.error.split(separator: "\n").map(String.init)
    let expected = ["gamekeeper: error: \(error)"] + (hint.map { ["gamekeeper: hint: \($0)"] } ?? [])
    #expect(lines == expected, sourceLocation: sourceLocation)
  }

  @Test func anUnknownNameIsAnsweredWithTheNearestOne() throws {
    expect(
      try Gamekeeper.run("play", "signature-idealisation"), error: "unknown game `signature-idealisation`",
      hint: "did you mean `signature-idealization`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "-a", "gues"),
      error: "unknown adversary of signature-idealization `gues`", hint: "did you mean `guess`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--suite", "kms-lows"), error: "unknown suite `kms-lows`",
      hint: "did you mean `kms-low-s`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--set", "q_gem=2"),
      error: "unknown parameter of signature-idealization `q_gem`", hint: "did you mean `q_gen`?")
    expect(try Gamekeeper.run("hop", "ind_uff"), error: "unknown hop `ind_uff`", hint: "did you mean `ind_uf`?")
    expect(try Gamekeeper.run("describe", "mauled"), error: "unknown name `mauled`", hint: "did you mean `maul`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--expect", "withinbound"), error: "unknown verdict `withinbound`",
      hint: "did you mean `withinBound`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--twin", "biasd"),
      error: "unknown twin of signature-idealization `biasd`",
      hint: "did you mean `biased`?")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--coins", "chacha"), error: "unknown generator `chacha`",
      hint: "did you mean `chacha20`?")
  }

  @Test func whatTheTableAtFixedWorkCannotUseIsRefused() throws {
    expect(
      try Gamekeeper.run("theorem", "--fixed-work", "--suite", "kms"), error: "`--fixed-work` needs the calibrated suite",
      hint: "nothing grows where no attack succeeds: leave out --suite")
    expect(
      try Gamekeeper.run("theorem", "--fixed-work", "--set", "tries=3"),
      error: "`--set tries=3` means nothing with `--fixed-work`",
      hint: "each row has settings of its own")
    expect(
      try Gamekeeper.run("theorem", "--fixed-work", "--all-hops"), error: "`--fixed-work` means nothing with `--all-hops`",
      hint: "it belongs to the theorem's own table: leave out one of them")
  }

  @Test func aNameOfAnotherKindIsToldWhatItIs() throws {
    expect(try Gamekeeper.run("play", "hop2"), error: "`hop2` is a hop, not a game", hint: "gamekeeper hop hop2")
    expect(try Gamekeeper.run("hop", "mrpke"), error: "`mrpke` is a game, not a hop", hint: "gamekeeper play mrpke")
    expect(
      try Gamekeeper.run("hop", "ind_cr", "-a", "guess"), error: "adversary `guess` does not play hop `ind_cr`",
      hint: "these do: birthday, second-preimage, second-preimages, check-twice, fuzz-hashes, idle")
    expect(try Gamekeeper.run("describe", "xyzzy"), error: "unknown name `xyzzy`", hint: "`gamekeeper list` names them")
  }

  @Test func aNumberBelowZeroIsSeenAsANumber() throws {
    for verb in [["play", "signature-idealization"], ["theorem"], ["attack", "transplant"]] {
      expect(
        try Gamekeeper.run(verb + ["--seed", "-1"]),
        error: "The value `-1` is invalid for `--seed <seed>`: a seed is a whole number from 0 to 2^64 − 1",
        hint: "see `gamekeeper \(verb[0]) --help`")
    }
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--trials", "-1"), error: "`--trials -1` is not a number of trials",
      hint: "at least 1, for example 1000000 or 1e6")
    expect(try Gamekeeper.run("describe", "quorum", "--n", "-1"), error: "`--n` is -1; it should be 1 … 5", hint: nil)
  }

  @Test func aParameterThatIsSetTwiceIsRefused() throws {
    for verb in [["play", "signature-idealization"], ["exact", "ind_uf"]] {
      expect(
        try Gamekeeper.run(verb + ["--set", "q_gen=1", "--set", "q_gen=2"]), error: "`--set q_gen=2` sets `q_gen` a second time",
        hint: "once is enough; a list 2,4,8 or a range 8...16 sweeps")
    }
  }

  @Test func aSectionThatIsNoneIsAnsweredWithThoseThatAre() throws {
    expect(
      try Gamekeeper.run("list", "foo"),
      error:
        "The value `foo` is invalid for `<section>`. Please provide one of the following: games, hops, adversaries, suites, "
        + "parameters, twins, rules, properties, scenarios, verdicts, words, lessons, findings, assignments",
      hint: "see `gamekeeper list --help`")
  }

  @Test func reductionsAroundAdversariesAreListedOnRequest() throws {
    let (some, all) = (try Gamekeeper.run("list", "adversaries"), try Gamekeeper.run("list", "adversaries", "--all"))
    // One line stands for all of them.
    func rows(_ output: String) -> Int { output.split(separator: "\n").count { !$0.hasPrefix(" ") } }
    let hidden = rows(all.output) - rows(some.output) + 1
    #expect(
      !some.output.contains("b1-solve-key")
        && some.output.contains("and \(hidden) that are reductions around these, such as bridge-fuzz-fresh-keys"))
    #expect(all.output.contains("b1-solve-key ") && all.output.contains("forger-idle ") && !all.output.contains("such as"))
    let rules = try Gamekeeper.run("list", "rules").output
    for heading in ["rules of the policy (--without)", "weaker variants (--with)", "planted defects (--with)"] {
      #expect(rules.contains("\(heading)"))
    }
  }

  @Test func whatSpeaksOfTwoWorldsIsRefusedWhereThereIsOne() throws {
    for (option, value) in [("coupling", "independent"), ("coupling", "coupled"), ("order", "right-first")] {
      expect(
        try Gamekeeper.run("play", "signature-forgery", "--\(option)", value),
        error: "`--\(option)` means nothing for game `signature-forgery`", hint: "it is won or lost in one world; leave it out")
    }
    expect(
      try Gamekeeper.run("hop", "uf_uf1", "--coupling", "independent"), error: "`--coupling` means nothing for hop `uf_uf1`",
      hint: "it is won or lost in one world; leave it out")
    expect(
      try Gamekeeper.run("hop", "ind_uf", "--order", "right"), error: "unknown order `right`",
      hint: "one of: left-first, right-first")
    #expect(try Gamekeeper.run("hop", "ind_uf", "--coupling", "independent", "--trials", "100", "--format", "json").status != 64)
  }

  @Test func aParameterThatTheAdversaryIgnoresIsRefused() throws {
    expect(
      try Gamekeeper.run("hop", "ind_cr", "-a", "birthday", "--set", "queries=9"),
      error: "parameter `queries` means nothing to adversary `birthday`", hint: "it belongs to: fuzz-hashes")
  }

  @Test func aParameterOutOfRangeIsAnsweredWithItsRange() throws {
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--set", "q_gen=0"), error: "parameter `q_gen=0` is out of range",
      hint: "honest keys that may be generated: 1 to 1000000")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--set", "signatureBits=65"),
      error: "parameter `signatureBits=65` is out of range", hint: "calibrated suite: bits of a signature: 1 to 64")
  }

  @Test(arguments: ["q_gen", "q_gen=", "q_gen=two", "=3", "q_gen=99999999999999999999"])
  func aSettingThatCannotBeReadIsNamed(_ setting: String) throws {
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--set", setting), error: "`--set \(setting)` cannot be read",
      hint: "name=number, for example --set signatureBits=10; or a list 2,4,8 or a range 8...16 to sweep over")
  }

  @Test(arguments: ["0", "many", "1.5", "1e99", "nan", ""]) func aNumberOfTrialsMustBeAPositiveInteger(_ trials: String) throws {
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--trials", trials),
      error: "`--trials \(trials)` is not a number of trials", hint: "at least 1, for example 1000000 or 1e6")
  }

  @Test(arguments: ["zero", "0s", "-1s", "30", "s", "infs", "nans"]) func aTimeMustBePositiveAndHaveAUnit(_ budget: String) throws
  {
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--budget=\(budget)"), error: "`--budget \(budget)` is not a time",
      hint: "a positive number with ms, s, m or h, for example 30s")
  }

  @Test(arguments: ["2", "0", "1", "-0.1", "nan"]) func anErrorProbabilityLiesBetweenZeroAndOne(_ alpha: String) throws {
    let run = try Gamekeeper.run("play", "signature-idealization", "--alpha=\(alpha)")
    #expect(run.status == 64 && run.output == "")
    #expect(run.error.hasPrefix("gamekeeper: error: `--alpha "))
    #expect(run.error.hasSuffix("is out of range\ngamekeeper: hint: from 1e-300, and below 1\n"))
  }

  @Test func otherNumbersOutOfRangeAreNamed() throws {
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--threads", "0"), error: "`--threads 0` is out of range",
      hint: "1 to 1024")
    expect(
      try Gamekeeper.run("play", "signature-idealization", "--width", "1.5"), error: "`--width 1.5` is out of range",
      hint: "between 0 and 1")
  }

  // MARK: Tokens

  private func token() throws -> String {
    let run = try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json")
    return try #require(try run.json()["replay"]?.text)
  }

  @Test func aDamagedTokenIsRefusedAndTheWholeOneIsNot() throws {
    let token = try token()
    #expect(try Gamekeeper.run("replay", token).status == 0)
    let damaged = token.replacingOccurrences(of: "guess", with: "gu3ss")
    expect(
      try Gamekeeper.run("replay", damaged), error: "replay token `\(damaged)` is damaged: its checksum does not match",
      hint: "copy the whole token, from `gk` to the checksum")
    expect(
      try Gamekeeper.run("replay", "nonsense"), error: "replay token `nonsense` is not a token",
      hint: "copy the whole token, from `gk` to the checksum")
  }

  @Test func aTokenOfAnotherVersionIsNamed() throws {
    let other = "gk9" + (try token().dropFirst(3))
    expect(
      try Gamekeeper.run("replay", other), error: "replay token of format `gk9` cannot be read",
      hint: "this version reads the formats gk1, gk2 and gk3")
  }

  // MARK: Files

  @Test func aFileThatCannotBeWrittenIsNamedBeforeAnythingIsPlayed() throws {
    let path = "/nowhere/at/all.json"
    let run = try Gamekeeper.run("play", "signature-idealization", "--trials", "100", "--output", path, "--format", "json")
    #expect(run.status == 74)
    #expect(run.error == "gamekeeper: error: `\(path)` cannot be written: there is no folder `/nowhere/at`\n")
    #expect(run.output == "", "nothing was played")
  }

  @Test func aFileThatCanBeWrittenHoldsTheRecord() throws {
    try inScratchFolder { folder in
      let file = folder.appendingPathComponent("record.json")
      let run = try Gamekeeper.run(
        "play", "signature-idealization", "--trials", "100000", "--output", file.path, "--format", "json")
      #expect(run.status == 0 && run.error == "")
      #expect(try String(contentsOf: file, encoding: .utf8) == run.output)
    }
  }

  // MARK: The command line itself

  @Test func anUnknownVerbIsAnsweredWithTheNearestOne() throws {
    expect(try Gamekeeper.run("plya"), error: "unknown verb `plya`", hint: "did you mean `play`?")
  }

  @Test(arguments: [
    ["play", "signature-idealization", "--nonsense"], ["play"], ["play", "signature-idealization", "--format", "xml"],
    ["play", "signature-idealization", "--seed", "-1"],
  ]) func aMistakeOnTheCommandLineIsOneLineWithAHint(_ arguments: [String]) throws {
    let run = try Gamekeeper.run(arguments)
    #expect(run.status == 64 && run.output == "")
    let lines = run.error.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("gamekeeper: error: ") == true)
    #expect(lines.last == "gamekeeper: hint: see `gamekeeper play --help`")
  }
}
