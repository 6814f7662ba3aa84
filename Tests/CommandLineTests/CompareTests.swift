import Foundation
import TestSupport
import Testing

/// What a build is told by records that were kept.
@Suite struct CompareTests {
  private func shell(_ script: String) throws -> Gamekeeper.Run { try inScratchFolder { try Gamekeeper.shell(script, in: $0) } }

  @Test func whatChangesNothingIsNotNoticedAndARuleThatIsLeftOutIs() throws {
    let run = try shell(
      """
      p='play key-secrecy -a tree-search --trials 60 --chances off'
      $G $p -o a.json > /dev/null 2>&1; $G $p --threads 1 -o b.json > /dev/null 2>&1; $G compare a.json b.json > same.txt; echo $?
      tail -n 1 same.txt; $G $p --twin token.wrap-bound-to-trust -o c.json > /dev/null
      sed -i '/^  "twin" :/d' c.json; $G compare a.json c.json -o worse.md | tail -n 1; echo ${PIPESTATUS[0]}
      grep -c '^- worse' worse.md
      """)
    #expect(run.output.hasPrefix("0\nmet: no row is worse (1 same)\nnot met: 1 of 1 rows is worse: key-secrecy"), "\(run)")
    #expect(run.output.hasSuffix("(1 worse)\n1\n1\n"), "\(run)")
  }

  /// Within its bound: more tries are more advantage, and the bound is that of the first.
  @Test func anAdversaryThatBecomesTwiceAsGoodIsNoticed() throws {
    let run = try shell(
      """
      p='play signature-idealization -a guess --trials 40000 --set signatureBits=8 --chances off'
      $G $p --set tries=4 -o a.json > /dev/null; $G $p --set tries=8 -o b.json > /dev/null
      sed -i 's/"tries" : 8/"tries" : 4/' b.json
      $G compare a.json b.json > ab.txt; echo $?; tail -n 1 ab.txt; $G compare b.json a.json > ba.txt; echo $?; tail -n 1 ba.txt
      grep -c "replay: gamekeeper replay 'gk1:" ab.txt
      """)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(
      lines.count == 5 && lines[0] == "1" && lines[1].contains("the advantage is larger") && lines[1].contains("1 worse"),
      "\(run)")
    #expect(lines.count == 5 && lines[2] == "0" && lines[3] == "met: no row is worse (1 better)" && lines[4] == "1", "\(run)")
  }

  @Test func aBaselineIsKeptAndHeldTo() throws {
    let run = try shell(
      """
      p='play signature-idealization -a guess --trials 20000 --chances off --set signatureBits=8'
      $G $p -o run.json > /dev/null; $G baseline update base.json run.json; $G $p --baseline base.json > /dev/null; echo $?
      $G $p --set tries=8 -o more.json > /dev/null; sed -i 's/"tries" : 8/"tries" : 4/' more.json
      $G baseline update base.json more.json | tail -n 1; $G $p --baseline base.json > /dev/null 2> err; echo $?; tail -n 1 err
      $G $p --baseline nosuch.json; echo $?
      """)
    #expect(run.output.hasPrefix("a new baseline of 1 rows\n0\nnot met: 1 of 1 rows is worse"), "\(run)")
    #expect(run.output.hasSuffix("\n0\nmet: no row is worse (1 better)\n65\n"), "\(run)")
  }

  /// A sweep is compared point by point, by the bad event where that is what it shows; `--baseline` holds one to another.
  @Test func sweepsAreComparedPointByPoint() throws {
    let run = try shell(
      """
      p='play signature-idealization -a guess --trials 20000 --set signatureBits=6...8 --chances off'
      $G $p -o a.json > /dev/null; $G $p --threads 1 -o b.json > /dev/null; $G compare a.json b.json | tail -n 1
      $G $p --set tries=8 -o c.json > /dev/null; sed -i 's/"tries" : 8/"tries" : 4/' c.json
      $G compare a.json c.json > ac.txt; echo $?; grep -c '^worse: .*the probability of the bad event is larger' ac.txt
      $G $p --baseline a.json > /dev/null; echo $?
      sed -i 's/"tries" : 4/"tries" : 3/' c.json; $G $p --baseline c.json > /dev/null 2> err; echo $?; grep -c '^gone: ' err
      """)
    #expect(run.output == "met: no row is worse (3 same)\n1\n3\n0\n1\n3\n", "\(run)")
  }

  @Test func whatIsNoRecordIsNamed() throws {
    let run = try shell(
      "echo '{}' > a.json; $G compare a.json a.json; echo $?; echo '{\"cases\": [], \"format\": 9}' > b.json; "
        + "$G compare b.json b.json"
    )
    #expect(run.output == "65\n" && run.status == 65, "\(run)")
    #expect(
      run.error.contains("`a.json`: it is no record of `play`") && run.error.contains("`b.json`: it is a record of format 9"))
  }

  @Test func recordsSayWhoMadeThem() throws {
    let record = try Gamekeeper.run("play", "signature-idealization", "--trials", "10", "--format", "json").json()
    #expect(record["made"]?["version"]?.text?.contains(".") == true && record["made"]?["commit"]?.text != nil)
    #expect(record["made"]?["host"]?.text?.contains("cores") == true)
  }
}
