import Foundation
import Testing

/// Who is told to end, and by what.
@Suite struct InterruptTests {
  /// `check` waits for its file, which is a pipe, when the signal comes: it listens by then, and neither is early nor late.
  @Test(arguments: [
    ("INT", "exec env --default-signal=INT", 130), ("TERM", "exec", 143), ("HUP", "exec", 129),
    ("INT", "trap '' INT; exec", 0), ("TERM", "trap '' TERM; exec", 0), ("HUP", "trap '' HUP; exec", 0),
    ("INT", "exec", 0),
  ]) func aSignalThatIsIgnoredStaysIgnored(_ signal: String, _ start: String, _ status: Int) throws {
    let run = try Gamekeeper.inScratch {
      try Gamekeeper.shell(
        """
        mkfifo e.yaml; (\(start) $G check e.yaml -o e.json --sarif e.sarif > /dev/null) & exec 3> e.yaml; kill -\(signal) $!
        echo 'expectations: [{scenario: lone-insider, suite: symbolic}]' >&3; exec 3>&-; wait $!; echo $?
        grep -h -o '"exitCode" : [0-9]*' e.sarif; grep -h '^  "status"' e.json
        """, in: $0)
    }
    #expect(
      run.output == "\(status)\n\"exitCode\" : \(status)\n  \"status\" : \"\(status == 0 ? "met" : "interrupted")\",\n",
      "a shell's script starts what is in the background without SIGINT: \(run)")
  }

  /// The first is heeded, the second ends it at once.
  @Test func aSecondSignalKills() throws {
    let run = try Gamekeeper.inScratch {
      try Gamekeeper.shell(
        """
        mkfifo e.yaml; (exec $G check e.yaml > /dev/null) & exec 3> e.yaml; kill -HUP $!; kill -TERM $!; wait $!; echo $?
        """, in: $0)
    }
    #expect(run.output == "143\n", "\(run)")
  }

  @Test func aLongScenarioIsInterruptedBetweenItsSteps() throws {
    let keys = (1...3_000).map { "{add-key: {hsm: h1, token: t\($0 - 1), handle: k\($0), as: t\($0)}}" }
    let text = """
      scenario: s
      title: t
      n: 1
      operators: {alice: honest}
      hsms: {h1: genuine}
      trusts: {T0: {operators: [alice], hsms: [h1], quorum: 1}}
      steps: [{found: {hsm: h1, trust: T0, signed-by: [alice], as: t0}}, \(keys.joined(separator: ", "))]
      end: holds
      """
    try Gamekeeper.inScratch { folder in
      let (file, kept) = (folder.appendingPathComponent("s.yaml"), folder.appendingPathComponent("s.json"))
      try Data(text.utf8).write(to: file)
      let run = try Gamekeeper.run(["attack", file.path, "-o", kept.path], interruptingAfter: 4)
      #expect(
        run.status == 130 && run.output.contains(" of 3001 steps: no property is broken so far\n"), "\(run.output.suffix(200))")
      let record = try JSONDecoder().decode([String: Value].self, from: Data(contentsOf: kept))
      #expect(record["status"]?.text == "interrupted" && record["unplayed"]?.number ?? 0 > 0)
    }
  }
}
