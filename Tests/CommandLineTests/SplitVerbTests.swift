import Foundation
import TestSupport
import Testing

/// `play --split`: wins that are too rare to be waited for, against their closed formula.
@Suite struct SplitVerbTests {
  private static let game = ["play", "quorum-forgery", "-a", "guess-all-keys", "--format", "json"]

  private func record(_ more: String...) throws -> [String: Value] { try Gamekeeper.run(Self.game + more).json() }

  private func limits(_ record: [String: Value]) throws -> ClosedRange<Double> {
    let probability = try #require(record["probability"])
    return try #require(probability["lower"]?.number)...(try #require(probability["upper"]?.number))
  }

  /// (tries/2^signatureBits)^q_gen: one play in 2²⁰, 2³⁰, 2⁴⁰ wins.
  @Test(arguments: [(5, 4, 1), (6, 6, 2), (10, 5, 2)]) func theLimitsHoldTheClosedFormula(_ keys: Int, _ bits: Int, _ tries: Int)
    throws
  {
    let record = try record(
      "--set", "q_gen=\(keys)", "--set", "signatureBits=\(bits)", "--set", "tries=\(tries)", "--split",
      "\((1 << bits) / tries)", "--trials", "1500")
    let exact = pow(Double(tries) / exp2(Double(bits)), Double(keys)), limits = try limits(record)
    #expect(limits.contains(exact) && limits.lowerBound > exact / 1e4 && limits.upperBound < 1e4 * exact, "\(record)")
    #expect(abs(try #require(record["formula"]?.number) / exact - 1) < 1e-9, "no two keys are one")
    #expect(record["status"]?.text == "met" && record["forgets"] == .truth(true))
    #expect(try #require(record["plays"]?.number) < 200_000)
  }

  /// As the help has it: trees are as many as they are where nobody says it.
  @Test func theExampleOfTheHelpShowsSomething() throws {
    let record = try record("--set", "q_gen=5", "--split", "256"), limits = try limits(record)
    #expect(record["status"]?.text == "met" && record["trees"]?.number == 10_000, "\(record)")
    let exact = exp2(-40.0)
    #expect(limits.contains(exact) && limits.lowerBound > exact / 1000 && limits.upperBound < 1000 * exact, "\(record)")
  }

  /// By whoever waits for them the same is counted, where it is not rare.
  @Test func whatIsNotRareIsWhatCountingSays() throws {
    let more = ["--set", "q_gen=2", "--set", "signatureBits=4"]
    let split = try limits(try Gamekeeper.run(Self.game + more + ["--split", "4", "--trials", "2000"]).json())
    let counted = try Gamekeeper.run(Self.game + more + ["--trials", "20000"]).json()
    let bad = try #require(counted["bad"]), exact = 1.0 / 16
    #expect(split.contains(exact) && split.upperBound < 0.1, "\(split)")
    #expect(try #require(bad["lower"]?.number) < exact && #require(bad["upper"]?.number) > exact, "\(bad)")
    #expect(counted["verdict"]?.text == "withinBound", "it pays for less than one key")
  }

  /// Nothing is promised of the levels of another adversary: its limits are those of a mean.
  @Test func whereNothingIsPromisedTheLimitsAreOfTheMean() throws {
    let run = try Gamekeeper.run("play", "quorum-forgery", "-a", "use-every-key", "--split", "2", "--trials", "50")
    #expect(run.status == 2 && run.output.contains("nothing is promised of the levels"), "\(run)")
    #expect(run.output.contains("inconclusive: nothing has passed level 1 of 1: 50 trees"), "\(run)")
  }

  @Test func theResultDoesNotDependOnThreadsAndAnInterruptKeepsWhatIsDone() throws {
    let more = ["--set", "q_gen=3", "--set", "signatureBits=5", "--split", "8"]
    let one = try Gamekeeper.run(Self.game + more + ["--threads", "1"]).output
    #expect(try Gamekeeper.run(Self.game + more + ["--threads", "3"]).output == one)
    let stopped = try Gamekeeper.run(Self.game + more + ["--trials", "1e9"], interruptingAfter: 1)
    #expect(try stopped.status == 130 && stopped.json()["trees"]?.number ?? 0 > 0, "\(stopped)")
    let timed = try Gamekeeper.run(Self.game + more + ["--trials", "1e9", "--budget", "300ms"])
    #expect(try timed.status == 0 && timed.json()["trees"]?.number ?? 0 > 0, "\(timed)")
  }

  @Test(arguments: [
    (["quorum-forgery", "--split", "0"], "`--split 0` is out of range"),
    (["quorum-forgery", "--set", "q_gen=20", "--split", "16"], "`--split 16` is out of range"),
    (["aead", "--split", "2"], "`--split` means nothing for game `aead`: it declares no levels"),
    (["quorum-forgery", "--split", "2", "--chances", "off"], "`--chances` means nothing with `--split`"),
    (["quorum-forgery", "--split", "2", "--twin", "x"], "`--twin` means nothing with `--split`"),
    (["quorum-forgery", "--split", "2", "--by-hand"], "`--by-hand` means nothing with `--split`"),
    (["quorum-forgery", "--split", "2", "--baseline", "a.json"], "`--baseline` means nothing with `--split`"),
    (["quorum-forgery", "--split", "2", "--set", "q_gen=2,3"], "`q_gen` has 2 values"),
    (["quorum-forgery", "--split", "two"], "The value `two` is invalid"),
  ]) func whatDoesNotGoTogetherIsOneError(_ arguments: [String], _ words: String) throws {
    expectError(try Gamekeeper.run(["play"] + arguments), 64, words)
  }
}
