import ChildProcesses
import Foundation
import TestSupport
import Testing

/// Commands as they are typed, and why one is not at work.
@Suite struct StartTests {
  @Test(arguments: [
    ("python3 mine.py", ["python3", "mine.py"]), ("  a\t b ", ["a", "b"]), ("a 'b c' \"d e\"", ["a", "b c", "d e"]),
    ("a\\ b", ["a b"]), ("a''b\"\"", ["ab"]), ("a ''", ["a", ""]), ("a 'x\\y'", ["a", "x\\y"]),
    ("a \"\\\"\\\\\\n\"", ["a", "\"\\\\n"]),
    ("a b#c d~e {f}", ["a", "b#c", "d~e", "{f}"]), ("sh -c 'a | b > $c'", ["sh", "-c", "a | b > $c"]), ("ä 'ö'", ["ä", "ö"]),
  ]) func aCommandIsSplitAsAShellDoes(_ text: String, _ words: [String]) throws {
    #expect(try Command(text).words == words)
    #expect(try Command(Command(words: words).description).words == words)
    let shell = try ChildProcess(["sh", "-c", "for word in \(text); do printf '%s\\n' \"$word\"; done"])
    #expect(shell.output == words.map { $0 + "\n" }.joined(), "a shell agrees")
  }

  @Test(arguments: [
    ("", "the command is empty"), ("  ", "the command is empty"), ("''", "the command is empty"),
    ("a 'b", "`'` is not closed in the command `a 'b`"), ("a \"b", "`\"` is not closed in the command `a \"b`"),
    ("a \\", "`\\` is not closed in the command `a \\`"), ("a | b", "no shell reads the command `a | b`, and `|` needs one"),
    ("a \"$b\"", "no shell reads the command `a \"$b\"`, and `$` needs one"),
    ("~/a", "no shell reads the command `~/a`, and `~` needs one"),
    ("a *.py", "no shell reads the command `a *.py`, and `*` needs one"),
  ]) func whatNeedsAShellIsRefused(_ text: String, _ words: String) throws {
    let failure = #expect(throws: StartFailure.self) { try Command(text) }
    #expect(failure?.description == words)
  }

  @Test func whatCannotBeStartedIsSaid() throws {
    try inScratchFolder { folder throws in
      func failure(_ words: String..., mode: Int, text: String = "echo") throws -> String? {
        let file = folder.appending(path: "program")
        try Data(text.utf8).write(to: file)
        chmod(file.path, mode_t(mode))
        let words = words.map { $0.replacing("FILE", with: file.path).replacing("FOLDER", with: folder.path) }
        let failure = #expect(throws: StartFailure.self) { try Confined.start(words, in: Sandbox(.best)) }
        return failure?.description.replacing(folder.path, with: "")
      }
      #expect(try failure("no-such-program", mode: 0o700) == "there is no program `no-such-program` on the path")
      #expect(try failure("FILE.py", mode: 0o700) == "there is no program `/program.py`")
      #expect(try failure("FOLDER", mode: 0o700) == "`` cannot be executed: it is a folder")
      #expect(try failure("FILE", mode: 0o600) == "`/program` cannot be executed: it may not be executed")
      #expect(
        try failure("FILE", mode: 0o700)
          == "`/program` cannot be executed: it is no program of this system, and has no line `#!` that names an interpreter")
      #expect(
        try failure("FILE", mode: 0o700, text: "#!/no/such/interpreter\n")
          == "`/program` cannot be executed: the interpreter that it names is not there")
    }
  }

  @Test func aSupervisorThatIsNoneIsSaid() throws {
    let command = try Command("true")
    let failure = #expect(throws: StartFailure.self) {
      try Child(command, called: "mine", in: Sandbox(.none), launcher: "/bin/true", say: { _ in })
    }
    #expect(failure?.description == "its supervisor ended before the command began")
    #expect(throws: StartFailure.self) {
      try Child(command, called: "mine", in: Sandbox(.none), launcher: "/no/such/program", say: { _ in })
    }
  }

  @Test func theRungsThatStandAreTold() throws {
    let best = try #require(Confined.best)
    for rung in Rung.allCases {
      let alone = try Confined.start(["true"], in: Sandbox(rungs: [rung])).standing
      #expect(alone.rungs == best.rungs.filter { $0 == rung } && alone.missing == best.missing.filter { $0.rung == rung })
    }
    #expect(best.rungs.contains(.basics) && best.rungs.count + best.missing.count == Rung.allCases.count)
    let none = try Confined.start(["true"], in: Sandbox(.none)).standing
    #expect(none.description == "none" && none.missing.isEmpty)
  }

  @Test func aSandboxThatIsRequiredIsHadOrRefused() throws {
    let missing = try #require(Confined.best).missing
    do throws(StartFailure) {
      let command = try Command("true")
      let child = try Child(command, called: "mine", in: Sandbox(.require), launcher: Confined.launcher, say: { _ in })
      #expect(missing.isEmpty && child.standing.rungs == Rung.allCases)
    } catch { #expect(!missing.isEmpty && error.description.hasPrefix("the whole sandbox cannot be had here (no ")) }
  }

  /// Where no more namespaces may be made, as in many containers: only root can arrange that, for itself and all below it.
  @Test(.enabled(if: geteuid() == 0 && Confined.stands(.namespaces))) func withoutARungTheOthersStand() throws {
    // In a user namespace of its own there may be none within it.
    let run = try ChildProcess([
      "unshare", "--user", "--map-root-user", "sh", "-c",
      "echo 0 >/proc/sys/user/max_user_namespaces; exec \"$0\" __confine -- echo confined", Confined.launcher,
    ])
    #expect(run.output == "confined\n", "\(run)")
    #expect(run.error.hasPrefix("gamekeeper: confined by: basics, landlock, seccomp; not namespaces ("), "\(run)")
  }

  /// The supervisor by hand, on the standard streams.
  @Test(arguments: [
    (["--", "sh", "-c", "echo out; echo err >&2; exit 3"], 3, "out\n", "gamekeeper: the command ended with status 3"),
    (["--", "sh", "-c", "kill -9 $$"], 137, "", "gamekeeper: the command was killed by SIGKILL"),
    (["--", "no-such-program"], 69, "", "gamekeeper: error: there is no program `no-such-program` on the path"),
    ([], 64, "", "gamekeeper: error: `__confine` watches over a command"),
    (["{}"], 64, "", "gamekeeper: error: `__confine` watches over a command"),
  ]) func whatACommandCanDoIsSeenByHand(_ arguments: [String], _ status: Int, _ output: String, _ words: String) throws {
    let run = try ChildProcess([Confined.launcher, "__confine"] + arguments)
    #expect(run.status == status && run.output == output, "\(run)")
    #expect(run.error.split(separator: "\n").contains { $0 == words }, "\(run)")
  }
}
