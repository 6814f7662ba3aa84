import Primitives
import Testing

/// Equality of byte strings, whoever's memory they are in.
@Suite struct BytesTests {
  private let file = Bytes([UInt8](repeating: 7, count: 4096))

  @Test func equalBytesInOtherMemoryAreEqual() {
    #expect(file == Bytes([UInt8](repeating: 7, count: 4096)))
    #expect(Bytes([]) == Bytes([UInt8](repeating: 7, count: 4).filter { $0 != 7 }))
    #expect(Set([file, Bytes(Array(file.array.reversed()))]).count == 1)
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 4094, 4095]) func oneByteThatDiffersIsSeen(_ place: Int) {
    var other = file
    other.array[place] ^= 0x80
    #expect(file != other)
  }

  @Test(arguments: [0, 1, 4095]) func aBeginningIsNotTheWhole(_ count: Int) {
    let beginning = Bytes(Array(file.array.prefix(count)))
    #expect(file != beginning)
    #expect(beginning != file)
  }
}
