import Foundation
import TestSupport
import Testing

@Suite struct SourceRulesTests {
  @Test func everySourceKeepsTheRules() throws {
    let files = try PackageRoot.swiftFiles(in: ["Sources", "Games", "Adversaries"])
    #expect(files.count > 100, "the sources were found")
    #expect(files.contains { $0.path.hasPrefix("Games/SignatureIdealization/") })
    #expect(files.flatMap { SourceRules.faults(path: $0.path, text: $0.text) } == [])
  }

  @Test func noTestIsLongerThanSixHundredLines() throws {
    for (path, text) in try PackageRoot.swiftFiles(in: ["Tests", "Benchmarks"]) {
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 600, "\(path)")
    }
  }

  @Test func whatIsCitedIsThere() throws {
    let cited = try PackageRoot.swiftFiles(in: ["Sources", "Games", "Adversaries"]).flatMap { file in
      SourceRules.citations(file.text).map { (file.path, $0) }
    }
    #expect(cited.contains { $0.1 == "docs/model.md" }, "citations are seen")
    for (path, document) in cited {
      #expect(
        FileManager.default.fileExists(atPath: PackageRoot.url.appendingPathComponent(document).path), "\(path) cites \(document)"
      )
    }
  }

  @Test func aCitationIsSeenWhereverItStands() {
    #expect(
      SourceRules.citations("(docs/model.md, section 1) `results/findings/slices.md`; as in nowhere.md.") == [
        "docs/model.md", "results/findings/slices.md", "nowhere.md",
      ])
    #expect(SourceRules.citations("model, section 1.4; a.mdx; md; .md; \".md.\"") == [])
  }

  // MARK: Planted faults

  struct Planted: Sendable {
    let path: String
    let text: String
    let faults: [String]
  }

  static let planted: [Planted] = [
    Planted(path: "Games/A.swift", text: "import Foundation", faults: ["Games/A.swift imports Foundation"]),
    Planted(path: "Games/A.swift", text: "public import Dispatch", faults: ["Games/A.swift imports Dispatch"]),
    Planted(path: "Games/A.swift", text: "internal import Glibc", faults: ["Games/A.swift imports Glibc"]),
    Planted(path: "Games/A.swift", text: "import struct Foundation.Data", faults: ["Games/A.swift imports Foundation"]),
    Planted(path: "Adversaries/A.swift", text: "let now = Date()", faults: ["Adversaries/A.swift mentions Date("]),
    Planted(path: "Adversaries/A.swift", text: "let a: any Clock", faults: ["Adversaries/A.swift mentions …Clock"]),
    Planted(path: "Adversaries/A.swift", text: "ContinuousClock()", faults: ["Adversaries/A.swift mentions …Clock"]),
    Planted(path: "Games/A.swift", text: "Int.random(in: 0..<2)", faults: ["Games/A.swift mentions random("]),
    Planted(
      path: "Games/A.swift", text: "SystemRandomNumberGenerator()", faults: ["Games/A.swift mentions SystemRandomNumberGenerator"]
    ),
    Planted(path: "Games/A.swift", text: "x.shuffled()", faults: ["Games/A.swift mentions .shuffled("]),
    Planted(path: "Games/A.swift", text: "FileManager.default", faults: ["Games/A.swift mentions FileManager"]),
    Planted(path: "Games/A.swift", text: "URLSession.shared", faults: ["Games/A.swift mentions URLSession"]),
    Planted(path: "Games/A.swift", text: "CoinSource(seed: 1)", faults: ["Games/A.swift mentions CoinSource"]),
    Planted(path: "Sources/Policy/A.swift", text: "import Foundation", faults: ["Sources/Policy/A.swift imports Foundation"]),
    Planted(
      path: "Sources/CommandLineTool/A.swift", text: "print(record.text)",
      faults: ["Sources/CommandLineTool/A.swift writes where a loss goes unnoticed"]),
    Planted(
      path: "Sources/CommandLineTool/A.swift", text: "FileHandle.standardError.write(data)",
      faults: ["Sources/CommandLineTool/A.swift writes where a loss goes unnoticed"]),
    Planted(
      path: "Sources/DomainManagement/HSM.swift", text: "@_spi(Cryptography) public import DomainKeys",
      faults: ["Sources/DomainManagement/HSM.swift reads domain keys"]),
    Planted(
      path: "Sources/DomainManagement/HSM.swift", text: "@_spi(Judge) import DomainKeys",
      faults: ["Sources/DomainManagement/HSM.swift reads domain keys"]),
    Planted(
      path: "Sources/DomainManagement/Suites/A.swift", text: "@_spi(Cryptography) public import DomainKeys", faults: []),
    Planted(path: "Sources/Coins/A.swift", text: "import CLibcrypto", faults: ["Sources/Coins/A.swift imports CLibcrypto"]),
    Planted(path: "Sources/Primitives/A.swift", text: "import CConfine", faults: ["Sources/Primitives/A.swift imports CConfine"]),
    Planted(
      path: "Sources/Primitives/A.swift", text: "checked(EVP_MAC_CTX_set_params(a, [OSSL_PARAM_construct_end()]))",
      faults: ["Sources/Primitives/A.swift makes an OSSL_PARAM, which points to what it is made of"]),
    Planted(
      path: "Sources/Primitives/A.swift", text: "EVP_MAC_update(a, b, 1); let c = EC_POINT_new(d)",
      faults: [
        "Sources/Primitives/A.swift ignores what EVP_MAC_update answers",
        "Sources/Primitives/A.swift ignores what EC_POINT_new answers",
      ]),
    Planted(
      path: "Sources/Arena/A.swift", text: "let hint = \"`gamekeeper list` names them, for --set\"",
      faults: [
        "Sources/Arena/A.swift spells `gamekeeper list`: a package of one's own has a program of its own",
        "Sources/Arena/A.swift spells `--set`, an option",
      ]),
    Planted(path: "Sources/Coins/A.swift", text: "let a = try! b()", faults: ["Sources/Coins/A.swift says try!"]),
    Planted(path: "Sources/Coins/A.swift", text: "fatalError()", faults: ["Sources/Coins/A.swift fails without a message"]),
    Planted(
      path: "Sources/Coins/A.swift", text: "preconditionFailure()", faults: ["Sources/Coins/A.swift fails without a message"]),
    Planted(
      path: "Sources/Coins/A.swift", text: "final class A: @unchecked Sendable {}",
      faults: ["Sources/Coins/A.swift says @unchecked Sendable without a proof"]),
    Planted(
      path: "Sources/Coins/A.swift", text: String(repeating: "\n", count: 300),
      faults: ["Sources/Coins/A.swift has more than 300 lines"]),
  ]

  @Test(arguments: planted) func aPlantedFaultIsFound(_ planted: Planted) {
    #expect(SourceRules.faults(path: planted.path, text: planted.text) == planted.faults)
  }

  // MARK: A cheating adversary

  @Test(arguments: CheatingAdversary.lines.indices) func aCheatIsCaughtWhereAnAdversaryMakesIt(_ index: Int) {
    let line = CheatingAdversary.lines[index], path = CheatingAdversary.path
    #expect(SourceRules.faults(path: path, text: line.cheat).contains("\(path) mentions \(line.word)"))
    #expect(SourceRules.faults(path: path, text: "let slashes = \"//\"; " + line.cheat).contains("\(path) mentions \(line.word)"))
    #expect(SourceRules.faults(path: path, text: line.honest) == [])
    #expect(SourceRules.faults(path: path, text: "// " + line.cheat) == [], "it speaks of the cheat")
    #expect(SourceRules.faults(path: "Sources/Referee/Cheat.swift", text: line.cheat) == [], "the referee may")
  }

  @Test func everyRuleOfCooperationHasItsCheat() {
    #expect(Set(CheatingAdversary.lines.map(\.word)) == Set(SourceRules.notCooperative + ["CoinSource"]))
  }

  @Test func aFileOfCheatsIsAccusedOfEachAndItsHonestTwinOfNone() {
    let path = CheatingAdversary.path
    let faults = SourceRules.faults(path: path, text: CheatingAdversary.lines.map(\.cheat).joined(separator: "\n"))
    #expect(Set(faults) == Set(CheatingAdversary.lines.map { "\(path) mentions \($0.word)" }))
    #expect(SourceRules.faults(path: path, text: CheatingAdversary.lines.map(\.honest).joined(separator: "\n")) == [])
  }

  /// The same, except for the one thing that makes it a fault.
  @Test(arguments: [
    ("Sources/Referee/A.swift", "import Foundation\nlet a = ContinuousClock().now\nCoinSource(seed: 1)"),
    ("Games/A.swift", "import FoundationX"),
    ("Games/A.swift", "// import Foundation; Date(); Int.random(in: 0..<2)"),
    ("Games/A.swift", "update(x); pseudorandom(y)"),
    ("Games/A.swift", "Coins.beforeTheFirstTrial"),
    ("Sources/Primitives/A.swift", "import CLibcrypto"),
    ("Sources/ChildProcesses/A.swift", "import CConfine"),
    ("Sources/Primitives/TextParameter.swift", "body([OSSL_PARAM_construct_end()])"),
    (
      "Sources/Primitives/A.swift",
      "checked(EVP_MAC_update(a, b, 1)); EVP_MAC_free(d); return accepted(EVP_DigestVerify(e, f, 1, g, 1))"
    ),
    ("Sources/Coins/A.swift", "fingerprint(x)"),
    ("Sources/Reports/A.swift", "let hint = \"`\\(Program.name) list` names them, for --set\""),
    ("Sources/Arena/A.swift", "let hint = CommandWords.line(\"list\") // gamekeeper list --all"),
    ("Sources/Coins/A.swift", "try f(); fatalError(\"why\")"),
    ("Sources/Coins/A.swift", "/// `@unchecked Sendable`: nobody changes it.\nfinal class A: @unchecked Sendable {}"),
    ("Sources/Coins/A.swift", String(repeating: "\n", count: 299)),
  ]) func whatIsAllowedIsNotAccused(_ path: String, _ text: String) {
    #expect(SourceRules.faults(path: path, text: text) == [])
  }
}
