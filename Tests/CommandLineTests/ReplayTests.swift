import Foundation
import Testing

/// A token plays its trial again.
@Suite struct ReplayTests {
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

  /// The first hop's reduction hands every query on.
  @Test func theReductionIsShownWhereThereIsOne() throws {
    let run = try Gamekeeper.run("hop", "ind_uf", "--trials", "10", "--format", "json")
    let token = try #require(try run.json()["replay"]?.text)
    let shown = try Gamekeeper.run("replay", token, "--show-reduction").output
    #expect(
      shown.contains("the reduction, query by query:\n  1. is asked keygen()\n       asks its challenger keygen(): "), "\(shown)")
    let record = try Gamekeeper.run("replay", token, "--show-reduction", "--format", "json").json()
    #expect(record["relayed"]?.items?.first?["query"]?.text == "keygen()")
    let plain = try Gamekeeper.run("replay", token, "--format", "json").json()
    #expect(plain["relayed"] == nil && plain["steps"] != nil)
    let game = try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json")
    let none = try Gamekeeper.run("replay", try #require(try game.json()["replay"]?.text), "--show-reduction")
    #expect(
      none.status == 64 && none.error.contains("`--show-reduction` shows nothing: no reduction is played beside this trial"))
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
}

/// A trial worth seeing is found by what it shows.
@Suite struct TrialSearchTests {
  private func token() throws -> String {
    let run = try Gamekeeper.run(
      "play", "signature-idealization", "-a", "guess", "--set", "signatureBits=6", "--trials", "300", "--format", "json")
    return try #require(try run.json()["replay"]?.text)
  }

  private func trial(_ option: String, _ token: String) throws -> Int {
    let run = try Gamekeeper.run("replay", option, "--trials", "300", "--format", "json", token)
    #expect(run.status == 0, "\(run.error)")
    return Int(try #require(try run.json()["trial"]?.number ?? (run.json()["trial"]?.text).flatMap(Double.init)))
  }

  @Test func theFirstAndTheLastBadTrialAreFound() throws {
    let token = try token()
    let (first, last) = (try trial("--first-bad", token), try trial("--last-bad", token))
    #expect(first < last && last < 300)
    let shown = try Gamekeeper.run("replay", "--last-bad", "--trials", "300", token)
    #expect(shown.output.contains("<- the bad event"))
    #expect(shown.error.contains("trial \(last): gamekeeper replay 'gk1:"))
    // None behind it: the last among as many as come before is an earlier one.
    let run = try Gamekeeper.run("replay", "--last-bad", "--trials", "\(last)", "--format", "json", token)
    #expect(Int(try #require(try run.json()["trial"]?.number)) < last)
    #expect(try trial("--first-win", token) >= first, "nobody tells the worlds apart before they differ")
  }

  @Test func whatIsNotThereIsSaid() throws {
    let token = try token()
    let none = try Gamekeeper.run("replay", "--first-bad", "--trials", "1", token)
    #expect(none.status == 64 && none.error.contains("there is no such trial among 1"))
    #expect(try Gamekeeper.run("replay", "--first-bad", "--last-bad", token).status == 64)
    #expect(try Gamekeeper.run("replay", "--trials", "3", token).error.contains("belongs to --first-bad"))
    let assumption = try Gamekeeper.run("play", "aead", "--trials", "5", "--format", "json")
    let other = try #require(try assumption.json()["replay"]?.text)
    #expect(try Gamekeeper.run("replay", "--first-bad", other).error.contains("has no bad event"))
  }
}
