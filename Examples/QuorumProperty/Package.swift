// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "QuorumProperty",
  dependencies: [.package(name: "gamekeeper", path: "../..")],
  targets: [
    .target(name: "QuorumProperty", dependencies: [.product(name: "Scenarios", package: "gamekeeper")]),
    .executableTarget(
      name: "quorum-property-lab", dependencies: ["QuorumProperty", .product(name: "GamekeeperKit", package: "gamekeeper")],
      path: "Sources/lab"),
    .testTarget(name: "QuorumPropertyTests", dependencies: ["QuorumProperty"]),
  ]
)
