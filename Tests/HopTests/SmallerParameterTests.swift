import Arena
import Catalog
import Enumeration
import Testing

/// What `exact` advises where something is too large to be played over all coins.
@Suite struct SmallerParameterTests {
  private func parameters(_ entry: Entry, _ adversary: String) -> [(name: String, value: Int, least: Int)] {
    entry.parameters.filter { $0.applies(to: adversary) }.map { ($0.name, $0.value, $0.range.lowerBound) }
  }

  private func exact(_ entry: Entry, _ adversary: String, _ values: [String: Int], limit: Int) throws -> ExactProbabilities {
    let selection = try Catalog.registry.select(
      entry, adversary: adversary, suite: "calibrated", settings: values.map { ($0.key, $0.value) })
    return try ExactProbabilities(selection.experiment, limit: limit)
  }

  private static let idleAlone: Set = [
    "service", "service-keys", "service-aead", "service-one-key", "corrupt-hosts", "envelope-domain", "envelope-customers",
    "envelope-files",
  ]

  /// Where the service runs in both worlds it draws identities of 64 bits, or longer streams than can be gone through, and so
  /// do envelopes: there the
  /// idle adversary alone is left.
  @Test(arguments: Catalog.registry.entries.map(\.name)) func everyEntryHasValuesThatAreSmallEnough(_ name: String) throws {
    let entry = try #require(Catalog.registry.entries.first { $0.name == name })
    let others = entry.adversaries.filter { $0 != "idle" }
    let tries = [1000, 5000].flatMap { limit in others.map { ($0, limit) } } + [("idle", 1000)]
    let found = tries.lazy.compactMap { adversary, limit in
      SmallerParameters.find(parameters(entry, adversary)) { (try? exact(entry, adversary, $0, limit: limit)) != nil }.map {
        (adversary, $0)
      }
    }.first
    let (adversary, values) = try #require(found)
    #expect(try exact(entry, adversary, values, limit: 5000).paths <= 5000)
    #expect((adversary == "idle") == Self.idleAlone.contains(name))
  }

  // MARK: The search itself

  @Test func onlyWhatIsTooLargeIsMadeSmaller() {
    let asked = [("bits", 64, 1), ("tries", 9, 1), ("length", 16, 0)]
    var tried = 0
    let found = SmallerParameters.find(asked) { values in
      tried += 1
      return values["bits", default: 0] <= 3 && values["tries", default: 0] <= 9
    }
    #expect(found == ["bits": 3, "tries": 9, "length": 16])
    #expect(tried == 2 + 3, "two caps, and each of three values given back")
  }

  @Test func nothingFitsIfNotEvenTheLeastDoes() {
    #expect(SmallerParameters.find([("q_dom", 5, 4)]) { $0["q_dom", default: 0] < 4 } == nil)
    #expect(SmallerParameters.find([("q_dom", 5, 4)]) { $0["q_dom", default: 0] <= 4 } == ["q_dom": 4], "its twin")
  }
}
