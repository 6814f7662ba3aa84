extension Ledger {
  static let signatures: [LedgerRow] =
    LedgerRow.oracles(
      .signatures,
      ("RealSigServ.keygen", "SignatureService.generateKey", .plays("signatures-real", "keygen", .pastTheBudget)),
      ("RealSigServ.sign", "SignatureService.sign", .plays("signatures-real", "sign", .pastTheBudget)),
      ("RealSigServ.pkeys", "SignatureQuery.publicKeys", .plays("signatures-real", "publicKeys", .uncounted)),
      ("RealSigServ.verify", "SignatureIdealization.Real", .plays("signatures-real", "verify", .uncounted)),
      ("IdealSigServ.verify", "SignatureIdealization.Ideal", .plays("signatures-ideal", "verify", .uncounted)),
      ("OrclUF.forge", "SignatureForgery: every `verify` is an attempt", .plays("signatures-real", "verify", .uncounted)),
      ("UF.main", "SignatureForgery", .whole(["signatures-real"])),
      ("IndSig.main", "SignatureIdealization", .whole(["signatures-real", "signatures-ideal"])),
      ("MkAdvUF.verify", "ForgerFromDistinguisher", .hop("ind_uf", "fuzz")),
      ("MkAdvUF.main", "ForgerFromDistinguisher", .hop("ind_uf", "fuzz")),
      ("UF1.sign", "SignatureForgery with one key", .plays("signatures-one-key", "sign", .pastTheBudget, .legalOnly)),
      ("UF1.forge", "SignatureForgery with one key", .plays("signatures-one-key", "verify", .uncounted)),
      ("UF1.main", "SignatureForgery with one key", .whole(["signatures-one-key"])),
      ("WAkg.keygen", "Budget.charge", .plays("one-key-reduction", "keygen", .pastTheBudget, .givesUp)),
      ("WAkg.main", "Budget", .whole(["one-key-reduction"])),
      ("MkAdvUF1.keygen", "OneKeyForger", .plays("one-key-reduction", "keygen", .pastTheBudget, .givesUp)),
      ("MkAdvUF1.sign", "OneKeyForger", .plays("one-key-reduction", "sign", .pastTheBudget, .givesUp)),
      ("MkAdvUF1.pkeys", "OneKeyForger", .plays("one-key-reduction", "publicKeys", .uncounted, .givesUp)),
      ("MkAdvUF1.forge", "OneKeyForger", .plays("one-key-reduction", "verify", .uncounted, .givesUp)),
      ("MkAdvUF1.main", "OneKeyForger", .whole(["one-key-reduction"])))
    + LedgerRow.axioms(
      .signatures, ("keygen_ll", .lossless), ("sign_ll", .lossless),
      ("verify_sign", .assumed("Tested of every scheme: what `sign` makes `verify` accepts.")))
    + LedgerRow.steps(.signatures, coupled, "lem1", "lem2", "lem3")
    + LedgerRow.lemmas(.signatures, ("ind_uf", "SignatureIdealization", .hop("ind_uf", "fuzz")))
    + LedgerRow.steps(
      .signatures, coupled, "UF_Aux", "Aux_bound", "Aux_Aux1", "Aux1_EAux1", "EAux1_MkAdvUF1")
    + LedgerRow.lemmas(
      .signatures,
      ("uf_uf1", "OneKeyForger", .hop("uf_uf1", "fuzz")),
      ("ind_uf1", "ForgerFromDistinguisher, then OneKeyForger", .hop("ind_uf1", "fuzz")))
}
