import Testing

@Suite struct TargetGraphTests {
  @Test func theManifestIsTheWrittenGraph() throws {
    let manifest = try TargetGraph.manifest()
    #expect(TargetGraph.faults(manifest) == [])
    #expect(manifest["Games"]?.contains("Coins") == true, "the manifest was read")
  }

  @Test func eachDoorHasOneModule() throws {
    let manifest = try TargetGraph.manifest()
    for (door, folder) in SourceRules.doors {
      #expect(manifest.filter { $0.value.contains(door) }.map { "Sources/\($0.key)/" } == [folder])
    }
  }

  // MARK: Planted faults

  @Test func aDependencyTooManyIsFound() {
    var graph = TargetGraph.written
    graph["Games"]?.insert("Referee")
    graph["Reports"]?.insert("CLibcrypto")
    #expect(TargetGraph.faults(graph) == ["Games may not import Referee", "Reports may not import CLibcrypto"])
  }

  @Test func aTargetThatNobodyWroteDownIsFound() {
    var graph = TargetGraph.written
    graph["Utilities"] = []
    #expect(TargetGraph.faults(graph) == ["Utilities is not in the written graph"])
  }

  @Test func aDependencyThatIsGoneIsFound() {
    var graph = TargetGraph.written
    graph["Referee"]?.remove("Statistics")
    #expect(TargetGraph.faults(graph) == ["Referee no longer imports Statistics: write it down"])
  }

  @Test func theWrittenGraphHasNoCycle() {
    var left = TargetGraph.written
    while let free = left.first(where: { $0.value.allSatisfy { left[$0] == nil } }) { left[free.key] = nil }
    #expect(left.isEmpty)
  }
}
