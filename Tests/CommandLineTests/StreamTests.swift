import Foundation
import TestSupport
import Testing

/// What cannot be printed is not lost in silence, and what cannot be said changes no status.
@Suite struct StreamTests {
  private func shell(_ script: String) throws -> Gamekeeper.Run {
    try inScratchFolder { try Gamekeeper.shell(script, in: $0) }
  }

  private static let verbs = [
    "list", "describe kms", "describe quorum", "--help", "help", "play --help", "--version", "--generate-completion-script bash",
    "attack - < plain.yaml",
    "play signature-idealization --trials 10", "hop ind_uf --trials 10 -f json", "exact ind_cr --set hashBits=1 --set q_work=1",
    "hop ind_uf --set signatureBits=5,6 --trials 10",
    "explore --operators 2 --hosts 0 --depth 1 --suite symbolic", "diff intact intact --operators 2 --hosts 0 --depth 1",
    "check e.yaml",
  ]
  private static let inputs = """
    printf 'scenario: s\\ntitle: t\\nn: 1\\noperators: {a: honest}\\nhsms: {h: genuine}\\ntrusts:\\n  T: {operators: [a], hsms: \
    [h], hosts: [], quorum: 1}\\nsteps:\\n  - found: {hsm: h, trust: T, signed-by: [a], as: t}\\nend: holds\\n' > plain.yaml; \
    printf 'expectations:\\n  - scenario: ./plain.yaml\\n' > e.yaml;
    """

  @Test(arguments: verbs) func aLossOfStandardOutputIsSaid(_ verb: String) throws {
    for (redirection, reason) in [("> /dev/full", "no space left on device"), (">&-", "it is closed")] {
      let run = try shell("\(Self.inputs) $G \(verb) \(redirection)")
      #expect(run.status == 74 && run.error == "gamekeeper: error: standard output cannot be written: \(reason)\n", "\(run)")
    }
    let run = try shell("\(Self.inputs) $G \(verb) > out; test -s out")
    #expect(run.status == 0 && run.error == "", "\(run)")
  }

  @Test(arguments: ["2>&-", "2>/dev/full", "<&- 2>&-"]) func aLossOfStandardErrorChangesNoStatus(_ redirection: String) throws {
    #expect(try shell("$G describe nosuch \(redirection)").status == 64)
    #expect(try shell("$G attack nosuch.yaml \(redirection)").status == 65)
    #expect(try shell("$G play hash-binding-as-published --trials 10 --expect withinBound \(redirection)").status == 2)
    #expect(try shell("$G describe kms \(redirection)").status == 0)
  }

  @Test func aClosedStreamIsNotTakenByAFile() throws {
    let run = try shell(
      "$G describe kms -o x.json >&- 2>&-; echo $?; head -c1 x.json; $G describe kms -o y.json | cmp - y.txt; cmp x.json y.json")
    #expect(run.output == "74\n{")
  }

  @Test func aReaderThatLeavesIsNoError() throws {
    let run = try shell(
      "$G list adversaries --all -f json | true; echo ${PIPESTATUS[0]}; trap '' PIPE; $G list adversaries --all -f json | true; "
        + "echo ${PIPESTATUS[0]}"
    )
    #expect(["141\n0\n", "0\n0\n"].contains(run.output) && run.error == "", "\(run)")
  }
}
