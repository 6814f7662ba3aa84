import Coins
import Primitives
import Testing

@Suite struct SuiteTests {
  /// One piece of code runs on every suite.
  @Test func everySuiteSignsHashesAndEncrypts() throws {
    func name<S: Suite>(_ suite: S) throws -> String {
      let key = suite.signing.generateKey(for: Label("sign"), coins: coins)
      let digest = suite.hash.digest([1, 2, 3], coins: coins)
      #expect(S.Hash.Digest(bytes: digest.bytes) == digest)
      let signature = suite.signing.sign(digest.bytes, with: key.signing, coins: coins)
      #expect(suite.signing.verify(signature, of: digest.bytes, by: key.verification, coins: coins) == .valid)
      #expect(S.Signing.Signature(bytes: signature.bytes) == signature)
      #expect(S.Signing.VerificationKey(bytes: key.verification.bytes) == key.verification)

      let recipient = suite.encryption.generateKey(for: Label("agree"), coins: coins)
      #expect(S.Group.PublicKey(bytes: recipient.public.bytes) == recipient.public)
      let domainKey = suite.cipher.generateKey(for: Label("domain"), coins: coins)
      let parts = try suite.encryption.encrypt(
        domainKey.bytes, tag: digest.bytes, to: [recipient.public], label: Label("wrap"), coins: coins)
      let opening = suite.encryption.decrypt(parts[0], tag: digest.bytes, with: recipient.secret, coins: coins)
      #expect(opening == .opened(domainKey.bytes))
      #expect(S.Cipher.Key(bytes: domainKey.bytes) == domainKey)
      return suite.name
    }
    #expect(try name(KMSSuite()) == "kms")
    #expect(try name(KMSSuite(requiresLowS: true)) == "kms-low-s")
    #expect(try name(ModernSuite()) == "modern")
    #expect(try name(CalibratedSuite()) == "calibrated")
  }

  @Test func keysAreOrderedAsTheirBytes() {
    #expect(Bytes([1]) < Bytes([1, 0]) && Bytes([1, 0]) < Bytes([2]) && !(Bytes([2]) < Bytes([2])))
    #expect(CalibratedHash.Digest(1) < CalibratedHash.Digest(.max))
    #expect(CalibratedHash.Digest(bytes: [0, 0, 0, 0, 0, 0, 1]) == nil)
  }
}
