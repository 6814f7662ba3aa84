public import Coins
public import GameKit
public import Games
public import Primitives

/// Asks for one derived key, and tries keys from which it may come.
///
/// On the calibrated cipher with keys of κ bits, k tries have the advantage k/2^κ · (1 − 2^−κ)ᵏ exactly: of a try that is wrong
/// the key may be the same by chance, in either world.
public struct GuessDerivationKey<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivationQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C
  let tries: Int

  public init(cipher: C, tries: Int) { (self.cipher, self.tries) = (cipher, tries) }

  /// Says "right" when none gives it.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let context = Bytes([UInt8](repeating: 0, count: cipher.contextLength))
    let derived = try oracle.ask(.evaluate(context))
    for index in 0..<UInt64(tries) {
      guard let key = cipher.candidateKey(index) else { return false }
      if try oracle.ask(.derive(key, context: context)) == derived { return false }
    }
    return true
  }
}

/// Asks for the keys of two contexts, and compares them.
public struct CompareContexts<C: DerivingAEAD>: Adversary {
  public typealias Query = DerivationQuery<C>
  public typealias Answer = DerivedKeyAnswer<C>
  let cipher: C

  public init(cipher: C) { self.cipher = cipher }

  /// Says "right" when they differ.
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let zeros = [UInt8](repeating: 0, count: cipher.contextLength)
    let first = try oracle.ask(.evaluate(Bytes(zeros)))
    return try oracle.ask(.evaluate(Bytes(zeros.dropLast() + [1]))) != first
  }
}
