// Claims: the cipher game under this simulation is the game of fresh keys with left messages, exactly; and with right messages
// until a forgery, for there the cipher game decrypts nothing. The forgery is paid by the second use of the simulation.
//
//     Adv(aead-multi, A)  ≤  Adv(aead, B(A)) + Adv(aead, F(A))
//
// **[ours]**: the published files relate the two games of `AEAD.ec` nowhere.
public import Coins
public import GameKit
public import Primitives

/// B and F: a new key of the cipher game for each recipient of a challenge.
public struct FreshKeysFromCipher<C: AEAD>: Simulation {
  public typealias Query = FreshKeyQuery<C>
  public typealias Answer = CipherAnswer
  public typealias Inner = CipherGame<C>

  public enum Use: Sendable {
    /// B hands both messages on, and says what its adversary says.
    case distinguisher
    /// F has the right message encrypted in either world, and says whether anything was forged.
    case forger
  }

  public enum Keys: Sendable {
    case fresh
    /// A defect: all recipients of a challenge share one key.
    case sharedByChallenge
  }

  let use: Use
  let keys: Keys
  let keysPerChallenge: Int
  /// The cipher game's number of each key.
  private var numbers: [Int] = []
  private var isForged = false

  public init(_ use: Use, keys: Keys = .fresh, keysPerChallenge: Int) {
    (self.use, self.keys, self.keysPerChallenge) = (use, keys, keysPerChallenge)
  }

  public mutating func restart(coins: Coins) {
    numbers.removeAll(keepingCapacity: true)
    isForged = false
  }

  /// A challenge costs as many challenges of the cipher game as it has keys.
  public func budget(within inner: Budget<CipherQuery<C>.Kind>) -> Budget<FreshKeyQuery<C>.Kind> {
    Budget { kind in
      switch kind {
      case .lor: min(inner[.newKey], inner[.lor]) / max(1, keysPerChallenge)
      case .dec: inner[.dec]
      case .seal: inner[.seal]
      case .open: inner[.open]
      }
    }
  }

  public func output(for bit: Bool) -> Bool { use == .forger ? isForged : bit }

  public mutating func answer(
    _ query: FreshKeyQuery<C>, asking oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> CipherAnswer {
    switch query {
    case .lor(let count, let left, let right, let data):
      guard 0 <= count, count <= keysPerChallenge, left.array.count == right.array.count else { return .refused }
      return try encrypt(use == .forger ? right : left, right, data, count, &oracle)
    case .dec(let key, let data, let ciphertext):
      guard numbers.indices.contains(key) else { return .refused }
      let answer = try oracle.ask(.dec(key: numbers[key], data: data, ciphertext))
      if case .message = answer { isForged = true }
      return answer
    case .seal(let key, let data, let message): return try oracle.ask(.seal(key, data: data, message))
    case .open(let key, let data, let ciphertext): return try oracle.ask(.open(key, data: data, ciphertext))
    }
  }

  private mutating func encrypt(
    _ left: Bytes, _ right: Bytes, _ data: Bytes, _ count: Int, _ oracle: inout some Oracle<CipherQuery<C>, CipherAnswer>
  ) throws(Forfeit) -> CipherAnswer {
    let first = numbers.count
    var ciphertexts: [Bytes] = []
    for index in 0..<count {
      if index > 0, keys == .sharedByChallenge {
        numbers.append(numbers[first])
      } else if case .key(let number) = try oracle.ask(.newKey) {
        numbers.append(number)
      }
      let query = CipherQuery<C>.lor(key: numbers[first + index], left, right, data: data)
      if case .ciphertext(let ciphertext) = try oracle.ask(query) { ciphertexts.append(ciphertext) }
    }
    return .ciphertexts(first: first, ciphertexts)
  }
}
