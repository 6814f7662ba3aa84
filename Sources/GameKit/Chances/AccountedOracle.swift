internal import Coins

/// An oracle with a ledger beside it: what the adversary is told, the ledger is told.
@_spi(Harness) public struct AccountedOracle<O: Oracle, L: Ledger>: Oracle where L.Query == O.Query, L.Answer == O.Answer {
  public private(set) var oracle: O
  private var ledger: L
  public private(set) var account: Account

  package init(_ oracle: consuming O, _ ledger: L, planted: Account.Planted?) {
    (self.oracle, self.ledger, account) = (oracle, ledger, Account(planted: planted))
  }

  public var budget: Budget<O.Query.Kind> { oracle.budget }

  /// Begins a trial, as `body` says for the oracle inside.
  public mutating func restart(_ body: (inout O) -> Void) {
    body(&oracle)
    ledger.restart()
    account.restart()
  }

  /// Hands over the account of the trial, and keeps the next one in the storage of an earlier one.
  package mutating func exchange(_ earlier: inout Account) { swap(&account, &earlier) }

  public mutating func ask(_ query: O.Query) throws(Forfeit) -> O.Answer {
    let answer = try oracle.ask(query)
    if !account.isClosed { ledger.note(query, answer, in: &account) }
    return answer
  }

  public mutating func credit(_ attack: String) { oracle.credit(attack) }
}
