@_spi(Judge) import DomainKeys
import Testing

/// The plaintext of a map with rotated keys: one form, and every other is refused.
@Suite struct RotatedMapTests {
  /// One handle `k`, a key of two bytes, and then what is said of rotation.
  private func map(_ rotation: [UInt8]) -> KeyMap? { KeyMap(KeyPlaintext([1, 1, 0x6b, 2, 7, 7] + rotation)) }

  @Test func versionsAreReadNewestFirst() throws {
    #expect(try #require(map([])).versions(of: "k").map(\.version) == [1], "nothing is said of what was never rotated")
    let rotated = try #require(map([1, 0, 3, 2, 2, 8, 8, 2, 9, 9]))
    #expect(rotated.versions(of: "k").map(\.version) == [3, 2, 1] && rotated.versions(of: "j").isEmpty)
    let keys: [[UInt8]] = [[7, 7], [8, 8], [9, 9], [1, 1]]
    #expect(keys.map { rotated.state(of: DomainKey($0), under: "k") } == [.active, .deactivated, .dropped, nil])
    #expect(try #require(map([1, 0, 2, 0])).keys.count == 1, "a key may have been lost")
  }

  @Test(
    arguments: [
      [0], [1, 0, 1, 0], [1, 1, 2, 0], [1, 0, 2, 2, 1, 9, 1, 8], [2, 0, 2, 0, 0, 2, 0], [1, 0, 2, 0, 0], [1, 0, 2], [1],
    ] as [[UInt8]]) func otherFormsAreRefused(rotation: [UInt8])
  {
    #expect(map(rotation) == nil)
  }
}
