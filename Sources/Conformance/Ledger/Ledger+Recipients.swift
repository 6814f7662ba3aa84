extension Ledger {
  private static let scheme = Conformance.assumed(
    "Abstract in the file, and so is the scheme of these games (`HybridScheme`): its instance is in DHIES.ec.")

  static let recipients: [LedgerRow] =
    LedgerRow.oracles(
      .recipients,
      ("Scheme.gen", "HybridScheme.group", scheme),
      ("Scheme.mencrypt", "HybridScheme.encrypt", scheme),
      ("Scheme.decrypt", "HybridScheme.decrypt", scheme),
      ("MRPKE_lor.gen", "RecipientQuery.gen", .plays("recipients", "gen", .pastTheBudget)),
      (
        "MRPKE_lor.lor", "RecipientQuery.lor",
        .plays("recipients", "lor", .pastTheBudget, .strictBound, .unequalLengths)
      ),
      ("MRPKE_lor.dec", "RecipientQuery.dec", .plays("recipients", "dec", .pastTheBudget)),
      ("MRPKE_Sec.game", "RecipientGame", .whole(["recipients"])),
      ("MRPKE_Sec.main", "RecipientGame in two worlds", .guess))
    + LedgerRow.axioms(.recipients, ("gen_ll", .lossless), ("mencrypt_ll", .lossless))
}
