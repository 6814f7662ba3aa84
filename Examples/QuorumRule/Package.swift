// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "QuorumRule",
  dependencies: [.package(name: "gamekeeper", path: "../..")],
  targets: [
    .target(name: "QuorumRule", dependencies: [.product(name: "Policy", package: "gamekeeper")]),
    .executableTarget(
      name: "quorum-rule-lab", dependencies: ["QuorumRule", .product(name: "GamekeeperKit", package: "gamekeeper")],
      path: "Sources/lab"),
    .testTarget(name: "QuorumRuleTests", dependencies: ["QuorumRule"]),
  ]
)
