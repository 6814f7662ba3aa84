@_spi(Harness) import Coins
import Primitives
import Testing

@Suite struct CalibratedAEADTests {
  let scheme = CalibratedAEAD(keyBits: 32, nonceBits: 16, tagBits: 8)

  func seal(_ message: [UInt8], _ data: [UInt8] = [], _ key: UInt64 = 1, nonce: UInt64 = 0) -> Bytes {
    scheme.seal(message, associatedData: data, key: .init(key), nonce: Label("nonce", nonce), coins: coins)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 16, 100])
  func opensWhatItSealed(_ length: Int) {
    let message = (0..<length).map { UInt8($0) }
    let sealed = seal(message, [1])
    #expect(sealed.array.count == length + 16)
    #expect(scheme.open(sealed, associatedData: [1], key: .init(1), coins: coins) == .opened(message))
    #expect(length < 8 || !sealed.array.contains(subsequence: message))
  }

  @Test func theKeystreamDoesNotRepeat() {
    let mask = seal([UInt8](repeating: 0, count: 64)).array[8..<72]
    #expect(Set((0..<8).map { mask.dropFirst(8 * $0).prefix(8) }).count == 8)
    #expect(seal([UInt8](repeating: 0, count: 64), [], 2).array[8..<72] != mask)
  }

  @Test func exactlyOneTagIsAccepted() throws {
    let sealed = seal([1, 2, 3], [4])
    let accepted = try (0..<256).map { try #require(scheme.candidate($0, for: sealed)) }.filter {
      scheme.open($0, associatedData: [4], key: .init(1), coins: coins) == .opened([1, 2, 3])
    }
    #expect(accepted == [sealed])
    #expect(scheme.candidate(0, for: Bytes([UInt8](repeating: 0, count: 15))) == nil)
  }

  /// 64 of 256 guesses hit in a quarter of the trials, within five standard deviations of 8,000.
  @Test func guessesSucceedWithTheKnownProbability() {
    let trials = 8000
    let hits = (0..<UInt64(trials)).count { trial in
      let coins = CoinSource(seed: 5).coins(trial: trial, role: .challenger)
      let key = scheme.generateKey(for: Label("key"), coins: coins)
      let sealed = scheme.seal([9], associatedData: [], key: key, nonce: Label("nonce"), coins: coins)
      return (0..<64).contains { index in
        scheme.candidate(index, for: sealed).map { scheme.open($0, associatedData: [], key: key, coins: coins) } == .opened([9])
      }
    }
    #expect(abs(Double(hits) - 2000) < 5 * (Double(trials) * 0.25 * 0.75).squareRoot())
  }

  /// With tags of 64 bits every change is caught.
  @Test func everyDamagedByteIsRefused() {
    let wide = CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 64)
    let key = wide.generateKey(for: Label("key"), coins: coins)
    let good = wide.seal([1, 2, 3], associatedData: [1, 2], key: key, nonce: Label("nonce"), coins: coins)
    func open(_ bytes: [UInt8], _ data: [UInt8] = [1, 2]) -> Opening {
      wide.open(Bytes(bytes), associatedData: data, key: key, coins: coins)
    }
    #expect(open(good.array) == .opened([1, 2, 3]))
    for i in good.array.indices {
      var damaged = good.array
      damaged[i] ^= 1
      #expect(open(damaged) == .refused(.doesNotVerify))
    }
    for data in [[], [1], [1, 2, 0]] as [[UInt8]] { #expect(open(good.array, data) == .refused(.doesNotVerify)) }
    // The border between associated data and body is part of what is authenticated.
    #expect(open(Array(good.array[..<8] + [2] + good.array[8...]), [1]) == .refused(.doesNotVerify))
    for end in good.array.indices {
      #expect(open(Array(good.array.prefix(end))) == .refused(end < 16 ? .truncated : .doesNotVerify))
    }
    #expect(wide.open(good, associatedData: [1, 2], key: .init(key.value ^ 1), coins: coins) == .refused(.doesNotVerify))
  }

  @Test func aRepeatedNonceGivesAwayTheXorOfTwoMessages() {
    let a = seal([0x0f, 1, 2], nonce: 3), b = seal([0xf0, 1, 3], nonce: 3), c = seal([0xf0, 1, 3], nonce: 4)
    func xor(_ x: Bytes, _ y: Bytes) -> [UInt8] { zip(x.array[8..<11], y.array[8..<11]).map { $0 ^ $1 } }
    #expect(xor(a, b) == [0xff, 0, 1])
    #expect(xor(a, c) != [0xff, 0, 1])
  }
}

extension Array where Element: Equatable {
  func contains(subsequence: [Element]) -> Bool {
    !subsequence.isEmpty && indices.contains { self[$0...].starts(with: subsequence) }
  }
}
