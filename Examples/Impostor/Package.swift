// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Impostor",
  dependencies: [.package(name: "gamekeeper", path: "../..")],
  targets: [
    .target(
      name: "Impostor",
      dependencies: [
        .product(name: "Adversaries", package: "gamekeeper"), .product(name: "Arena", package: "gamekeeper"),
        .product(name: "Coins", package: "gamekeeper"),
        .product(name: "GameKit", package: "gamekeeper"), .product(name: "Games", package: "gamekeeper"),
        .product(name: "Records", package: "gamekeeper"),
      ]),
    .executableTarget(
      name: "impostor-lab", dependencies: ["Impostor", .product(name: "GamekeeperKit", package: "gamekeeper")],
      path: "Sources/lab"),
    .testTarget(name: "ImpostorTests", dependencies: ["Impostor", .product(name: "GamekeeperKit", package: "gamekeeper")]),
  ]
)
