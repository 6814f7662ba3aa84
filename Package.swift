// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, and no warning survives. That generic code is specialised across the module walls is asked for by
/// the Makefile: a manifest with such a flag could not be depended on.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A family of the proof is two targets, its adversaries and its rows of the catalogue: where generic code is specialised across
/// the module walls, an edit in one compiles no other one again.
func adversaries(_ family: String, path: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: "\(family)Adversaries", dependencies: ["Coins", "GameKit", "Games", "Primitives"] + dependencies,
    path: "Adversaries/\(path)", swiftSettings: strict)
}

/// The rows of a family, a file each list.
func rows(_ family: String, path: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: "\(family)Family",
    dependencies: ["Arena", "Families", "GameKit", "Games", "Primitives", "Records", "Referee"] + dependencies,
    path: "Sources/Catalog/\(path)", swiftSettings: strict)
}

/// The commit to name in `--version`. The manifest is not read again for a new commit, so only the environment, which `make`
/// sets, can be trusted.
let commit = (Context.environment["GAMEKEEPER_COMMIT"] ?? "").filter { $0.isLetter || $0.isNumber || $0 == "-" }

/// What another package can build on: any of these by itself, or `GamekeeperKit`, which is all of them and the command line.
/// `GameTesting` is for its tests.
let libraries = [
  "Adversaries", "Arena", "Coins", "DomainManagement", "Enumeration", "GameKit", "GamekeeperKit", "Games", "GameTesting",
  "Policy",
  "Primitives", "Records", "Referee", "Reports", "Scenarios",
]

let package = Package(
  name: "gamekeeper",
  products: [.executable(name: "gamekeeper", targets: ["gamekeeper"])]
    + libraries.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    // For `make docs` alone: no target depends on it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // A target imports only what stands above it; Tests/ArchitectureTests holds the graph to this list.
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed-texts"]),
    .executableTarget(name: "embed-texts", path: "Plugins/embed-texts", swiftSettings: strict),
    .target(name: "ShippedFiles", swiftSettings: strict, plugins: ["EmbedTexts"]),
    .target(name: "Words", swiftSettings: strict),
    .target(name: "CBuild", cSettings: [.define("GAMEKEEPER_COMMIT", to: "\"\(commit.isEmpty ? "unknown" : commit)\"")]),
    .target(name: "CConfine"),
    .target(name: "ChildProcesses", dependencies: ["CConfine", "Words"], swiftSettings: strict),
    .target(name: "Coins", swiftSettings: strict),
    .target(name: "Quorums", swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),
    .target(name: "Records", dependencies: ["Quorums", "Statistics", "Words"], swiftSettings: strict),
    .target(name: "Teaching", dependencies: ["Records", "ShippedFiles"], swiftSettings: strict),
    .target(name: "Primitives", dependencies: ["CLibcrypto", "Coins"], swiftSettings: strict),
    .target(name: "Wire", dependencies: ["Primitives"], swiftSettings: strict),
    .target(name: "DomainKeys", dependencies: ["Wire"], swiftSettings: strict),
    .target(
      name: "DomainManagement", dependencies: ["Coins", "DomainKeys", "Primitives", "Quorums", "Wire"], swiftSettings: strict),
    .target(name: "Formulas", swiftSettings: strict),
    .target(name: "Policy", dependencies: ["DomainManagement", "Formulas", "Primitives", "Words"], swiftSettings: strict),
    .target(name: "Explorer", swiftSettings: strict),
    .target(
      name: "Scenarios",
      dependencies: [
        "Coins", "DomainKeys", "DomainManagement", "Formulas", "Policy", "Primitives", "Records", "Words",
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "PolicySearch",
      dependencies: ["DomainManagement", "Explorer", "Policy", "Primitives", "Records", "Scenarios", "Words"],
      swiftSettings: strict),
    .target(
      name: "Proving",
      dependencies: [
        "ChildProcesses", "DomainKeys", "DomainManagement", "Explorer", "Formulas", "Policy", "PolicySearch", "Primitives",
        "Quorums",
        "Records", "Scenarios", "Words",
      ], swiftSettings: strict),
    .target(
      name: "Expectations",
      dependencies: [
        "DomainManagement", "Policy", "PolicySearch", "Primitives", "Proving", "Records", "Reports", "Scenarios", "Words",
      ], swiftSettings: strict),
    .target(name: "GameKit", dependencies: ["Coins", "Records"], swiftSettings: strict),
    .target(
      name: "Games", dependencies: ["Coins", "DomainKeys", "DomainManagement", "GameKit", "Policy", "Primitives", "Records"],
      path: "Games", swiftSettings: strict, plugins: ["EmbedTexts"]),
    adversaries("Signature", path: "Signatures"), adversaries("Hash", path: "Hashing"), adversaries("Policy", path: "Policies"),
    adversaries("Encryption", path: "Encryption"), adversaries("Hierarchy", path: "KeyHierarchy"),
    adversaries("KeySecrecy", path: "KeySecrecy", ["EncryptionAdversaries"]),
    adversaries("Service", path: "EncryptionService", ["KeySecrecyAdversaries"]),
    .target(
      name: "Adversaries",
      dependencies: [
        "EncryptionAdversaries", "HashAdversaries", "HierarchyAdversaries", "KeySecrecyAdversaries", "PolicyAdversaries",
        "ServiceAdversaries", "SignatureAdversaries",
      ], swiftSettings: strict),
    .target(name: "Referee", dependencies: ["Coins", "GameKit", "Records", "Statistics"], swiftSettings: strict),
    .target(
      name: "Enumeration", dependencies: [.product(name: "BigInt", package: "BigInt"), "Coins", "Referee", "Words"],
      swiftSettings: strict),
    .target(
      name: "GameTesting", dependencies: ["Coins", "Enumeration", "GameKit", "Records", "Referee", "Statistics"],
      swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Records", "Words"], swiftSettings: strict),
    .target(
      name: "Pages", dependencies: ["Records", "Reports", "ShippedFiles", "Teaching", "Words"], swiftSettings: strict,
      plugins: ["EmbedTexts"]),
    .target(
      name: "Arena", dependencies: ["Coins", "GameKit", "Primitives", "Records", "Referee", "Words"], swiftSettings: strict),
    .target(
      name: "Families", dependencies: ["Arena", "GameKit", "Games", "Primitives", "Records", "Referee", "Statistics", "Words"],
      path: "Sources/Catalog/Families", swiftSettings: strict),
    rows("Signature", path: "Signatures", ["SignatureAdversaries"]), rows("Hash", path: "Hashes", ["HashAdversaries"]),
    rows("Policy", path: "Policies", ["DomainManagement", "Policy", "PolicyAdversaries"]),
    rows("Encryption", path: "Encryption", ["EncryptionAdversaries"]),
    rows("Hierarchy", path: "KeyHierarchy", ["HierarchyAdversaries", "Statistics"]),
    rows(
      "KeySecrecy", path: "KeySecrecy",
      ["DomainManagement", "EncryptionAdversaries", "KeySecrecyAdversaries", "Policy", "Statistics"]),
    rows("Service", path: "Services", ["ServiceAdversaries", "Statistics"]),
    rows(
      "EndToEnd", path: "EndToEnd",
      ["KeySecrecyAdversaries", "KeySecrecyFamily", "ServiceAdversaries", "ServiceFamily", "Statistics"]),
    .target(
      name: "Catalog",
      dependencies: [
        "Arena", "EncryptionFamily", "EndToEndFamily", "Families", "HashFamily", "HierarchyFamily", "KeySecrecyFamily",
        "PolicyFamily", "Primitives", "ServiceFamily", "SignatureFamily", "Words",
      ],
      path: "Sources/Catalog/Lists", swiftSettings: strict),
    .target(
      name: "Conformance",
      dependencies: ["Adversaries", "Arena", "Catalog", "Coins", "GameKit", "Games", "Primitives", "Records", "Referee"],
      swiftSettings: strict),
    .target(name: "CFibers"),
    .target(name: "Forms", swiftSettings: strict),
    .target(
      name: "AdversaryBridge",
      dependencies: [
        "Arena", "CFibers", "ChildProcesses", "Coins", "Forms", "GameKit", "Games", "Primitives", "Records", "Referee", "Words",
      ], swiftSettings: strict),
    .target(
      name: "Grading",
      dependencies: ["Arena", "Coins", "Expectations", "Primitives", "Records", "Referee", "Reports", "Scenarios", "Words"],
      swiftSettings: strict),
    .target(
      name: "Playground",
      dependencies: [
        "AdversaryBridge", "Arena", "Catalog", "ChildProcesses", "Coins", "DomainManagement", "Families",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"), "Grading", "Pages", "Policy", "PolicySearch", "Primitives",
        "Records", "Referee", "Reports", "Scenarios", "ShippedFiles", "Statistics", "Teaching", "Words",
      ], swiftSettings: strict),
    .target(
      name: "KnownChances",
      dependencies: [
        .product(name: "BigInt", package: "BigInt"), "Coins", "Enumeration", "GameKit", "Games", "HashAdversaries", "Primitives",
        "Records", "Referee", "Statistics",
      ], swiftSettings: strict),
    .target(
      name: "Campaigns", dependencies: ["Arena", "Coins", "Primitives", "Records", "Referee", "Scenarios", "Words"],
      swiftSettings: strict),
    .target(
      name: "Ledger", dependencies: ["Campaigns", .product(name: "GRDB", package: "GRDB.swift"), "Records"],
      swiftSettings: strict),
    .target(
      name: "CommandLineTool",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser"), "AdversaryBridge", "Arena", "CBuild", "Campaigns",
        "Catalog",
        "ChildProcesses", "Coins", "Conformance", "DomainManagement", "Enumeration", "Expectations", "Families", "Forms",
        "GameKit", "Grading", "KeySecrecyFamily", "KnownChances", "Ledger", "Pages", "Playground", "Policy",
        "PolicySearch", "Proving",
        "Primitives", "Records", "Referee", "Reports", "Scenarios", "ShippedFiles", "Statistics", "Teaching", "Words",
      ], swiftSettings: strict),
    .target(
      name: "GamekeeperKit",
      dependencies: [
        "Adversaries", "Arena", "Catalog", "Coins", "CommandLineTool", "DomainManagement", "Enumeration", "GameKit", "Games",
        "Policy",
        "Primitives", "Records", "Referee", "Reports", "Scenarios",
      ], swiftSettings: strict),
    // With the kit, so that what `try` compiles may import it.
    .executableTarget(name: "gamekeeper", dependencies: ["GamekeeperKit"], swiftSettings: strict),
    .executableTarget(
      name: "harness-benchmark",
      dependencies: ["Adversaries", "Coins", "DomainManagement", "GameKit", "Games", "Policy", "Primitives", "Referee"],
      path: "Benchmarks/Harness", swiftSettings: strict),
    .executableTarget(
      name: "protocol-benchmark", dependencies: ["Adversaries", "Coins", "GameKit", "Games", "Primitives", "Referee"],
      path: "Benchmarks/Protocol", swiftSettings: strict),
    .executableTarget(
      name: "wire-benchmark",
      dependencies: [
        "Adversaries", "AdversaryBridge", "ChildProcesses", "Coins", "Forms", "GameKit", "Games", "Primitives", "Referee",
      ], path: "Benchmarks/Wire", swiftSettings: strict),
    .executableTarget(
      name: "explorer-benchmark", dependencies: ["Explorer"], path: "Benchmarks/Explorer",
      exclude: ["reduced.pml", "compare.sh"], swiftSettings: strict),
    .executableTarget(
      name: "fuzz", dependencies: ["AdversaryBridge", "Arena", "Catalog", "Coins", "Expectations", "Reports", "Scenarios"],
      path: "Tests/Fuzz",
      exclude: ["Corpus"],
      swiftSettings: strict),
    .executableTarget(name: "orphans", dependencies: ["ChildProcesses"], path: "Tests/Kill/Orphans", swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "TeachingTests", dependencies: ["Arena", "Catalog", "Reports", "ShippedFiles", "Teaching", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ChildProcessesTests", dependencies: ["ChildProcesses", "gamekeeper", "orphans", "TestSupport"],
      exclude: ["Escapes"], swiftSettings: strict),
    .testTarget(name: "WordsTests", dependencies: ["Words", .product(name: "Yams", package: "Yams")], swiftSettings: strict),
    .testTarget(name: "CoinsTests", dependencies: ["Coins"], swiftSettings: strict),
    .testTarget(name: "GameKitTests", dependencies: ["Coins", "GameKit", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "GamesTests", dependencies: ["Adversaries", "Coins", "GameKit", "Games", "Primitives", "Records", "Referee"],
      swiftSettings: strict),
    .testTarget(
      name: "RefereeTests", dependencies: ["Coins", "GameKit", "Records", "Referee", "Statistics"], swiftSettings: strict),
    .testTarget(
      name: "CatalogTests",
      dependencies: [
        "Arena", "Catalog", "Coins", "Families", "GameKit", "Games", "KeySecrecyFamily", "Primitives", "Records", "Referee",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "HopTests",
      dependencies: [
        "Adversaries", "Arena", .product(name: "BigInt", package: "BigInt"), "Catalog", "Coins", "Enumeration", "Families",
        "GameKit",
        "Games", "KnownChances", "Primitives", "Records", "Referee",
      ], swiftSettings: strict),
    .testTarget(
      name: "CampaignTests",
      dependencies: [
        "Arena", "Campaigns", "Catalog", "Coins", "Ledger", "Records", "Referee", "Scenarios", "Statistics", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "GameTestingTests",
      dependencies: ["Adversaries", "Coins", "DomainManagement", "GameKit", "Games", "GameTesting", "Policy", "Primitives"],
      swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests", dependencies: ["Conformance", "Records", "Reports"], swiftSettings: strict),
    .testTarget(name: "ReportsTests", dependencies: ["Records", "Reports"], swiftSettings: strict),
    .testTarget(
      name: "GradingTests", dependencies: ["Coins", "Grading", "Records", "Referee", "Scenarios", "Statistics"],
      swiftSettings: strict),
    .testTarget(
      name: "PlaygroundTests",
      dependencies: [
        "AdversaryBridge", "Arena", "Catalog", "DomainManagement", "Families", "gamekeeper", "Pages", "Playground", "Policy",
        "PolicySearch", "Records", "Reports", "Scenarios", "ShippedFiles", "Teaching",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "BridgeTests",
      dependencies: [
        "Adversaries", "AdversaryBridge", "Arena", "Catalog", "ChildProcesses", "Coins", "Forms", "GameKit", "gamekeeper",
        "Games", "Primitives", "Records", "Referee", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["fuzz", "gamekeeper", "Reports", "ShippedFiles", "Teaching", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], resources: [.copy("Vectors")], swiftSettings: strict),
    .testTarget(name: "PrimitivesTests", dependencies: ["Coins", "Primitives"], swiftSettings: strict),
    .testTarget(
      name: "DomainManagementTests",
      dependencies: ["Coins", "DomainKeys", "DomainManagement", "Policy", "Primitives", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyTests", dependencies: ["Adversaries", "Coins", "DomainManagement", "GameKit", "Games", "Policy"],
      swiftSettings: strict),
    .testTarget(
      name: "SecrecyTests", dependencies: ["Adversaries", "Coins", "GameKit", "Games", "Primitives", "Referee"],
      swiftSettings: strict),
    .testTarget(
      name: "ProvingTests",
      dependencies: [
        "DomainManagement", "Formulas", "gamekeeper", "Policy", "PolicySearch", "Proving", "Records", "Reports", "Scenarios",
        "TestSupport",
      ], swiftSettings: strict),
    .testTarget(name: "ExplorerTests", dependencies: ["Explorer"], swiftSettings: strict),
    .testTarget(
      name: "ScenarioTests",
      dependencies: [
        "DomainManagement", "Expectations", "Formulas", "Policy", "PolicySearch", "Primitives", "Records", "Reports",
        "Scenarios", "TestSupport", "Words", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
  ]
)
