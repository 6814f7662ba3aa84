import Foundation
import TestSupport
import Testing

/// `--by-hand`, as a pipe plays it.
@Suite struct ByHandTests {
  private static let lines = "keygen\\nsign key=#1 message=00112233445566778899aabbccddeeff\\nguess left\\n"

  private func play(_ lines: String, _ rest: String = "play signature-idealization") throws -> Gamekeeper.Run {
    try inScratchFolder { try Gamekeeper.shell("printf '\(lines)' | $G \(rest) --by-hand --coins philox", in: $0) }
  }

  @Test func theCoinsAreOpenedAndTheTokenPlaysTheTrialAgain() throws {
    let run = try play(Self.lines)
    #expect(run.status == 0)
    for words in ["You are the adversary.", "Budgets left: q_gen 1, q_sig 4", "#2 signature signature=", "2> sign key=#1"] {
      #expect(run.error.contains(words), "\(words)")
    }
    #expect(run.output.contains("guess left: right, it was the left world\n"))
    #expect(run.output.contains("What guess does on the same coins:\n"))
    let token = try #require(run.output.firstMatch(of: /replay '(gk3:[^']+)'/)?.1)
    let replay = try Gamekeeper.run("replay", String(token))
    #expect(replay.status == 0 && replay.error == "", "a script is no command: nothing has to be trusted")
    #expect(run.output.contains(replay.output))
  }

  @Test func severalTrialsHaveATokenEachAndAnAdversaryOfOnesChoice() throws {
    let run = try play(Self.lines + Self.lines, "hop ind_uf -a idle --trials 2 --format json")
    let trials = try #require(try run.json()["trials"]?.items)
    #expect(trials.compactMap { $0["trace"]?["trial"]?.number } == [0, 1])
    #expect(Set(trials.compactMap { $0["replay"]?.text }).count == 2)
    #expect(trials.allSatisfy { $0["other"]?["adversary"]?.text == "idle" })
  }

  @Test func theEndOfTheInputIsNoGuess() throws {
    let run = try play("keygen\\n", "play signature-idealization --trials 2")
    #expect(run.status == 65 && run.output == "")
    #expect(run.error.contains("error: the input ended in trial 0, after 1 query\n"))
    let later = try play(Self.lines, "play signature-idealization --trials 2")
    #expect(later.status == 65 && later.output.contains("it was the left world"), "what was played is kept")
    #expect(later.error.contains("error: the input ended in trial 1, after 0 queries\n"))
  }

  @Test func aGuessMayBeAbsentAndAnInterruptEndsIt() throws {
    #expect(try play("resign\\n").output.contains("no guess; it was the left world"))
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkfifo in; $G play aead --by-hand < in 2> err & exec 3>in; echo new-key >&3
        until grep -q '^2> ' err; do sleep 0.05; done
        kill -TERM $!; wait $!; status=$?; cat err >&2; exit $status
        """,
        in: $0)
    }
    #expect(run.status == 143)
    #expect(run.error.contains("interrupted in trial 0, after 1 query: it has no guess, and does not count\n"))
  }

  @Test(arguments: ["--expect withinBound", "--width 0.1", "--adversary-command ls", "--strict", "--plot a.svg", "--format svg"])
  func whatIsJudgedElsewhereIsRefused(_ option: String) throws {
    let run = try play("done\\n", "play aead \(option)")
    #expect(run.status == 64 && run.output == "")
  }
}
