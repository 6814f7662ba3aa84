import Conformance

/// What stands in the published files, extracted from them: the procedures of their modules with a body (but for `init`, which
/// begins a trial; that of `ODH_Orcl` is offered to adversaries), their lemmas, local ones included, and their axioms.
enum PublishedNames {
  static let commit = "ad94f3fcb"

  static let all: [PublishedFile: [LedgerRow.Kind: String]] = [
    .signatures: [
      .oracle: """
      RealSigServ.keygen RealSigServ.sign RealSigServ.pkeys RealSigServ.verify IdealSigServ.verify OrclUF.forge
      UF.main IndSig.main MkAdvUF.verify MkAdvUF.main UF1.sign UF1.forge UF1.main WAkg.keygen WAkg.main
      MkAdvUF1.keygen MkAdvUF1.sign MkAdvUF1.pkeys MkAdvUF1.forge MkAdvUF1.main
      """,
      .lemma: """
      lem1 lem2 lem3 ind_uf UF_Aux Aux_bound Aux_Aux1 Aux1_EAux1 EAux1_MkAdvUF1 uf_uf1 ind_uf1
      """,
      .axiom: """
      keygen_ll sign_ll verify_sign
      """,
    ],
    .hashes: [
      .oracle: """
      OrclCR.collision CR.main RealHash.hash RealHash.check IdealHash.hash IdealHash.check IndHash.main MkAdvCR.hash
      MkAdvCR.check MkAdvCR.main
      """,
      .lemma: """
      lem1 lem2 lem3 ind_cr
      """,
      .axiom: """
      hkgen_ll Alossless
      """,
    ],
    .encryption: [
      .oracle: """
      AEAD_Oracles.newkey AEAD_Oracles.enc AEAD_Oracles.lor AEAD_Oracles.dec AEAD_LoR.main AEAD_LoRCondProb.game
      AEAD_LoRCondProb.main AEADmul_Oracles.lor AEADmul_Oracles.dec AEADmul_Sec.main
      """,
      .lemma: """
      condprob_equiv
      """,
      .axiom: """
      gen_ll enc_ll aead_corr
      """,
    ],
    .diffieHellman: [
      .oracle: """
      ODH_Orcl.init ODH_Orcl.gen ODH_Orcl.ror ODH_Orcl.hash ODH_Sec.game ODH_Sec.main
      """,
      .axiom: """
      prime_p posbounds
      """,
    ],
    .recipients: [
      .oracle: """
      Scheme.gen Scheme.mencrypt Scheme.decrypt MRPKE_lor.gen MRPKE_lor.lor MRPKE_lor.dec MRPKE_Sec.game
      MRPKE_Sec.main
      """,
      .axiom: """
      gen_ll mencrypt_ll
      """,
    ],
    .hybrid: [
      .oracle: """
      DHIES.gen DHIES.mencrypt DHIES.decrypt MEnc.mencrypt MEnc.mencDHIES1 MEnc.mencDHIES2 MEnc.mrndkeys1 MEnc.mrndkeys2
      Adv1_Procs.gen Adv1_Procs.lor Adv1_Procs.dec Adv1.guess MRPKErnd_lor.lor MRPKErnd_lor.dec MRPKErnd_Sec.game
      MRPKErnd_Sec.main Adv2_Procs.lor Adv2_Procs.dec Adv2.guess
      """,
      .lemma: """
      dlet_lockedE mencDHIES_menc mencDHIES_eq mrndkeys_def mencrypt_def1 gendef mencryptdef decryptdef L1
      pkmem_foldenc tagmem_foldenc ctxt1mem_foldenc mem_mencDHIES ephmem_foldenc hop1false hop1true mem_fold_encs
      map_iota hop2 reduction
      """,
    ],
  ]

  /// As `KIND FILE NAME`.
  static var list: [String] {
    all.flatMap { file, kinds in
      kinds.flatMap { kind, names in names.split(whereSeparator: \.isWhitespace).map { "\(kind) \(file.rawValue) \($0)" } }
    }
  }
}
