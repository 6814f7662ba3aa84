public import GameKit
internal import Primitives

/// The ledger of tags beside a game that knows the keys, and so writes down which tags are made and compared.
///
/// Causes are guessed tags. Of guessed keys, equal keys and equal nonces it knows nothing: where these matter, it is for
/// adversaries that try none.
public struct TagLedger<Query: GameQuery, Answer>: Ledger {
  private let journal: Journal<TagEvent>
  private let bits: Int
  private let attempts: @Sendable (Budget<Query.Kind>) -> Int

  /// - Parameter attempts: how often a tag may be compared.
  init(_ journal: Journal<TagEvent>, bits: Int, attempts: @escaping @Sendable (Budget<Query.Kind>) -> Int) {
    (self.journal, self.bits, self.attempts) = (journal, bits, attempts)
  }

  public mutating func restart() { journal.removeAll() }

  public mutating func note(_ query: Query, _ answer: Answer, in account: inout Account) {
    journal.read { account.note($0) }
  }

  public func most(within budget: Budget<Query.Kind>) -> Double { Self.guesses(attempts(budget), bits: bits) }
}

extension CipherGame {
  /// Makes the ledger beside the game; nil where the chances of the cipher are not known.
  public static func ledger(_ cipher: C) -> (@Sendable (inout CipherGame) -> TagLedger<CipherQuery<C>, CipherAnswer>)? {
    guard let bits = cipher.sealedTagBits else { return nil }
    return { TagLedger($0.overhear(), bits: bits) { $0[.dec] + $0[.open] } }
  }
}
