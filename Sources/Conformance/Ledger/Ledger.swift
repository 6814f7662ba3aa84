/// Every oracle, lemma and axiom of the published files, in their order.
public enum Ledger {
  public static let rows: [LedgerRow] = signatures + hashes + encryption + diffieHellman + recipients + hybrid

  /// Why the lemmas that lead to another one have no row of their own.
  static let coupled = "A step on the way to the lemma: here the two games are coupled trial by trial instead."
}
