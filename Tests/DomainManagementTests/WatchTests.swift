import DomainKeys
import Testing

/// The search behind the watch for keys in what leaves an HSM.
@Suite struct WatchTests {
  /// All words over `letters` of up to `length` bytes.
  private func words(over letters: [UInt8], upTo length: Int) -> [[UInt8]] {
    var words: [[UInt8]] = [[]]
    var last = words
    for _ in 0..<length {
      last = last.flatMap { word in letters.map { word + [$0] } }
      words += last
    }
    return words
  }

  /// With two letters nearly everything begins to match; with three a letter of the text is often none of the key's, and bytes
  /// are skipped.
  @Test(arguments: [([0, 255], 9, 4), ([0, 64, 200], 6, 3)] as [([UInt8], Int, Int)])
  func itFindsWhatComparingAtEveryPlaceFinds(_ letters: [UInt8], _ length: Int, _ keyLength: Int) {
    let keys = words(over: letters, upTo: keyLength).dropFirst()
    var (found, asked) = (0, 0)
    for text in words(over: letters, upTo: length) {
      for key in keys {
        let places = text.indices.filter { text[$0...].starts(with: key) }
        if text.contains(key) == places.isEmpty { Issue.record("\(key) in \(text)") }
        found += places.isEmpty ? 0 : 1
        asked += 1
      }
    }
    #expect(asked / 10 < found && found < asked)
  }
}

/// One pass for many keys finds what a search for each of them finds.
@Suite struct ManyKeysTests {
  @Test(arguments: [1, 2, 3, 8, 32]) func onePassFindsWhatManyFind(_ length: Int) {
    var state: UInt64 = 5
    func byte() -> UInt8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 60)
    }
    var found = 0
    for round in 0..<200 {
      var message = (0..<64).map { _ in byte() }
      let keys = (0..<20).map { _ in (0..<length).map { _ in byte() } }
      if round.isMultiple(of: 2) {
        message.replaceSubrange(round % (64 - length)..<round % (64 - length) + length, with: keys[round % 20])
      }
      let expected = keys.contains { message.contains($0) }
      #expect(message.contains(anyOf: keys) == expected)
      if expected { found += 1 }
    }
    #expect(found >= 100)
  }

  @Test func aKeyAtEitherEndIsFoundAndHalfOfOneIsNot() {
    let keys = [[1, 2, 3, 4], [5, 6, 7, 8]] as [[UInt8]]
    #expect(([1, 2, 3, 4, 0, 0] as [UInt8]).contains(anyOf: keys))
    #expect(([0, 0, 5, 6, 7, 8] as [UInt8]).contains(anyOf: keys))
    #expect(!([3, 4, 1, 2, 5, 6] as [UInt8]).contains(anyOf: keys))
    #expect(!([3, 4] as [UInt8]).contains(anyOf: keys))
    #expect(!([] as [UInt8]).contains(anyOf: keys))
  }
}
