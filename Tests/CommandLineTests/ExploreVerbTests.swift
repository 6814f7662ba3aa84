import Foundation
import TestSupport
import Testing

/// `explore` as people run it: what it finds is kept, played and checked.
@Suite struct ExploreVerbTests {
  private static let tiny = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic"]

  @Test func aSearchHoldsOrFallsAndSaysSoInItsStatus() throws {
    let holds = try Gamekeeper.run(Self.tiny)
    #expect(holds.status == 0 && holds.error == "")
    #expect(holds.output.contains("holds in this scope: ") && holds.output.contains("memory: "))
    let falls = try Gamekeeper.run(Self.tiny + ["--dishonest", "2"])
    #expect(
      falls.status == 1
        && falls.output.contains(
          "falls: genuine-members in 2 operations, keys-secret in 3 operations, consent in 1 operation, outside the quorum "
            + "assumption ("
        ))
    #expect(try Gamekeeper.run(Self.tiny + ["--dishonest", "2", "--expect", "falls"]).status == 0)
    #expect(try Gamekeeper.run(Self.tiny + ["--expect", "falls"]).status == 1)
    let cut = try Gamekeeper.run(Self.tiny + ["--maximum-states", "2"])
    #expect(cut.status == 2 && cut.output.contains("inconclusive: more than 2 states"))
  }

  @Test func theRecordOfASearchSaysWhatWasSearchedAndWhatItCost() throws {
    let record = try Gamekeeper.run(Self.tiny + ["--format", "json"]).json()
    #expect(record["outcome"] == .text("holds"))
    #expect((record["states"]?.number ?? 0) > 0 && (record["memory"]?["peakBytes"]?.number ?? 0) > 1e6)
  }

  /// Where operators have roles, there are as many as were dealt, on the command line and in a file.
  @Test func operatorsAreAsManyAsHaveRoles() throws {
    let scope = ["--hosts", "0", "--rogue-hosts", "0", "--domains", "1", "--depth", "0", "--quorum", "a:1,b:1"]
    let dealt = try Gamekeeper.run(["explore", "--roles", "a:1,b:1", "--format", "json"] + scope).json()
    let counted = try Gamekeeper.run(["explore", "--roles", "a:1,b:1", "--operators", "2", "--format", "json"] + scope).json()
    #expect(dealt["scope"]?["operators"]?.number == 2 && dealt["states"] == counted["states"])
    expectError(
      try Gamekeeper.run(["explore", "--roles", "a:1,b:1", "--operators", "3"]), 64, "roles are dealt to 2 of 3 operators")
    let yaml = """
      expectations:
        - explore: {roles: [a, b], quorum: "a:1,b:1", hosts: 0, rogue-hosts: 0, domains: 1, depth: 0}
          expect: holds
      """
    try inScratchFolder { folder in
      let file = folder.appending(path: "roles.yaml")
      try yaml.write(to: file, atomically: true, encoding: .utf8)
      #expect(try Gamekeeper.run(["check", file.path]).status == 0)
    }
  }

  @Test(arguments: [
    (["--operators", "0"], "the scope is empty: there are no operators"),
    (["--hsms", "1", "--rogue-hsms", "1"], "the scope is empty: all HSMs are rogue"),
    (["--depth", "-1"], "`--depth` is -1, which is no count"),
    (["--quorum", "9"], "a quorum of 9 cannot be had from 3 operators"),
    (["--dishonest", "4"], "4 of 3 operators cannot be dishonest"),
    (["--operators", "9", "--hsms", "8", "--hosts", "5"], "3 × 10^13 checks"),
    (["--operators", "30"], "the scope is too large: about 2 × 10^4 states"),
    (["--maximum-states", "0"], "`--maximum-states` is 0"),
    (["--maximum-checks", "1000"], "1000 checks (`--maximum-checks`)"),
    (["--maximum-memory", "0"], "`--maximum-memory` is 0.0; it should be above 0"),
  ])
  func anEmptyOrEnormousScopeIsRefusedAtOnce(_ options: [String], _ expected: String) throws {
    expectError(try Gamekeeper.run(["explore"] + options), 64, expected)
  }

  @Test func anInterruptKeepsWhatTheSearchFound() throws {
    let run = try Gamekeeper.run(
      "explore", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3", interruptingAfter: 2)
    #expect(run.status == 130)
    #expect(
      run.output.contains("inconclusive: interrupted before the end")
        && run.output.contains("seen to be possible: an honest domain is founded"))
  }

  @Test func anAttackThatWasFoundIsKeptPlayedAndChecked() throws {
    try inScratchFolder { folder in
      let file = folder.appendingPathComponent("found.yaml").path
      let rule = "key.handle-is-fresh"
      let search = ["explore", "--operators", "2", "--hosts", "0", "--depth", "1", "--suite", "symbolic", "-o", file]
      let found = try Gamekeeper.run(search + ["--without", rule])
      #expect(found.status == 1 && found.output.contains("falls: handle-keeps-key") && found.error == "")
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        text.hasPrefix(
          "# Found by: gamekeeper explore --operators 2 --hosts 0 --depth 1 --suite symbolic --without \(rule)\nscenario: "
            + "found-handle-keeps-key\n"
        ))
      #expect(try Gamekeeper.run("attack", file).status == 0)
      let without = try Gamekeeper.run("attack", file, "--without", rule)
      #expect(without.status == 0 && without.output.contains("breaks handle-keeps-key"))
      let expectations = folder.appendingPathComponent("e.yaml")
      try Data("known-counterexamples: [found.yaml]\nexpectations:\n  - scenario: found.yaml\n".utf8).write(to: expectations)
      #expect(
        try Gamekeeper.run("check", expectations.path).output.hasSuffix(
          "met: 2 of 2 canaries, 1 of 1 known counterexamples, 1 of 1 expectations\n"))
      #expect(
        try Gamekeeper.run("check", file).output.hasSuffix("met: 2 of 2 canaries, 2 of 2 expectations\n"), "the file by itself")
    }
  }

  /// What was found before is not taken for what was found now.
  @Test func whereNoAttackIsFoundTheFileSaysSo() throws {
    try inScratchFolder { folder in
      func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
      }
      let names = ["found.yaml", "found.mmd", "found.svg"]
      let files = names.flatMap { ["-o", folder.appendingPathComponent($0).path] }
      #expect(try Gamekeeper.run(Self.tiny + ["--without", "key.handle-is-fresh"] + files).status == 1)
      let attacks = try names.map(text)
      let nothing = try Gamekeeper.run(Self.tiny + files)
      #expect(nothing.status == 0 && nothing.error.hasPrefix("gamekeeper: there is no attack to write: holds in this scope"))
      for (name, attack) in zip(names, attacks) {
        #expect(try text(name) != attack && text(name).contains("no attack was found by gamekeeper explore"), "\(name)")
      }
      #expect(try text("found.svg").hasSuffix("</svg>\n") && text("found.mmd").hasPrefix("sequenceDiagram\n"))
      for verb in ["attack", "check"] {
        let run = try Gamekeeper.run(verb, folder.appendingPathComponent("found.yaml").path)
        #expect(run.status == 65 && (run.output + run.error).contains("there is nothing in it but comments"), "\(run)")
      }
    }
  }

  /// What the file is found by stands on its first line, whatever was typed, so that it can be read and typed again.
  @Test func whatWasTypedIsQuotedOnOneLine() throws {
    try inScratchFolder("a b'\n\u{2028}\u{1B}") { folder in
      let (policy, found) = (folder.appendingPathComponent("p.yaml"), folder.appendingPathComponent("found.yaml"))
      try Data("without: [key.handle-is-fresh]\n".utf8).write(to: policy)
      #expect(try Gamekeeper.run(Self.tiny + ["--policy", policy.path, "--format", "yaml", "-o", found.path]).status == 1)
      let lines = try String(contentsOf: found, encoding: .utf8).split(separator: "\n")
      #expect(
        lines[0].hasPrefix("# Found by: gamekeeper explore ") && lines[0].contains(#"a b\'\n\U00002028\U0000001b"#)
          && lines[1].hasPrefix("scenario: "), "\(lines[0])")
      #expect(try Gamekeeper.run("attack", found.path, "--suite", "symbolic").status == 0)
    }
  }
}
