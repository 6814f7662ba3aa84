import Coins
import Foundation
import Primitives
import Testing

@Suite struct MultiRecipientEncryptionTests {
  let message = Array("forty-two bytes that nobody else may read.".utf8)

  @Test func eachRecipientReadsItsOwnPartUnderItsTagOnly() throws {
    func check<G, D, C>(_ scheme: MultiRecipientEncryption<G, D, C>) throws {
      let keys = (0..<3).map { scheme.generateKey(for: Label("key", $0), coins: coins) }
      let parts = try scheme.encrypt(message, tag: [1], to: keys.map(\.public), label: Label("enc", 1), coins: coins)
      #expect(parts.count == 3)
      #expect(Set(parts.map(\.ephemeral)).count == 1)
      #expect(Set(parts.map { $0.sealed.array.prefix(8) }).count == 3, "a nonce of its own for each recipient")
      for (i, key) in keys.enumerated() {
        #expect(scheme.decrypt(parts[i], tag: [1], with: key.secret, coins: coins) == .opened(message))
        #expect(scheme.decrypt(parts[i], tag: [2], with: key.secret, coins: coins) == .refused(.doesNotVerify))
        #expect(scheme.decrypt(parts[(i + 1) % 3], tag: [1], with: key.secret, coins: coins) == .refused(.doesNotVerify))
        var mauled = parts[i]
        mauled.sealed.array[15] ^= 1
        #expect(scheme.decrypt(mauled, tag: [1], with: key.secret, coins: coins) == .refused(.doesNotVerify))
      }
      let again = try scheme.encrypt(message, tag: [1], to: keys.map(\.public), label: Label("enc", 1), coins: coins)
      #expect(again == parts)
      let fresh = try scheme.encrypt(message, tag: [1], to: keys.map(\.public), label: Label("enc", 2), coins: coins)
      #expect(fresh.indices.allSatisfy { fresh[$0].ephemeral != parts[$0].ephemeral && fresh[$0].sealed != parts[$0].sealed })
      #expect(try scheme.encrypt(message, tag: [1], to: [], label: Label("enc", 1), coins: coins).isEmpty)
    }
    try check(KMSSuite().encryption)
    try check(ModernSuite().encryption)
    try check(CalibratedSuite().encryption)
  }

  @Test func theHalvesMakeTheWhole() throws {
    let scheme = CalibratedSuite().encryption
    let keys = (0..<2).map { scheme.generateKey(for: Label("key", $0), coins: coins) }
    let whole = try scheme.encrypt(message, tag: [1], to: keys.map(\.public), label: Label("enc"), coins: coins)
    let half = try scheme.makeKeys(for: keys.map(\.public), label: Label("enc"), coins: coins)
    let other = scheme.seal(message, tag: [1], ephemeral: half.ephemeral, keys: half.keys, label: Label("enc"), coins: coins)
    #expect(other == whole)
    #expect(scheme.key(with: keys[1].secret, ephemeral: half.ephemeral, coins: coins) == .agreed(half.keys[1]))
  }

  @Test func aPublicKeyThatIsNoneIsNamed() {
    let suite = ModernSuite()
    let good = suite.encryption.generateKey(for: Label("key"), coins: coins).public
    let zero = Bytes([UInt8](repeating: 0, count: 32))
    #expect(throws: InvalidRecipient(index: 1, reason: .trivialSecret)) {
      try suite.encryption.encrypt([], tag: [], to: [good, zero], label: Label("enc"), coins: coins)
    }
    #expect(throws: InvalidRecipient(index: 0, reason: .malformedKey)) {
      try suite.encryption.encrypt([], tag: [], to: [Bytes([])], label: Label("enc"), coins: coins)
    }
  }

  @Test func anEphemeralKeyThatIsNoneIsRefused() throws {
    let scheme = CalibratedSuite().encryption
    let key = scheme.generateKey(for: Label("key"), coins: coins)
    var part = try #require(try scheme.encrypt(message, tag: [], to: [key.public], label: Label("enc"), coins: coins).first)
    part.ephemeral = scheme.group.element(ofOrder: 2)
    #expect(scheme.decrypt(part, tag: [], with: key.secret, coins: coins) == .refused(.malformedKey))
  }

  /// X and −X share one secret on P-384, so a ciphertext has a twin that decrypts alike, unless the key is bound to X.
  @Test(arguments: [true, false])
  func theOppositeEphemeralIsRefusedWhereItIsBound(_ isBound: Bool) throws {
    let scheme = KMSSuite(defects: isBound ? [] : .ephemeralNotBound).encryption
    let key = scheme.generateKey(for: Label("key"), coins: coins)
    var part = try #require(try scheme.encrypt(message, tag: [], to: [key.public], label: Label("enc"), coins: coins).first)
    part.ephemeral = opposite(part.ephemeral)
    #expect(
      scheme.decrypt(part, tag: [], with: key.secret, coins: coins) == (isBound ? .refused(.doesNotVerify) : .opened(message)))
  }

  /// The same on X25519, which ignores the highest bit.
  @Test(arguments: [true, false])
  func anotherEncodingOfTheEphemeralIsRefusedWhereItIsBound(_ isBound: Bool) throws {
    let scheme = ModernSuite(defects: isBound ? [] : .ephemeralNotBound).encryption
    let key = scheme.generateKey(for: Label("key"), coins: coins)
    var part = try #require(try scheme.encrypt(message, tag: [], to: [key.public], label: Label("enc"), coins: coins).first)
    part.ephemeral.array[31] |= 0x80
    #expect(
      scheme.decrypt(part, tag: [], with: key.secret, coins: coins) == (isBound ? .refused(.doesNotVerify) : .opened(message)))
  }

  @Test(arguments: [true, false])
  func aPartOpensUnderAnotherTagOnlyWhereTheTagIsNotAuthenticated(_ isAuthenticated: Bool) throws {
    let scheme = CalibratedSuite(defects: isAuthenticated ? [] : .tagNotAuthenticated).encryption
    let key = scheme.generateKey(for: Label("key"), coins: coins)
    let part = try #require(try scheme.encrypt(message, tag: [1], to: [key.public], label: Label("enc"), coins: coins).first)
    let opening = scheme.decrypt(part, tag: [2], with: key.secret, coins: coins)
    #expect(opening == (isAuthenticated ? .refused(.doesNotVerify) : .opened(message)))
  }

  @Test(arguments: [true, false])
  func twoMessagesShareAnEphemeralOnlyWhereItIsReused(_ isReused: Bool) throws {
    let scheme = CalibratedSuite(defects: isReused ? .ephemeralReused : []).encryption
    let recipients = [scheme.generateKey(for: Label("key"), coins: coins).public]
    let first = try scheme.makeKeys(for: recipients, label: Label("enc", 1), coins: coins)
    let second = try scheme.makeKeys(for: recipients, label: Label("enc", 2), coins: coins)
    #expect((first.ephemeral == second.ephemeral) == isReused)
    #expect((first.keys == second.keys) == isReused)
  }

  /// What the membership check is for: an element of order two gives one of two keys, and which one tells the secret's parity.
  @Test func withoutMembershipCheckTheSecretLeaks() throws {
    let open = MultiRecipientEncryption(
      group: CalibratedGroup(bits: 20, checksMembership: false), derivation: CalibratedKDF(keyBits: 64),
      cipher: CalibratedAEAD(keyBits: 64, nonceBits: 64, tagBits: 64))
    let bait = open.group.element(ofOrder: 2)
    for i in 0..<10 as Range<UInt64> {
      let victim = open.generateKey(for: Label("key", i), coins: coins)
      let guess = open.derivation.key(from: bait, ephemeral: bait, coins: coins)
      let parts = open.seal([1], tag: [], ephemeral: bait, keys: [guess], label: Label("attack", i), coins: coins)
      let isOpened = open.decrypt(parts[0], tag: [], with: victim.secret, coins: coins) == .opened([1])
      #expect(isOpened == !victim.secret.exponent.isMultiple(of: 2))
    }
  }

  @Test func aPartHasOneEncoding() throws {
    func check<G, D, C>(_ scheme: MultiRecipientEncryption<G, D, C>) throws {
      typealias Part = MultiRecipientEncryption<G, D, C>.Ciphertext
      let key = scheme.generateKey(for: Label("key"), coins: coins)
      let part = try #require(try scheme.encrypt(message, tag: [], to: [key.public], label: Label("enc"), coins: coins).first)
      #expect(Part(bytes: part.bytes) == part)
      #expect(try JSONDecoder().decode(Part.self, from: JSONEncoder().encode(part)) == part)
      #expect(Part(bytes: []) == nil)
      #expect(Part(bytes: [0xff, 0xff] + part.bytes.dropFirst(2)) == nil)
    }
    try check(KMSSuite().encryption)
    try check(CalibratedSuite().encryption)
    let word = CalibratedGroup.Element(5).bytes
    #expect(MultiRecipientEncryption<CalibratedGroup, CalibratedKDF, CalibratedAEAD>.Ciphertext(bytes: [0, 7] + word) == nil)
    #expect(MultiRecipientEncryption<CalibratedGroup, CalibratedKDF, CalibratedAEAD>.Ciphertext(bytes: [0, 8] + word) != nil)
  }
}
