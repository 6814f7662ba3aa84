// Claim to be broken: whoever is to forge for a whole quorum has to forge under every key of it, and cannot do that with a higher
// probability than under one that was chosen before, whatever the number of keys. If forgeries are independent it is the product
// of their probabilities, far too rare to be waited for: so the game declares levels.
// Source: ours, over EasyCrypt, PKSMK, module UF.
public import Coins
public import GameKit
public import Primitives

/// Strong unforgeability under all of so many keys at once. The level is how many of the first keys are forged without a gap.
public struct QuorumForgery<S: SignatureScheme>: LevelledGame {
  private var real: SignatureIdealization<S>.Real
  public let levels: Int
  public private(set) var level = 0
  /// Whether two generated keys are one, which leaves a place of the quorum that nobody can fill.
  private var isShort = false

  /// - Parameter keys: how many there have to be.
  public init(scheme: S, keys: Int) { (real, levels) = (SignatureIdealization(scheme: scheme).left, keys) }

  public var isWon: Bool { level == levels }

  public mutating func restart(coins: Coins) {
    real.restart(coins: coins)
    (level, isShort) = (0, false)
  }

  public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
    let before = real.service.registered.count
    let answer = real.answer(query)
    let keys = real.service.registered
    if case .keygen = query, keys.count == before { isShort = true }
    while !isShort, level < min(levels, keys.count), real.forgedKeys.contains(keys.elements[level]) { level += 1 }
    return answer
  }
}
