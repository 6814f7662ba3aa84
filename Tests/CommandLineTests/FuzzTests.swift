import TestSupport
import Testing

/// `make fuzz` in small: the corpus, and a few of its neighbours.
@Suite struct FuzzTests {
  private func fuzz(_ arguments: String...) throws -> (status: Int32, output: String) {
    try inScratchFolder { folder in
      let program = Gamekeeper.executable.deletingLastPathComponent().appending(path: "fuzz").path
      let run = try ChildProcess([program] + arguments + ["--save", folder.appending(path: "found").path], in: PackageRoot.url)
      return (run.status, run.output)
    }
  }

  @Test(arguments: [("scenario", 100), ("policy", 60), ("expectations", 40), ("token", 40), ("set", 12), ("scope", 8)])
  func theCorpusAndItsNeighboursAreAnswered(_ kind: String, _ inputs: Int) throws {
    let (status, output) = try fuzz("--kind", kind, "--inputs", "\(inputs)")
    #expect(status == 0 && output.hasSuffix("inputs: \(kind) \(inputs); faults: 0\n"), "\(output)")
  }

  /// The first four inputs trap, hang, end with 70, and do nothing.
  @Test func everyKindOfFaultIsFound() throws {
    let (status, output) = try fuzz("--kind", "planted", "--inputs", "4", "--patience", "1")
    #expect(status == 1)
    for fault in ["planted 0 of seed 1: signal(", "planted 1 of seed 1: hang", "planted 2 of seed 1: exit(70)", "faults: 3"] {
      #expect(output.contains(fault), "\(output)")
    }
  }
}
