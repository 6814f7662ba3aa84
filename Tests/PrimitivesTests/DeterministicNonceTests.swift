import Primitives
import Testing

@Suite struct DeterministicNonceTests {
  /// The key of RFC 6979, A.2.6, and "sample". The first nonce is the RFC's; the two that follow rejections were computed apart,
  /// with Python's `hmac`, for no message of the RFC needs one. With SHA-256 a nonce is longer than a digest.
  @Test(arguments: [
    (
      SHA2.sha384,
      [
        "94ed910d1a099dad3254e9242ae85abde4ba15168eaf0ca87a555fd56d10fbca2907e3e83ba95368623b8c4686915cf9",
        "9d63ce4c96d070a67f7bee49e870b64838c0ac65bb7440cf46017dca69d35d236219aae5e00a9f01f13e7774be1339fc",
        "f114e112e64a0c14702ffcf66ec140fb427bbcc90b1cace4a4ce90e227d91c6fe17add0ab567782ccc7c4e70db1e522c",
      ]
    ),
    (
      .sha256,
      [
        "180ae9f9aec5438a44bc159a1fcb277c7be54fa20e7cf404b490650a8acc414e375572342863c899f9f2edf9747a9b60",
        "241bd74f1c179a78a711d90e71fb198b5f9332adb1a0f11dcbb08fa2030279ef72cced0eaad4c723d20f75de4d69430a",
        "9328a37bc96aa3ed5055e631f303fe400ebd9ea0b30d682b0a16cf9f6741e2fa401d92351251aad4d2dfb0da5015b75f",
      ]
    ),
  ])
  func noncesFollowOneAnotherAsSpecified(_ hash: SHA2, _ expected: [String]) {
    let digest = hash.digest(Array("sample".utf8))
    let padding = [UInt8](repeating: 0, count: 48 - digest.count)
    var nonces = DeterministicNonce(
      secret: ECDSAVectorTests.p384Secret, digest: padding + digest, hmac: hash == .sha384 ? .sha384 : .sha256)
    for nonce in expected {
      #expect(Bytes(nonces.next()).hex == nonce)
      nonces.reject()
    }
  }
}
