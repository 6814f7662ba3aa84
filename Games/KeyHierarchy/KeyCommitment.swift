// Claim to be broken: somebody makes one ciphertext that opens under two keys.
//
//     Pr[win]  ≤  ε_com    for a cipher that commits to its key;    AES-GCM does not, and is lost outright
//
// The keys are the adversary's own: what is attacked is no secret, but that two readers agree on what they have read.
public import Coins
public import GameKit
public import Primitives
public import Records

/// A cipher whose ciphertexts begin with a commitment to the key, or the cipher as it is.
public struct KeyCommitment<C: DerivingAEAD>: WinnableGame {
  public enum Cipher: Sendable {
    case plain, committing
    /// A planted defect: the commitment is written, and not looked at.
    case unchecked
  }

  let cipher: C
  let variant: Cipher
  private var coins = Coins.beforeTheFirstTrial
  private var sealed: UInt64 = 0
  public private(set) var isWon = false

  public init(_ cipher: C, _ variant: Cipher) { (self.cipher, self.variant) = (cipher, variant) }

  public mutating func restart(coins: Coins) { (self.coins, sealed, isWon) = (coins, 0, false) }

  public mutating func answer(_ query: CommitmentQuery<C>) -> CipherAnswer {
    switch query {
    case .submit(let first, let second, let ciphertext, let data):
      if first != second, open(ciphertext, first, data) != nil, open(ciphertext, second, data) != nil { isWon = true }
      return .nothing
    case .seal(let key, let message, let data):
      defer { sealed += 1 }
      let (inner, commitment) = keyAndCommitment(key)
      let ciphertext = cipher.seal(
        message.array, associatedData: data.array, key: inner, nonce: cipher.nonce(sealed), coins: coins)
      return .ciphertext(Bytes(commitment + ciphertext.array))
    case .open(let key, let ciphertext, let data): return open(ciphertext, key, data).map { .message($0) } ?? .nothing
    }
  }

  private func keyAndCommitment(_ key: C.Key) -> (C.Key, [UInt8]) {
    variant == .plain ? (key, []) : cipher.committed(key, coins: coins)
  }

  private func open(_ ciphertext: Bytes, _ key: C.Key, _ data: Bytes) -> Bytes? {
    let (inner, commitment) = keyAndCommitment(key)
    guard variant == .unchecked || ciphertext.array.starts(with: commitment) else { return nil }
    let body = Bytes(Array(ciphertext.array.dropFirst(commitment.count)))
    return cipher.open(body, associatedData: data.array, key: inner, coins: coins).message
  }
}

/// What may be asked in the game of key commitment.
public enum CommitmentQuery<C: DerivingAEAD>: GameQuery {
  /// The attempt: two keys, and what is to open under both.
  case submit(C.Key, C.Key, Bytes, data: Bytes)
  /// The adversary's own encryption and decryption.
  case seal(C.Key, Bytes, data: Bytes)
  case open(C.Key, Bytes, data: Bytes)

  public enum Kind: Int, QueryKind {
    case submit, seal, open

    public var symbol: String {
      switch self {
      case .submit: "q_submit"
      case .seal: "q_seal"
      case .open: "q_open"
      }
    }

    public var resource: Resource? { self == .open ? .verifications : nil }
  }

  public var kind: Kind {
    switch self {
    case .submit: .submit
    case .seal: .seal
    case .open: .open
    }
  }

  public var description: String {
    switch self {
    case .submit(let first, let second, let ciphertext, let data): "submit(\(first), \(second), \(ciphertext), data: \(data))"
    case .seal(let key, let message, let data): "seal(\(key), \(message), data: \(data))"
    case .open(let key, let ciphertext, let data): "open(\(key), \(ciphertext), data: \(data))"
    }
  }
}
