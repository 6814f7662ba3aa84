import Coins

/// The names of the draws of `CipherGame`.
enum CipherLabel {
  static func key(_ number: Int) -> Label { Label("newkey", UInt64(number)) }

  static func nonce(_ encryption: UInt64) -> Label { Label("enc", encryption) }

  /// Of an encryption under a known key.
  static func ownNonce(_ number: UInt64) -> Label { Label("own", number) }
}
