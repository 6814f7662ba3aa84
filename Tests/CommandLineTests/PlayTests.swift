import Foundation
import Testing

/// What a run says: its record, its text, and that it says the same on any number of threads.
@Suite struct PlayTests {
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
    let hopeless = try Gamekeeper.run("play", "key-secrecy", "-a", "portfolio", "--trials", "50")
    #expect(
      hopeless.status == 2
        && hopeless.error.contains("hint: the bound is too small for so few trials; --set q_net=100 --set signatureBits=8"))
    let weak = try Gamekeeper.run("play", "key-secrecy", "-a", "portfolio", "--trials", "50", "--set", "signatureBits=10")
    #expect(weak.status == 2 && weak.error.isEmpty)
    let unseen = try Gamekeeper.run("play", "signature-idealization", "-a", "guess", "--twin", "forgetful", "--trials", "1000")
    let command = "gamekeeper play signature-idealization -a replay --twin forgetful"
    #expect(unseen.status == 2)
    #expect(unseen.error == "gamekeeper: hint: the planted defect `forgetful` shows with `\(command)`\n")
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

  @Test func aSeedIsReadInHexadecimalAndWrittenWithoutLoss() throws {
    func seed(_ text: String) throws -> Value? {
      try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json", "--seed", text).json()["seed"]
    }
    #expect(try seed("0xff") == .number(255))
    #expect(try seed("0xffffffffffffffff") == .text("18446744073709551615"))
  }
}
