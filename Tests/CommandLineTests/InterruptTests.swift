import Foundation
import TestSupport
import Testing

/// Who is told to end, and by what.
@Suite struct InterruptTests {
  /// `check` waits for its file, which is a pipe, when the signal comes: it listens by then, and neither is early nor late.
  @Test(arguments: [
    ("INT", "exec env --default-signal=INT", 130), ("TERM", "exec", 143), ("HUP", "exec", 129),
    ("INT", "trap '' INT; exec", 0), ("TERM", "trap '' TERM; exec", 0), ("HUP", "trap '' HUP; exec", 0),
  ]) func aSignalThatIsIgnoredStaysIgnored(_ signal: String, _ start: String, _ status: Int) throws {
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkfifo e.yaml; (\(start) $G check e.yaml -o e.json --sarif e.sarif > /dev/null) & exec 3> e.yaml; kill -\(signal) $!
        echo 'expectations: [{scenario: lone-insider, suite: symbolic}]' >&3; exec 3>&-; wait $!; echo $?
        grep -h -o '"exitCode" : [0-9]*' e.sarif; grep -h '^  "status"' e.json
        """, in: $0)
    }
    let outcome = status == 0 ? "met" : "interrupted"
    #expect(run.output == "\(status)\n\"exitCode\" : \(status)\n  \"status\" : \"\(outcome)\",\n", "\(run)")
  }

  /// The first is heeded, the second ends it at once.
  @Test func aSecondSignalKills() throws {
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkfifo e.yaml; (exec $G check e.yaml > /dev/null) & exec 3> e.yaml; kill -HUP $!
        while kill -TERM $! 2> /dev/null; do :; done; wait $!; echo $?
        """, in: $0)
    }
    #expect(run.output == "143\n", "\(run)")
  }

  /// Nothing is lost yet, and nobody at a terminal would have to end the text first. More than a pipe holds goes through it, so
  /// it is being read when the signal comes; what is left of it would be a scenario.
  @Test(arguments: [("exec", "143"), ("trap '' TERM; exec", "0")]) func whoeverIsStillTypingIsHeard(
    _ start: String, _ status: String
  ) throws {
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkfifo typed; (\(start) $G attack - --suite symbolic < typed > out) & exec 3> typed; printf '#%200000s\\n' . >&3
        kill -TERM $!; cat '\(DocumentTests.root.path)/Adversaries/Scenarios/transplant.yaml' >&3 2> /dev/null
        exec 3>&-; wait $!; echo $?; tail -n 1 out
        """, in: $0)
    }
    #expect(run.output == "\(status)\n" + (status == "0" ? "holds: no property is broken\n" : ""), "\(run)")
  }

  /// `attack` waits for its scenario, too; InputLimitTests interrupt one between its steps.
  @Test func anInterruptedScenarioKeepsWhatWasPlayed() throws {
    let run = try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkfifo s.yaml; (exec $G attack s.yaml -o s.json > out) & exec 3> s.yaml; kill -TERM $!
        cat '\(DocumentTests.root.path)/Adversaries/Scenarios/transplant.yaml' >&3; exec 3>&-; wait $!; echo $?
        tail -n 1 out; grep -e '"status"' -e '"unplayed"' s.json
        """, in: $0)
    }
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 4 && lines[0] == "143" && lines[2] == "  \"status\" : \"interrupted\",", "\(run)")
    let steps = lines.last.map { $0.filter(\.isNumber) } ?? ""
    #expect(lines.dropFirst().first == "interrupted after 0 of \(steps) steps: no property is broken so far", "\(run)")
  }
}
