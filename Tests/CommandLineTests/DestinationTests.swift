import Foundation
import TestSupport
import Testing

/// `-o` and its kin write where they are told to, and destroy nothing.
@Suite struct DestinationTests {
  /// A quick verb with a result of 700 bytes or more. The shipped files are found from the package's folder, so this one runs
  /// anywhere.
  private static let story = "$G describe quorum"

  private func shell(_ script: String, after prepare: String = "true") throws -> Gamekeeper.Run {
    try inScratchFolder { try Gamekeeper.shell("\(prepare) && { \(script); }", in: $0) }
  }

  private func expect(
    _ script: String, after prepare: String = "true", prints expected: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try shell(script, after: prepare)
    #expect(run.output == expected + "\n" && run.error == "" && run.status == 0, "\(run)", sourceLocation: sourceLocation)
  }

  @Test(.enabled(if: geteuid() == 0, "devices are made by root")) func aDeviceIsWrittenInto() throws {
    try expect("\(Self.story) -o null > out && stat -c %F null", after: "mknod null c 1 3", prints: "character special file")
    let full = try shell("\(Self.story) -o full > out; echo $?; stat -c %F full; wc -l < out", after: "mknod full c 1 7")
    #expect(
      full.output.hasPrefix("74\ncharacter special file\n") && !full.output.hasSuffix("\n0\n"),
      "what was worked out is printed: \(full.output)")
    #expect(full.error == "gamekeeper: error: `full` cannot be written: no space left on device\n")
  }

  @Test func aPipeIsWrittenInto() throws {
    try expect(
      "cat fifo > got & \(Self.story) -o fifo > out && wait && cmp got out && test -p fifo && echo same", after: "mkfifo fifo",
      prints: "same")
  }

  @Test func linksStayWhatTheyAre() throws {
    try expect(
      "\(Self.story) -o link > out && cmp old out && readlink link", after: "echo old > old && ln -s old link", prints: "old")
    try expect("\(Self.story) -o link > out && cmp new out && readlink link", after: "ln -s new link", prints: "new")
    try expect(
      "\(Self.story) -o one > out && cmp two out && stat -c %h two", after: "echo old > one && ln one two", prints: "2")
  }

  @Test func aFileKeepsItsModeAndANewOneHasThatOfTheMask() throws {
    try expect(
      "umask 027; \(Self.story) -o old -o new > out && stat -c %a old new && cmp old out",
      after: "echo a longer text than is written, no: shorter > old && chmod 604 old",
      prints: "604\n640")
  }

  @Test func nothingIsLeftBesideTheFile() throws {
    try expect("\(Self.story) -o old -o new > /dev/null && ls -A", after: "touch old", prints: "new\nold")
  }

  @Test func standardOutputByAnotherNameIsWrittenThrough() throws {
    for name in ["/dev/stdout", "link"] {
      try expect(
        "\(Self.story) > once && { echo first; \(Self.story) -o \(name); } > all && { echo first; cat once once; } | cmp - all "
          + "&& echo same",
        after: "ln -s /proc/self/fd/1 link", prints: "same")
    }
    try expect("\(Self.story) > once && \(Self.story) -o - | cmp - once && echo once", prints: "once")
  }

  // MARK: Before any work

  @Test(arguments: [
    ("$G diff q.txt intact -o q.txt", "`q.txt` would take the place of `q.txt`, which is read"),
    ("$G diff intact q.txt -o link", "`link` would take the place of `q.txt`, which is read"),
    ("$G explore --policy q.txt -o q.txt", "`q.txt` would take the place of `q.txt`, which is read"),
    ("$G attack transplant --policy q.txt -o q.txt", "`q.txt` would take the place of `q.txt`, which is read"),
    ("$G check c.yaml --junit c.yaml", "`c.yaml` would take the place of `c.yaml`, which is read"),
    ("$G check . --sarif ./folder/c.yml", "`./folder/c.yml` would take the place of `./folder/c.yml`, which is read"),
  ]) func whatIsReadIsNotOverwritten(_ command: String, _ expected: String) throws {
    let run = try shell(
      "\(command); echo $?; cat q.txt c.yaml folder/c.yml",
      after: "mkdir folder && echo 'without: [key.handle-is-fresh]' | tee q.txt c.yaml > folder/c.yml && ln -s q.txt link")
    #expect(run.output == "64\n" + String(repeating: "without: [key.handle-is-fresh]\n", count: 3))
    #expect(run.error == "gamekeeper: error: \(expected)\n", "\(run.error)")
  }

  /// What the files of a check name is known only once they are read.
  @Test func whatAnExpectationNamesIsNotOverwritten() throws {
    let run = try shell(
      "$G check e.yaml --junit strict.yaml -o e.sarif > out; echo $?; cat strict.yaml; tail -n 1 out; head -c 1 e.sarif",
      after: "echo 'without: [key.handle-is-fresh]' > strict.yaml && "
        + "echo 'expectations: [{scenario: handle-overwritten, suite: symbolic, policy: strict.yaml}]' > e.yaml")
    #expect(
      run.output
        == "74\nwithout: [key.handle-is-fresh]\nmet: 2 of 2 canaries, 1 of 1 expectations\n{")
    #expect(
      run.error
        == "gamekeeper: error: `strict.yaml` is not written: it would take the place of `strict.yaml`, which was read\n")
  }

  @Test func whatAFolderHidesIsNotReadAndSoMayBeWritten() throws {
    try expect(
      "$G check folder --junit folder/.old.yaml > out && head -c 5 folder/.old.yaml && grep -c old.yaml out",
      after: "mkdir folder && echo old > folder/.old.yaml && "
        + "echo 'expectations: [{scenario: lone-insider, suite: symbolic}]' > folder/e.yaml",
      prints: "<?xml1")
  }

  @Test func whatIsNotReadIsReplaced() throws {
    try expect(
      "$G diff intact intact --operators 2 --dishonest 1 --depth 0 -o q.txt > out && cmp q.txt out && echo same",
      after: "echo 'without: [key.handle-is-fresh]' > q.txt", prints: "same")
  }

  private static let endless = "$G play signature-idealization --trials 1e12"

  @Test(arguments: [
    ("-o no/x.json", "`no/x.json` cannot be written: there is no folder `no`"),
    ("-o folder", "`folder` cannot be written: it is a folder"),
    ("-o file/x", "`file/x` cannot be written: not a directory"),
    ("-o new/", "`new/` cannot be written: there is no folder `new`"),
    ("-o circle", "`circle` cannot be written: its symbolic links lead in a circle"),
    ("-o ''", "`` cannot be written: a path without a name"),
    ("--plot no/x.svg --set hashBits=8...9", "`no/x.svg` cannot be written: there is no folder `no`"),
  ]) func aPlaceThatCannotBeWrittenIsRefused(_ options: String, _ expected: String) throws {
    let run = try shell("\(Self.endless) \(options)", after: "mkdir folder && touch file && ln -s circle circle")
    #expect(run.status == 74 && run.output == "" && run.error == "gamekeeper: error: \(expected)\n", "\(run)")
  }

  @Test(arguments: [
    "attack transplant", "explore", "matrix", "check", "diff intact intact", "theorem", "terms", "hop ind_uf", "exact ind_cr",
    "conform", "selftest", "list", "describe kms",
  ])
  func everyVerbLooksBeforeItWorks(_ verb: String) throws {
    let run = try shell("$G \(verb) -o no/x.json")
    #expect(
      run.status == 74 && run.output == ""
        && run.error == "gamekeeper: error: `no/x.json` cannot be written: there is no folder `no`\n", "\(run)")
  }

  @Test(arguments: [
    ("-o a.json -o a.json", "`a.json` and `a.json` are one file: it takes one report"),
    ("-o a.json -o ./a.json", "`a.json` and `./a.json` are one file: it takes one report"),
    ("-o old -o link", "`old` and `link` are one file: it takes one report"),
    ("-o old --junit hard", "`old` and `hard` are one file: it takes one report"),
    ("--junit a.xml --sarif a.xml", "`a.xml` and `a.xml` are one file: it takes one report"),
    ("--junit - --sarif -", "`-` is named twice: standard output takes one report"),
    ("--junit - -o -", "`-` is named twice: standard output takes one report"),
    ("-o a.svg", "`a.svg`: this result has no format svg; the endings of its formats are .txt .json .md .xml .sarif"),
  ]) func twoReportsDoNotFitIntoOnePlace(_ options: String, _ expected: String) throws {
    let run = try shell("$G check \(options)", after: "touch old && ln -s old link && ln old hard")
    #expect(run.status == 64 && run.output == "" && run.error == "gamekeeper: error: \(expected)\n", "\(run)")
  }

  @Test func placesThatDifferAreBothWritten() throws {
    try expect(
      "$G describe kms -o a.json -o b.md -o c -o /dev/null -o /dev/null > out && cmp c out && head -c1 a.json b.md && echo",
      prints: "==> a.json <==\n{\n==> b.md <==\n#")
  }

  @Test func aReportForStandardOutputIsAllThatIsPrintedThere() throws {
    let run = try shell(
      "$G check e.yaml --junit - -o text.txt; cat text.txt",
      after:
        "printf 'expectations:\\n  - explore: {operators: 2, hosts: 0, depth: 1}\\n    expect: holds\\n    because: {seen: "
        + "[founded, key-added, updated]}\\n' > e.yaml"
    )
    #expect(run.output.hasPrefix("<?xml ") && run.output.components(separatedBy: "<?xml").count == 2)
    #expect(run.output.hasSuffix("1 of 1 expectations\n"), "\(run.output)")
  }
}
