import Foundation
import TestSupport
import Testing

/// `matrix` and `check` as people run them.
@Suite struct CheckVerbTests {
  @Test func aMatrixSizeOutOfRangeIsNamed() throws {
    expectError(try Gamekeeper.run("matrix", "--joint", "9"), 64, "`--joint` is 9; it should be 1 to 5")
  }

  /// The canary would not be seen.
  @Test func aPlantedRuleNeedsSets() throws {
    expectError(try Gamekeeper.run("matrix", "--planted", "--joint", "1"), 64, "`--planted` means nothing with `--joint 1`")
  }

  @Test func aMatrixMeasuresGamesWhereThereAreSome() throws {
    expectError(try Gamekeeper.run("matrix", "--trials", "5"), 64, "`--trials` needs `--games`")
    expectError(try Gamekeeper.run("matrix", "--games", "--trials", "0"), 64, "`--trials` is 0; it should be 1 to 1000000")
    expectError(
      try Gamekeeper.run("matrix", "--games", "--suite", "symbolic"), 64, "`key-secrecy` does not run on suite `symbolic`")
  }

  @Test func aCheckIsMetOrNotOrAnError() throws {
    let expectation = "expectations:\n  - explore: {operators: 2, dishonest: 2, hsms: 2, hosts: 0, depth: 1}\n    expect: "
    let (met, _) = try runOnFile(expectation + "[consent]\n    properties: [consent]\n", "check", "{}")
    #expect(met.status == 0 && met.output.hasSuffix("met: 2 of 2 canaries, 1 of 1 expectations\n"), "\(met.output)")
    let (notMet, path) = try runOnFile(expectation + "holds\n", "check", "{}")
    #expect(notMet.status == 1 && notMet.output.contains("`\(path)`, line 2: it falls: "))
    for (text, expected) in [
      ("expectations: []\n", "zero cases are an error"),
      ("expectations:\n  - scenario: transplnt\n", "there is no scenario `transplnt`"),
    ] {
      let (run, _) = try runOnFile(text, "check", "{}")
      #expect(run.status == 65 && run.output.contains(expected), "\(run.output)")
      #expect(!run.output.contains("not covered"), "where nothing ran, coverage is no news")
    }
    #expect(try Gamekeeper.run("check", "/nowhere.yaml").status == 65)
  }

  @Test func aCheckWritesJUnitAndSARIF() throws {
    try inScratchFolder { folder in
      let (junit, sarif) = (folder.appendingPathComponent("a.xml"), folder.appendingPathComponent("a.sarif"))
      let (run, _) = try runOnFile(
        "expectations:\n  - scenario: transplant\n    expect: [consent]\n", "check", "{}", "--junit", junit.path, "--sarif",
        sarif.path)
      #expect(run.status == 1)
      #expect(try String(contentsOf: junit, encoding: .utf8).contains("failures=\"1\""))
      #expect(try String(contentsOf: sarif, encoding: .utf8).contains("\"level\" : \"error\""))
    }
  }
}
