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
