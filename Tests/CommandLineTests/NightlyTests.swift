import Foundation
import TestSupport
import Testing

/// The jobs of `make nightly`, with a program that does nothing but end.
@Suite struct NightlyTests {
  private static let script = DocumentTests.root.appending(path: "Tests/Nightly/run")

  /// Runs the named jobs where the program says "said" and ends with `status`.
  private func run(_ jobs: String, program status: Int) throws -> Gamekeeper.Run {
    try inScratchFolder {
      try Gamekeeper.shell(
        """
        mkdir -p Tests/Nightly .build/release results; cp '\(Self.script.path)' Tests/Nightly
        printf '#!/bin/sh\\necho said | tee -a called; exit \(status)\\n' > .build/release/gamekeeper
        chmod +x .build/release/gamekeeper; Tests/Nightly/run \(jobs) > /dev/null 2> err; echo $?; cat called err results/*
        """, in: $0)
    }
  }

  @Test(arguments: [0, 1, 2]) func oneJobThatFailsFailsTheNight(_ status: Int) throws {
    let run = try run("campaigns matrix-kms", program: status)
    #expect(run.output.hasPrefix("\(min(status, 1))\nsaid\nsaid\n"), "\(run)")
    for job in ["campaigns", "matrix-kms"] {
      #expect(run.output.contains(try Regex("\\| \(job) \\| \(status) \\| [0-9]+ \\| said \\|")), "\(run)")
    }
  }

  @Test func aJobThatThereIsNotIsAMistake() throws {
    let run = try run("campaigns nosuch", program: 0)
    #expect(run.output.hasPrefix("64\nthere is no job nosuch; there are: long-tests ") && !run.output.contains("said"), "\(run)")
    for job in ["thread-sanitizer", "fuzz", "kills", "orphans", "campaigns", "examples-apart", "matrix-games-kms"] {
      #expect(run.output.contains(" \(job) ") || run.output.contains(" \(job)\n"), "\(job)")
    }
  }
}
