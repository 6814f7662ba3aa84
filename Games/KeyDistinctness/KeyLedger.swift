import Coins
public import GameKit
public import Primitives

/// The ledger of generated keys, for a scheme whose chances are known: every key may equal each distinct one before it.
public struct KeyLedger<S: SignatureScheme>: Ledger, Sendable {
  public typealias Query = KeyQuery
  public typealias Answer = KeyAnswer<S>
  private let scheme: S
  private let bits: Int
  private var drawn: UInt64 = 0

  /// Nil if the chances of the scheme are not known.
  public init?(_ scheme: S) {
    guard let sealed = scheme.sealed else { return nil }
    (self.scheme, bits) = (scheme, sealed.keyBits)
  }

  public mutating func restart() { drawn = 0 }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    let label = KeyDistinctness<S>.label(query, drawn)
    drawn += 1
    guard case .key(let key) = answer, let value = scheme.value(ofKey: key) else { return }
    account.draw(.identityKey, SealedCoin(label, bits: bits), value, against: .honestKeys, joining: .honestKeys)
  }

  public func most(within budget: Budget<Query.Kind>) -> Double {
    let keys = Double(budget[.honest]) + Double(budget[.rogue])
    return min(keys, keys * (keys - 1) / 2 * Chance(1, of: 1 << UInt128(bits)).value)
  }
}
