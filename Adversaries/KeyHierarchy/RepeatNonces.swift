public import Coins
public import GameKit
public import Games
public import Primitives

/// Has empty messages encrypted until a context and nonce repeat.
///
/// With t random bits a message, q messages repeat them with probability exactly 1 − ∏ᵢ₌₀^q⁻¹ (1 − i/2ᵗ).
public struct RepeatNonces<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>

  public init() {}

  /// Says "right" when an encryption is refused.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    while oracle.budget[.use] > 0 { if try oracle.ask(.encrypt(Bytes([]))) == .refused { return true } }
    return false
  }
}

/// Waits for a context that repeats, whatever its nonce: two messages then have one key, and nothing comes of it.
public struct RepeatContexts<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivedKeyQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>

  public init() {}

  /// Says "right" when one does, which it does in both worlds alike.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    var seen = AppendLog<Bytes>()
    while oracle.budget[.use] > 0 {
      guard case .ciphertext(let context, _) = try oracle.ask(.encrypt(Bytes([]))) else { return false }
      if seen.contains(context) { return true }
      seen.append(context)
    }
    return false
  }
}
