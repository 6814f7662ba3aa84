import Coins
import Primitives

/// Encryption of users' data outside of HSMs: by a simulation that holds keys, and by anybody who computes.
///
/// Its draws have the names that they have in `CipherGame`, which takes its place in a reduction: so the worlds of a perfect hop
/// are equal trial by trial. Encryptions in honest domains are counted apart from those under known keys.
struct UserCipher<C: AEAD> {
  let cipher: C
  private(set) var coins = Coins.beforeTheFirstTrial
  private var encryptions: UInt64 = 0
  private var own: UInt64 = 0

  init(_ cipher: C) { self.cipher = cipher }

  mutating func restart(coins: Coins) {
    self.coins = coins
    (encryptions, own) = (0, 0)
  }

  /// The key of a domain that has none: the `number`-th.
  func newKey(_ number: Int) -> Bytes { Bytes(cipher.generateKey(for: CipherLabel.key(number), coins: coins).bytes) }

  /// The number of the next encryption, as the draw of an HSM's operation.
  func draw(isProtected: Bool) -> UInt64 { isProtected ? Party.user.draw(Int(encryptions)) : Party.adversary.draw(Int(own) + 1) }

  /// Notes that there was one.
  mutating func count(isProtected: Bool) { if isProtected { encryptions += 1 } else { own += 1 } }

  /// The ciphertext under a key, nil if it is no key.
  mutating func seal(_ message: Bytes, data: Bytes, key: Bytes, isProtected: Bool) -> Bytes? {
    guard let key = C.Key(bytes: key.array) else { return nil }
    let nonce = isProtected ? CipherLabel.nonce(encryptions) : CipherLabel.ownNonce(own + 1)
    count(isProtected: isProtected)
    return cipher.seal(message.array, associatedData: data.array, key: key, nonce: nonce, coins: coins)
  }

  /// What is in a ciphertext.
  func open(_ ciphertext: Bytes, data: Bytes, key: Bytes) -> EncryptionServiceAnswer {
    guard let key = C.Key(bytes: key.array),
      let message = cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message
    else {
      return .impossible
    }
    return .message(message)
  }

  /// What the adversary computes; the network is not asked here.
  mutating func compute(_ query: AttackQuery) -> EncryptionServiceAnswer {
    switch query {
    case .network: .noQueryOfTheService
    case .seal(let key, let message, let data): seal(message, data: data, knownKey: key)
    case .open(let key, let ciphertext, let data): open(ciphertext, data: data, key: key)
    }
  }

  /// The adversary's own encryption.
  mutating func seal(_ message: Bytes, data: Bytes, knownKey: Bytes) -> EncryptionServiceAnswer {
    seal(message, data: data, key: knownKey, isProtected: false).map { .ciphertext($0) } ?? .noKey
  }
}
