import DomainManagement
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

  /// With two letters nearly everything begins to match; with three a letter of the text is often none of the key's, and bytes are skipped.
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
