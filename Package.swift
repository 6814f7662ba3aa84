// swift-tools-version: 6.2
import PackageDescription

/// Every target: Swift 6 mode, no warning survives, and generic code is specialised across the module walls in release builds.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

let package = Package(
  name: "gamekeeper",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Imports point downwards in this list only; Tests/ArchitectureTests holds the graph to it.
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "Coins", swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),
    .target(name: "Primitives", dependencies: ["CLibcrypto", "Coins"], swiftSettings: strict),
    .target(name: "DomainManagement", dependencies: ["Coins", "Primitives"], swiftSettings: strict),
    .target(name: "Policy", dependencies: ["DomainManagement", "Primitives"], swiftSettings: strict),
    .target(name: "Explorer", swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: ["Coins", "DomainManagement", "Explorer", "Policy", "Primitives", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .testTarget(name: "CoinsTests", dependencies: ["Coins"], swiftSettings: strict),
    .testTarget(name: "ScenarioTests", dependencies: ["DomainManagement", "Policy", "Scenarios"], swiftSettings: strict),
    .executableTarget(name: "dev", dependencies: ["DomainManagement", "Policy", "Scenarios"], swiftSettings: strict),
  ]
)
