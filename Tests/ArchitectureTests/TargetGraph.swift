import Foundation
import TestSupport

/// Who may import whom, as written down; and the package's own manifest, to compare.
enum TargetGraph {
  /// The walls. A target that is added is added here too, above everything that it may not see.
  static let written: [String: Set<String>] = [
    "CBuild": [],
    "CConfine": [],
    "CLibcrypto": [],
    "ShippedFiles": [],
    "Teaching": ["Records", "ShippedFiles"],
    "Words": [],
    "ChildProcesses": ["CConfine", "Words"],
    "Coins": [],
    "Quorums": [],
    "Statistics": [],
    "Records": ["Quorums", "Statistics", "Words"],
    "Primitives": ["CLibcrypto", "Coins"],
    "Wire": ["Primitives"],
    "DomainKeys": ["Wire"],
    "DomainManagement": ["Coins", "DomainKeys", "Primitives", "Quorums", "Wire"],
    "Formulas": [],
    "Policy": ["DomainManagement", "Formulas", "Primitives", "Words"],
    "Explorer": [],
    "Scenarios": [
      "Coins", "DomainKeys", "DomainManagement", "Formulas", "Policy", "Primitives", "Records", "Words", "Yams",
    ],
    "PolicySearch": ["DomainManagement", "Explorer", "Policy", "Primitives", "Records", "Scenarios", "Words"],
    "Proving": [
      "ChildProcesses", "DomainKeys", "DomainManagement", "Explorer", "Formulas", "Policy", "PolicySearch", "Primitives",
      "Quorums", "Records", "Scenarios", "Words",
    ],
    "Expectations": [
      "DomainManagement", "Policy", "PolicySearch", "Primitives", "Proving", "Records", "Reports", "Scenarios", "Words",
    ],
    "GameKit": ["Coins", "Records"],
    "Games": ["Coins", "DomainKeys", "DomainManagement", "GameKit", "Policy", "Primitives", "Records"],
    "SignatureAdversaries": ["Coins", "GameKit", "Games", "Primitives"],
    "HashAdversaries": ["Coins", "GameKit", "Games", "Primitives"],
    "PolicyAdversaries": ["Coins", "GameKit", "Games", "Primitives"],
    "EncryptionAdversaries": ["Coins", "GameKit", "Games", "Primitives"],
    "HierarchyAdversaries": ["Coins", "GameKit", "Games", "Primitives"],
    "KeySecrecyAdversaries": ["Coins", "EncryptionAdversaries", "GameKit", "Games", "Primitives"],
    "ServiceAdversaries": ["Coins", "GameKit", "Games", "KeySecrecyAdversaries", "Primitives"],
    "Adversaries": [
      "EncryptionAdversaries", "HashAdversaries", "HierarchyAdversaries", "KeySecrecyAdversaries", "PolicyAdversaries",
      "ServiceAdversaries", "SignatureAdversaries",
    ],
    "Referee": ["Coins", "GameKit", "Records", "Statistics"],
    "Reports": ["Records", "Words"],
    "Pages": ["Records", "Reports", "ShippedFiles", "Teaching", "Words"],
    "Enumeration": ["BigInt", "Coins", "Referee", "Words"],
    "Arena": ["Coins", "GameKit", "Primitives", "Records", "Referee", "Words"],
    "Families": ["Arena", "GameKit", "Games", "Primitives", "Records", "Referee", "Statistics", "Words"],
    "SignatureFamily": ["Arena", "Families", "GameKit", "Games", "Primitives", "Records", "Referee", "SignatureAdversaries"],
    "HashFamily": ["Arena", "Families", "GameKit", "Games", "HashAdversaries", "Primitives", "Records", "Referee"],
    "HierarchyFamily": [
      "Arena", "Families", "GameKit", "Games", "HierarchyAdversaries", "Primitives", "Records", "Referee", "Statistics",
    ],
    "PolicyFamily": [
      "Arena", "DomainManagement", "Families", "GameKit", "Games", "Policy", "PolicyAdversaries", "Primitives", "Records",
      "Referee",
    ],
    "EncryptionFamily": ["Arena", "EncryptionAdversaries", "Families", "GameKit", "Games", "Primitives", "Records", "Referee"],
    "KeySecrecyFamily": [
      "Arena", "DomainManagement", "EncryptionAdversaries", "Families", "GameKit", "Games", "KeySecrecyAdversaries", "Policy",
      "Primitives", "Records", "Referee", "Statistics",
    ],
    "ServiceFamily": [
      "Arena", "Families", "GameKit", "Games", "Primitives", "Records", "Referee", "ServiceAdversaries", "Statistics",
    ],
    "EndToEndFamily": [
      "Arena", "Families", "GameKit", "Games", "KeySecrecyAdversaries", "KeySecrecyFamily", "Primitives", "Records", "Referee",
      "ServiceAdversaries", "ServiceFamily", "Statistics",
    ],
    "Catalog": [
      "Arena", "EncryptionFamily", "EndToEndFamily", "Families", "HashFamily", "HierarchyFamily", "KeySecrecyFamily",
      "PolicyFamily", "Primitives", "ServiceFamily", "SignatureFamily", "Words",
    ],
    "Conformance": ["Adversaries", "Arena", "Catalog", "Coins", "GameKit", "Games", "Primitives", "Records", "Referee"],
    "Grading": ["Arena", "Coins", "Expectations", "Primitives", "Records", "Referee", "Reports", "Scenarios", "Words"],
    "KnownChances": [
      "BigInt", "Coins", "Enumeration", "GameKit", "Games", "HashAdversaries", "Primitives", "Records", "Referee", "Statistics",
    ],
    "Ledger": ["Campaigns", "GRDB", "Records"],
    "Campaigns": ["Arena", "Coins", "Primitives", "Records", "Referee", "Scenarios", "Words"],
    "GameTesting": ["Coins", "Enumeration", "GameKit", "Records", "Referee", "Statistics"],
    "GamekeeperKit": [
      "Adversaries", "Arena", "Catalog", "Coins", "CommandLineTool", "DomainManagement", "Enumeration", "GameKit", "Games",
      "Policy",
      "Primitives", "Records", "Referee", "Reports", "Scenarios",
    ],
    "gamekeeper": ["GamekeeperKit"],
    "CFibers": [],
    "Forms": [],
    "AdversaryBridge": [
      "Arena", "CFibers", "ChildProcesses", "Coins", "Forms", "GameKit", "Games", "Primitives", "Records", "Referee", "Words",
    ],
    "Playground": [
      "AdversaryBridge", "Arena", "Catalog", "ChildProcesses", "Coins", "DomainManagement", "Families", "FlyingFox",
      "FlyingSocks", "Grading", "Pages", "Policy", "PolicySearch", "Primitives", "Records", "Referee", "Reports", "Scenarios",
      "ShippedFiles", "Statistics", "Teaching", "Words",
    ],
    "CommandLineTool": [
      "AdversaryBridge", "ArgumentParser", "Arena", "CBuild", "Campaigns", "Catalog", "ChildProcesses", "Coins",
      "Conformance",
      "DomainManagement", "Enumeration",
      "Expectations", "Families", "Forms", "GameKit", "Grading", "KeySecrecyFamily", "KnownChances", "Ledger", "Pages",
      "Playground", "Policy", "PolicySearch", "Primitives", "Proving",
      "Records",
      "Referee",
      "Reports",
      "Scenarios", "ShippedFiles", "Statistics", "Teaching", "Words",
    ],
  ]

  /// The manifest's answer, from `swift package dump-package`: the targets that are neither tests, nor plugins, nor
  /// the tools of either, nor benchmarks.
  static func manifest() throws -> [String: Set<String>] {
    // A scratch folder of its own: the package's is locked while its tests run.
    let text = try inScratchFolder { scratch in
      try ChildProcess([
        "swift", "package", "--package-path", PackageRoot.url.path, "--scratch-path", scratch.path, "--disable-sandbox",
        "dump-package",
      ]).output
    }
    let manifest = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
    return Dictionary(
      uniqueKeysWithValues: manifest.targets
        .filter { target in
          !["plugin", "test"].contains(target.type)
            && !["Benchmarks/", "Plugins/", "Tests/"].contains { (target.path ?? "").hasPrefix($0) }
        }
        .map { ($0.name, Set($0.dependencies.map(\.name))) })
  }

  /// What in `actual` is not as `written`, in words; a target that has not been built yet is no fault.
  static func faults(_ actual: [String: Set<String>], written: [String: Set<String>] = written) -> [String] {
    actual.sorted { $0.key < $1.key }.flatMap { name, dependencies -> [String] in
      guard let allowed = written[name] else { return ["\(name) is not in the written graph"] }
      return dependencies.subtracting(allowed).sorted().map { "\(name) may not import \($0)" }
        + allowed.subtracting(dependencies).sorted().map { "\(name) no longer imports \($0): write it down" }
    }
  }

  private struct Manifest: Decodable {
    let targets: [Target]
  }

  private struct Target: Decodable {
    let name: String
    let type: String
    let path: String?
    let dependencies: [Dependency]
  }

  /// `{"byName": ["Coins", null]}` or `{"product": ["ArgumentParser", "swift-argument-parser", null, null]}`.
  private struct Dependency: Decodable {
    let name: String

    init(from decoder: any Decoder) throws {
      let cases = try decoder.singleValueContainer().decode([String: [Part]].self)
      guard let name = cases.values.first?.first?.text else {
        throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "a dependency without a name"))
      }
      self.name = name
    }
  }

  private struct Part: Decodable {
    let text: String?
    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }
}
