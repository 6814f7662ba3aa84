public import Coins

/// What becomes of an authentication tag: for a ledger.
public enum TagEvent: Sendable {
  /// By whoever holds the key.
  case made(SealedCoin)
  case compared(SealedCoin, UInt64, succeeds: Bool)
}
