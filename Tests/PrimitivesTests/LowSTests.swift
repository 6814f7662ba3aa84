import Coins
import Primitives
import Testing

/// Plain ECDSA accepts two signatures for each it makes; with a canonical low s it accepts one.
@Suite struct LowSTests {
  let plain = ECDSA(requiresLowS: false)
  let canonical = ECDSA(requiresLowS: true)

  @Test(arguments: 0..<UInt64(8))
  func onlyThePlainSchemeAcceptsAMauledSignature(_ index: UInt64) {
    let key = plain.generateKey(for: Label("key", index), coins: coins)
    let message = Message(index, 1)

    let signature = plain.sign(message, with: key.signing, coins: coins)
    let mauled = plain.maul(signature)
    #expect(mauled != signature)
    #expect(plain.maul(mauled) == signature)
    #expect(plain.verify(signature, of: message, by: key.verification, coins: coins) == .valid)
    #expect(plain.verify(mauled, of: message, by: key.verification, coins: coins) == .valid)

    let low = canonical.sign(message, with: key.signing, coins: coins)
    #expect([signature, mauled].contains(low))
    #expect(canonical.verify(low, of: message, by: key.verification, coins: coins) == .valid)
    #expect(canonical.verify(canonical.maul(low), of: message, by: key.verification, coins: coins) == .invalid(.highS))
  }

  /// The two sides of the limit: s = ⌊n/2⌋ goes on to the equation, s = ⌊n/2⌋ + 1 does not.
  @Test func theLimitIsHalfTheOrder() {
    let half = hex("7FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE3B1A6C0FA1B96EF AC0D06D9245853BD76760CB5666294B9")
    let r = [UInt8](repeating: 1, count: 48)
    let low = Bytes(DER.signature(r, half)), high = Bytes(DER.signature(r, half.dropLast() + [0xba]))
    let key = Bytes(ECDSAVectorTests.p384Public)
    #expect(canonical.verify(low, of: [], by: key, coins: coins) == .invalid(.doesNotVerify))
    #expect(canonical.verify(high, of: [], by: key, coins: coins) == .invalid(.highS))
    #expect(plain.verify(high, of: [], by: key, coins: coins) == .invalid(.doesNotVerify))
  }

  @Test func whatIsNoSignatureIsMauledToSomethingElse() {
    let long = [UInt8](repeating: 1, count: 49)
    for junk in [
      [], [0x30], DER.signature([1], [0]), DER.signature([0], [1]), DER.signature(long, [1]), DER.signature([1], long),
    ] as [[UInt8]] {
      #expect(plain.maul(Bytes(junk)) == Bytes(junk + [0]))
    }
    #expect(plain.maul(Bytes(DER.signature([1], [1]))) != Bytes(DER.signature([1], [1]) + [0]), "two numbers in range are one")
  }
}
