import Foundation
import TestSupport
import Testing

/// Texts are read from files, pipes and standard input alike, and what keeps one from being read is said as it is.
@Suite struct InputTests {
  private static let plain = """
    scenario: s
    title: t
    n: 1
    operators: {a: honest}
    hsms: {h: genuine}
    trusts:
      T: {operators: [a], hsms: [h], hosts: [], quorum: 1}
    steps:
      - found: {hsm: h, trust: T, signed-by: [a], as: t}
    end: holds

    """

  private func shell(_ script: String, with files: [String: String] = ["plain.yaml": plain]) throws -> Gamekeeper.Run {
    try inScratchFolder { folder in
      for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
      return try Gamekeeper.shell(script, in: folder)
    }
  }

  @Test(arguments: ["plain.yaml", "- < plain.yaml", "- < <(cat plain.yaml)", "/dev/stdin < plain.yaml", "<(cat plain.yaml)"])
  func aScenarioIsReadFrom(_ source: String) throws {
    let run = try shell("$G attack \(source)")
    #expect(run.status == 0 && run.error == "" && run.output.hasSuffix("holds: no property is broken\n"), "\(run)")
  }

  @Test(arguments: ["e.yaml", "- < e.yaml", "/dev/stdin < e.yaml", "<(cat e.yaml)", "./e.yml"]) func expectationsAreReadFrom(
    _ source: String
  ) throws {
    let text = "expectations:\n  - scenario: ./plain.yaml\n"
    let run = try shell("$G check \(source)", with: ["plain.yaml": Self.plain, "e.yaml": text, "e.yml": text])
    #expect(run.status == 0 && run.output.hasSuffix("1 of 1 expectations\n"), "\(run)")
  }

  @Test(arguments: ["p.yaml", "- < p.yaml", "<(cat p.yaml)"]) func aPolicyIsReadFrom(_ source: String) throws {
    let files = ["plain.yaml": Self.plain, "p.yaml": "without: [key.handle-is-fresh]\n"]
    let attacked = try shell("$G attack ./plain.yaml --policy \(source)", with: files)
    #expect(attacked.status == 0 && attacked.output.contains("without key.handle-is-fresh"), "\(attacked)")
    let differs = try shell("$G diff --operators 2 --hosts 0 --depth 1 intact \(source)", with: files)
    #expect(differs.status == 1 && differs.output.contains("without key.handle-is-fresh"), "\(differs)")
  }

  @Test(arguments: [
    ("nosuch.yaml", "`nosuch.yaml`: there is no such file"), ("file/x.yaml", "`file/x.yaml`: there is no such file"),
    ("folder.yaml", "`folder.yaml`: it is a folder"),
    ("latin-1.yaml", "`latin-1.yaml`, line 2: it is not UTF-8 text: byte 0xE9 at offset 9"),
    ("- < latin-1.yaml", "`-`, line 2: it is not UTF-8 text: byte 0xE9 at offset 9"),
    ("$'\\xff.yaml'", "`\u{FFFD}.yaml`: its name has bytes that are not UTF-8"),
    ("/dev/zero", "`/dev/zero`: it is larger than 4 MiB, the most that is read"),
    ("- <&-", "`-`: it is closed"), ("- < /dev/null", "`-`: the file is empty"),
  ]) func whatKeepsATextFromBeingReadIsSaid(_ source: String, _ reason: String) throws {
    let prepare = "mkdir folder.yaml; touch file; printf 'a: b\\nc: d\\xe9\\n' > latin-1.yaml; printf x > $'\\xff.yaml';"
    let attack = try shell("\(prepare) $G attack \(source)")
    #expect(attack.status == 65 && attack.output == "" && attack.error == "gamekeeper: error: \(reason)\n", "\(attack)")
    let check = try shell("\(prepare) $G check \(source)")
    // A folder of expectations is no mistake, but an empty one is.
    #expect(check.status == 65 && check.output.contains(source.hasPrefix("folder") ? "zero cases were run" : reason), "\(check)")
    let policy = try shell("\(prepare) $G explore --policy \(source)")
    #expect(policy.status == 65 && policy.error == "gamekeeper: error: \(reason)\n", "\(policy)")
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything")) func aFileThatMayNotBeReadIsNotCalledMissing() throws {
    let run = try shell("chmod 0 plain.yaml; $G attack ./plain.yaml")
    #expect(run.status == 65 && run.error == "gamekeeper: error: `./plain.yaml`: permission is denied\n", "\(run)")
  }

  @Test func aByteOrderMarkIsNotPartOfTheText() throws {
    #expect(try shell("$G attack ./marked.yaml", with: ["marked.yaml": "\u{FEFF}" + Self.plain]).status == 0)
  }
}
