public import Coins

/// Authenticated encryption with associated data, as a value. A ciphertext is nonce ‖ body ‖ tag, and the nonce is drawn from the
/// coins.
public protocol AEAD: Sendable {
  associatedtype Key: Hashable & Codable & Sendable & CanonicalBytes

  func generateKey(for label: Label, coins: Coins) -> Key

  /// `message` under `key`, with the nonce that is drawn for `label`: two messages under one key need two labels.
  func seal(_ message: [UInt8], associatedData: [UInt8], key: Key, nonce label: Label, coins: Coins) -> Bytes
  func open(_ ciphertext: Bytes, associatedData: [UInt8], key: Key, coins: Coins) -> Opening

  /// `ciphertext` with the `index`-th of a fixed list of distinct tags in place of its own, for adversaries that guess; nil if it
  /// is too short to have one.
  func candidate(_ index: UInt64, for ciphertext: Bytes) -> Bytes?

  /// The coin that the right tag of a ciphertext is, under a name that tells nothing of the key, and the value in its place; nil
  /// where nobody knows the chances, as in every real cipher.
  func tag(of ciphertext: Bytes, associatedData: [UInt8], key: Key) -> (coin: SealedCoin, value: UInt64)?
}

extension AEAD {
  public func tag(of ciphertext: Bytes, associatedData: [UInt8], key: Key) -> (coin: SealedCoin, value: UInt64)? { nil }

  /// The `index`-th of a fixed list of distinct keys, for adversaries that guess: of eight bytes in the calibrated suite, of 32
  /// in the real ones; nil for a cipher with keys of another length.
  public func candidateKey(_ index: UInt64) -> Key? {
    let word = Message(0, index).bytes
    return Key(bytes: Array(word.suffix(8))) ?? Key(bytes: [UInt8](repeating: 0, count: 16) + word)
  }
}
