// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Switching",
  dependencies: [.package(name: "gamekeeper", path: "../..")],
  targets: [
    .target(
      name: "Switching",
      dependencies: [
        .product(name: "Arena", package: "gamekeeper"), .product(name: "Coins", package: "gamekeeper"),
        .product(name: "GameKit", package: "gamekeeper"), .product(name: "Records", package: "gamekeeper"),
      ]),
    .executableTarget(
      name: "switching-lab", dependencies: ["Switching", .product(name: "GamekeeperKit", package: "gamekeeper")],
      path: "Sources/lab"),
    .testTarget(
      name: "SwitchingTests",
      dependencies: [
        "Switching", .product(name: "GameKit", package: "gamekeeper"),
        .product(name: "GameTesting", package: "gamekeeper"),
      ]),
  ]
)
