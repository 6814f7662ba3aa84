import Foundation
import TestSupport
import Testing

/// `diff` as people run it.
@Suite struct DiffVerbTests {
  @Test func aDifferenceIsLookedForInTheScopeThatIsAskedFor() throws {
    let tiny = ["diff", "intact", "without:host.root-installed-once", "--operators", "2", "--depth", "1"]
    let none = try Gamekeeper.run(tiny + ["--hosts", "0"])
    #expect(
      none.status == 0 && none.output.contains("0 hosts and 1 rogue") && none.output.contains("no difference in this scope"),
      "\(none.output)")
    let one = try Gamekeeper.run(tiny + ["--hosts", "1"])
    #expect(one.status == 1 && one.output.contains("B is more permissive than A"))
    expectError(try Gamekeeper.run("diff", "intact", "intact", "--operators", "0"), 64, "the scope is empty")
    expectError(try Gamekeeper.run("diff", "intact", "intact", "--operators", "30"), 64, "the scope is too large")
  }

  @Test func anInterruptedDifferenceSaysSo() throws {
    let run = try Gamekeeper.run(
      "diff", "intact", "without:successor.extends-parent", "--operators", "4", "--hsms", "3", "--hosts", "2", "--depth", "3",
      interruptingAfter: 2)
    #expect(run.status == 130 && run.error == "", "progress is for terminals")
    #expect(run.output.contains("interrupted after ") && run.output.contains("so far: "))
  }

  @Test func aDifferenceHasWitnessesAndADirection() throws {
    let same = try Gamekeeper.run("diff", "intact", "intact")
    #expect(same.status == 0 && same.output.contains("no difference in this scope"))
    let json = ["diff", "intact", "intact", "--operators", "2", "--hosts", "0", "--depth", "1"]
    #expect(
      try Gamekeeper.run(json + ["--format", "json"]).output == Gamekeeper.run(json + ["--json"]).output, "its former name")
    let weaker = try Gamekeeper.run("diff", "intact", "without:successor.extends-parent")
    #expect(weaker.status == 1 && weaker.output.hasSuffix("B is more permissive than A\n"))
    #expect(weaker.output.contains(", which extends another trust,"), "the witness shows what differs: \(weaker.output)")
  }
}
