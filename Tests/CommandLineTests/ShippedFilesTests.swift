import Foundation
import ShippedFiles
import TestSupport
import Testing

/// Scenarios and expectations travel inside the program: a copy has them wherever it runs, and whatever lies there.
@Suite struct ShippedFilesTests {
  private static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  /// Runs `script` beside a copy of the program, in a folder that has a `Games` and an `Adversaries/Scenarios` of somebody
  /// else's.
  static func shell(_ script: String) throws -> Gamekeeper.Run {
    try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        cp $G gamekeeper; mkdir -p Games/Chess/expectations Adversaries/Scenarios
        echo 'no: scenario' | tee transplant transplant.yaml Adversaries/Scenarios/{transplant,zugzwang}.yaml \\
          >Games/Chess/expectations/e.yaml
        \(script)
        """, in: folder)
    }
  }

  /// What `new adversary` copies for other languages.
  private static func isClient(_ path: String) -> Bool {
    path.hasPrefix("Adversaries/External/") && ["/gamekeeper.", "/package."].contains(where: path.contains)
  }

  @Test func everyTextOfTheTreeIsInsideAsItStands() throws {
    var texts: [String: String] = [:]
    for folder in ["Adversaries", "Games", "docs/lessons"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: Self.root.appending(path: folder).path)
      where [".yaml", ".md", ".txt"].contains(where: path.hasSuffix) || folder == "Games" && path.hasSuffix(".swift")
        || Self.isClient("\(folder)/\(path)")
      {
        texts["\(folder)/\(path)"] = try String(contentsOf: Self.root.appending(path: "\(folder)/\(path)"), encoding: .utf8)
      }
    }
    for folder in ["Sources/Pages/Assets", "results/findings"] {
      for name in try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: folder).path) {
        texts["\(folder)/\(name)"] = try String(contentsOf: Self.root.appending(path: "\(folder)/\(name)"), encoding: .utf8)
      }
    }
    for record in ["results/figures/theorem.json", "results/tables/matrix.json"] {
      texts[record] = try String(contentsOf: Self.root.appending(path: record), encoding: .utf8)
    }
    #expect(ShippedFiles.texts == texts)
    for path in ["Adversaries/Scenarios/transplant.yaml", "Games/PolicyIdealization/expectations/scenarios.yaml"] {
      #expect(texts[path] != nil, "\(path)")
    }
  }

  @Test func theManifestNamesNoFolderOfExpectations() throws {
    let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
    #expect(manifest.contains("Games") && !manifest.contains("expectations"))
  }

  @Test(arguments: ["list scenarios", "list", "attack transplant", "describe transplant", "--generate-completion-script bash"])
  func aCopyElsewhereAnswersAsTheProgramDoes(_ verb: String) throws {
    let copied = try Self.shell("./gamekeeper \(verb)")
    let here = try Gamekeeper.run(verb.split(separator: " ").map(String.init))
    #expect(copied.status == here.status && copied.output == here.output && copied.error == here.error)
    #expect(!copied.output.contains("zugzwang"))
  }

  @Test func aNameIsAShippedScenarioAndAPathIsAFile() throws {
    let name = try Self.shell("./gamekeeper attack transplant")
    #expect(name.status == 0)
    let path = try Self.shell("./gamekeeper attack ./transplant.yaml")
    #expect(path.status == 65 && path.error.hasPrefix("gamekeeper: error: `./transplant.yaml`"), "\(path)")
    let unknown = try Self.shell("./gamekeeper attack zugzwang")
    #expect(unknown.status == 64 && unknown.error.contains("unknown scenario `zugzwang`"), "\(unknown)")
  }

  @Test func aCaseOfOnesOwnNamesAShippedScenario() throws {
    let run = try Self.shell(
      "rm transplant*; printf 'expectations:\\n  - scenario: transplant\\n' >case.yaml; ./gamekeeper check case.yaml")
    #expect(run.status == 0 && run.output.hasSuffix("1 of 1 expectations\n"), "\(run)")
  }

  @Test func aFolderOfOnesOwnIsNotTakenForTheShippedOne() throws {
    let run = try Self.shell("./gamekeeper check Games")
    #expect(run.status == 65 && run.output.contains("`Games/Chess/expectations/e.yaml`"), "\(run)")
  }
}
