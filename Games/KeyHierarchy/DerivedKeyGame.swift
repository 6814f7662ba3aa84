public import Coins
public import GameKit
public import Primitives

/// A service that encrypts under one key, each time with a random nonce; or that derives a key for every message, from the one
/// and a random context (docs/model.md, section 3.10).
public struct DerivedKeyGame<C: DerivingAEAD>: Game {
  /// Where a message's key comes from.
  public enum Derivation: Sendable {
    /// It is the service's key.
    case none
    /// The key derivation function of the service's key and the context.
    case function
    /// A planted defect: the function is not given the context.
    case withoutContext
    /// A random function of the context.
    case randomFunction
  }

  let cipher: C
  let derivation: Derivation
  let contextBits: Int
  /// Whether it uses no context and nonce twice.
  let refusesRepeats: Bool
  private var coins = Coins.beforeTheFirstTrial
  /// What was drawn for the uses, context and nonce in one.
  private(set) var headers = AppendLog<SIMD4<UInt64>>()
  private(set) var uses: UInt64 = 0
  /// Whether a context and nonce were drawn that had been used.
  private(set) var hasRepeat = false

  /// - Parameter contextBits: how many bits of the context are random; 0 where no key is derived.
  public init(cipher: C, derivation: Derivation, contextBits: Int, refusesRepeats: Bool = false) {
    (self.cipher, self.derivation, self.contextBits, self.refusesRepeats) = (cipher, derivation, contextBits, refusesRepeats)
  }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    headers.removeAll()
    (uses, hasRepeat) = (0, false)
  }

  public mutating func answer(_ query: DerivedKeyQuery<C>) -> DerivedKeyAnswer<C> {
    switch query {
    case .encrypt(let message):
      let header = Header(cipher, contextBits: contextBits, number: uses, coins: coins)
      uses += 1
      if headers.contains(header.drawn) {
        hasRepeat = true
        if refusesRepeats { return .refused }
      }
      headers.append(header.drawn)
      let ciphertext = cipher.seal(
        message.array, associatedData: [], key: key(for: header.context), nonce: header.nonce, coins: coins)
      return .ciphertext(context: Bytes(header.context), ciphertext)
    case .derive(let key, let context): return FunctionKeys(cipher: cipher).own(key, context, coins)
    case .open(let key, let ciphertext):
      return cipher.open(ciphertext, associatedData: [], key: key, coins: coins).message.map { .message($0) } ?? .nothing
    }
  }

  private func key(for context: [UInt8]) -> C.Key {
    let keys = FunctionKeys(cipher: cipher)
    return switch derivation {
    case .none: keys.service(coins)
    case .function: cipher.key(derivedFrom: keys.service(coins), context: context, coins: coins)
    case .withoutContext: cipher.key(derivedFrom: keys.service(coins), context: keys.noContext, coins: coins)
    case .randomFunction: keys.drawn(context, coins)
    }
  }
}

/// Keys by the function and by a random one, under the same names in every game of the family.
struct FunctionKeys<C: DerivingAEAD> {
  let cipher: C

  /// The service's own.
  func service(_ coins: Coins) -> C.Key { cipher.generateKey(for: Label("service"), coins: coins) }

  var noContext: [UInt8] { [UInt8](repeating: 0, count: cipher.contextLength) }

  /// The random function's value at a context, which names the draw.
  func drawn(_ context: [UInt8], _ coins: Coins) -> C.Key {
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    return cipher.generateKey(for: Label("rndfunc", word(context.dropLast(8)), word(context.suffix(8))), coins: coins)
  }

  /// The adversary's own evaluation.
  func own(_ key: C.Key, _ context: Bytes, _ coins: Coins) -> DerivedKeyAnswer<C> {
    guard context.array.count == cipher.contextLength else { return .refused }
    return .key(cipher.key(derivedFrom: key, context: context.array, coins: coins))
  }
}
