// Claim to be broken: somebody makes a ciphertext that the service opens and did not make.
//
//     Pr[win]  ≤  ε_aead
//
// It holds as long as no nonce serves twice. The service counts its nonces; the twin forgets the count when it is restarted.
public import Coins
public import GameKit
public import Primitives
public import Records

/// The integrity of a service that counts its nonces, and can be restarted.
public struct ReuseGame<C: DerivingAEAD>: WinnableGame {
  let cipher: C
  /// A planted defect: a restarted service counts from zero.
  let forgetsCount: Bool
  private var coins = Coins.beforeTheFirstTrial
  private var count: UInt64 = 0
  private var produced = AppendLog<CipherTriple>()
  public private(set) var isWon = false
  /// What becomes of tags, for a ledger; nil where nobody listens.
  private var journal: Journal<TagEvent>?

  public init(cipher: C, forgetsCount: Bool = false) { (self.cipher, self.forgetsCount) = (cipher, forgetsCount) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    produced.removeAll()
    (count, isWon) = (0, false)
  }

  public mutating func answer(_ query: ReuseQuery) -> CipherAnswer {
    let key = FunctionKeys(cipher: cipher).service(coins)
    switch query {
    case .encrypt(let message, let data):
      let ciphertext = cipher.seal(
        message.array, associatedData: data.array, key: key, nonce: cipher.nonce(count), coins: coins)
      count += 1
      journal?.note(ciphertext, data.array, key, of: cipher)
      produced.append(CipherTriple(key: 0, data: data, ciphertext: ciphertext))
      return .ciphertext(ciphertext)
    case .decrypt(let ciphertext, let data):
      let message = cipher.open(ciphertext, associatedData: data.array, key: key, coins: coins).message
      journal?.note(ciphertext, data.array, key, of: cipher, opens: message != nil)
      guard let message else { return .nothing }
      if !produced.contains(CipherTriple(key: 0, data: data, ciphertext: ciphertext)) { isWon = true }
      return .message(message)
    case .restart:
      if forgetsCount { count = 0 }
      return .nothing
    }
  }

  /// Makes the ledger beside the game, which is of all its causes: nobody can try a key. Nil where the chances of the cipher are
  /// not known.
  public static func ledger(_ cipher: C) -> (@Sendable (inout ReuseGame) -> TagLedger<ReuseQuery, CipherAnswer>)? {
    guard let bits = cipher.sealedTagBits else { return nil }
    return { game in
      let journal = Journal<TagEvent>()
      game.journal = journal
      return TagLedger(journal, bits: bits) { $0[.decrypt] }
    }
  }
}

/// What may be asked of a service that counts its nonces.
public enum ReuseQuery: GameQuery {
  case encrypt(Bytes, data: Bytes)
  case decrypt(Bytes, data: Bytes)
  /// Switch it off and on again.
  case restart

  public enum Kind: Int, QueryKind {
    case encrypt, decrypt, restart

    public var symbol: String {
      switch self {
      case .encrypt: "q_enc"
      case .decrypt: "q_dec"
      case .restart: "q_restart"
      }
    }

    public var resource: Resource? { self == .decrypt ? .verifications : nil }
  }

  public var kind: Kind {
    switch self {
    case .encrypt: .encrypt
    case .decrypt: .decrypt
    case .restart: .restart
    }
  }

  public var description: String {
    switch self {
    case .encrypt(let message, let data): "encrypt(\(message), data: \(data))"
    case .decrypt(let ciphertext, let data): "decrypt(\(ciphertext), data: \(data))"
    case .restart: "restart()"
    }
  }
}
