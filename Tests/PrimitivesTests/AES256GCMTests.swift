import Coins
import Foundation
import Primitives
import Testing

@Suite struct AES256GCMTests {
  static let scheme = AES256GCM()

  static func key(_ text: String) throws -> AES256GCM.Key { try #require(AES256GCM.Key(bytes: hex(text))) }

  /// McGrew and Viega, *The Galois/Counter Mode of Operation*, test cases 13 to 16, which NIST took over: key, nonce, associated
  /// data, message, body ‖ tag.
  static let vectors = [
    (String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", "", "530f8afbc74536b9a963b4f1c4cb738b"),
    (
      String(repeating: "00", count: 32), String(repeating: "00", count: 12), "", String(repeating: "00", count: 16),
      "cea7403d4d606b6e074ec5d3baf39d18 d0d1c8a799996bf0265b98b5d48ab919"
    ),
    (
      "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888", "",
      """
      d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
      1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255
      """,
      """
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad
      b094dac5d93471bdec1a502270e3cc6c
      """
    ),
    (
      "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
      "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      """
      d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72
      1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
      """,
      """
      522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa
      8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
      76fc6ece0f4e1768cddf8853bb2d551b
      """
    ),
  ]

  @Test(arguments: vectors)
  func sealsAndOpensAsPublished(_ key: String, _ nonce: String, _ data: String, _ message: String, _ sealed: String) throws {
    let key = try Self.key(key)
    let ciphertext = Self.scheme.seal(hex(message), associatedData: hex(data), key: key, nonce: hex(nonce))
    #expect(ciphertext.array == hex(nonce) + hex(sealed))
    #expect(Self.scheme.open(ciphertext, associatedData: hex(data), key: key, coins: coins) == .opened(hex(message)))
  }

  /// Project Wycheproof, AES-GCM, test 130 "flipped bit 0 in tag", beside the same with the right tag.
  @Test func refusesAsPublished() throws {
    let key = try Self.key("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    let start = hex("505152535455565758595a5b b2061457c0759fc1749f174ee1ccadfa"), rest = hex("e8fef6d8ab1bf1bf887232eab590dd")
    func open(_ first: UInt8) -> Opening {
      Self.scheme.open(Bytes(start + [first] + rest), associatedData: [], key: key, coins: coins)
    }
    #expect(open(0x9d) == .refused(.doesNotVerify))
    #expect(open(0x9c) == .opened(hex("202122232425262728292a2b2c2d2e2f")))
  }

  @Test(arguments: [0, 1, 16, 100])
  func everyDamagedByteIsRefused(_ length: Int) {
    let key = Self.scheme.generateKey(for: Label("key"), coins: coins)
    let message = [UInt8](repeating: 7, count: length)
    let good = Self.scheme.seal(message, associatedData: [1, 2], key: key, nonce: Label("nonce"), coins: coins)
    func open(_ bytes: [UInt8], _ data: [UInt8] = [1, 2]) -> Opening {
      Self.scheme.open(Bytes(bytes), associatedData: data, key: key, coins: coins)
    }
    #expect(open(good.array) == .opened(message))
    for i in good.array.indices {
      var damaged = good.array
      damaged[i] ^= 0x80
      #expect(open(damaged) == .refused(.doesNotVerify), "byte \(i): nonce, body or tag")
    }
    for data in [[], [1], [1, 2, 0], [1, 3]] as [[UInt8]] { #expect(open(good.array, data) == .refused(.doesNotVerify)) }
    #expect(open(good.array + [0]) == .refused(.doesNotVerify))
    for end in good.array.indices {
      #expect(open(Array(good.array.prefix(end))) == .refused(end < 28 ? .truncated : .doesNotVerify))
    }
    let other = Self.scheme.generateKey(for: Label("other"), coins: coins)
    #expect(Self.scheme.open(good, associatedData: [1, 2], key: other, coins: coins) == .refused(.doesNotVerify))
  }

  @Test func candidatesDifferInTheirTagsAlone() throws {
    let key = Self.scheme.generateKey(for: Label("key"), coins: coins)
    let good = Self.scheme.seal([1, 2, 3], associatedData: [], key: key, nonce: Label("nonce"), coins: coins)
    let candidates = try [0, 1, UInt64.max].map { try #require(Self.scheme.candidate($0, for: good)) }
    #expect(Set(candidates).count == 3)
    #expect(candidates.allSatisfy { $0.array.prefix(15) == good.array.prefix(15) && $0.array.count == good.array.count })
    #expect(Self.scheme.candidate(0, for: Bytes([UInt8](repeating: 0, count: 27))) == nil)
  }

  @Test func aKeyHasThirtyTwoBytes() throws {
    let key = Self.scheme.generateKey(for: Label("key"), coins: coins)
    let text = try JSONEncoder().encode(key)
    #expect(try JSONDecoder().decode(AES256GCM.Key.self, from: text) == key)
    #expect(AES256GCM.Key(bytes: Array(key.bytes.dropLast())) == nil)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(AES256GCM.Key.self, from: Data(#""00""#.utf8)) }
  }
}
