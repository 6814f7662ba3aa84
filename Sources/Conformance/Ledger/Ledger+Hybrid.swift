extension Ledger {
  private static let sampling =
    "Sampling at once and step by step is one distribution: here every draw has a name, so there is one way."
  private static let lists = "A fact about lists and maps: here the ledger of produced ciphertexts is compared query by query."
  private static let first: Conformance = .hops([
    .init(hop: "hop1false", adversary: "fuzz-recipients"), .init(hop: "hop1true", adversary: "fuzz-recipients"),
  ])
  private static let second = Conformance.hop("hop2", "fuzz-recipients")

  static let hybrid: [LedgerRow] =
    LedgerRow.oracles(
      .hybrid,
      ("DHIES.gen", "KeyAgreement.generateKey", .plays("diffie-hellman", "gen", .pastTheBudget, .exponentZero)),
      (
        "DHIES.mencrypt", "MultiRecipientEncryption.encrypt",
        .plays("diffie-hellman", "ror", .pastTheBudget, .exponentZero, .ephemeralHashed)
      ),
      (
        "DHIES.decrypt", "MultiRecipientEncryption.decrypt",
        .plays("diffie-hellman", "hash", .uncounted, .neutralElement, .ephemeralHashed)
      ))
    + LedgerRow.oracles(
      .hybrid,
      ("MEnc.mencrypt", "MultiRecipientEncryption: `encrypt` is `makeKeys`, then `seal`", first),
      ("MEnc.mencDHIES1", "", .proof(sampling)), ("MEnc.mencDHIES2", "", .proof(sampling)),
      ("MEnc.mrndkeys1", "", .proof(sampling)), ("MEnc.mrndkeys2", "", .proof(sampling)),
      (
        "Adv1_Procs.gen", "RecipientsFromODH",
        .different(
          why:
            "The file's reduction asks the concrete game for keys, past the oracle that it is given; ours asks its oracle. In "
            + "the games of the file both do the same.",
          said: "results/findings/reduction-not-black-box.md")
      ),
      ("Adv1_Procs.lor", "RecipientsFromODH", first), ("Adv1_Procs.dec", "RecipientsFromODH", first),
      ("Adv1.guess", "RecipientsFromODH", first),
      (
        "MRPKErnd_lor.lor", "RecipientGame with random keys",
        .plays("recipients-random-keys", "lor", .pastTheBudget, .strictBound, .unequalLengths)
      ),
      ("MRPKErnd_lor.dec", "RecipientGame with random keys", .plays("recipients-random-keys", "dec", .pastTheBudget)),
      ("MRPKErnd_Sec.game", "RecipientGame with random keys", .whole(["recipients-random-keys"])),
      ("MRPKErnd_Sec.main", "RecipientGame with random keys", .guess),
      ("Adv2_Procs.lor", "RecipientsFromCipher", second), ("Adv2_Procs.dec", "RecipientsFromCipher", second),
      ("Adv2.guess", "RecipientsFromCipher", second))
    + LedgerRow.steps(
      .hybrid, sampling, "dlet_lockedE", "mencDHIES_menc", "mencDHIES_eq", "mrndkeys_def", "mencrypt_def1", "gendef",
      "mencryptdef", "decryptdef")
    + LedgerRow.steps(
      .hybrid, lists, "L1", "pkmem_foldenc", "tagmem_foldenc", "ctxt1mem_foldenc", "mem_mencDHIES", "ephmem_foldenc")
    + LedgerRow.lemmas(
      .hybrid,
      ("hop1false", "RecipientsAreODH, real", .hop("hop1false", "fuzz-recipients")),
      ("hop1true", "RecipientsAreODH, random", .hop("hop1true", "fuzz-recipients")))
    + LedgerRow.steps(.hybrid, lists, "mem_fold_encs", "map_iota")
    + LedgerRow.lemmas(
      .hybrid,
      ("hop2", "RandomKeysAreCipher", second),
      (
        "reduction", "hop `reduction`: 2·ε_odh + ε_aead-multi",
        .different(
          why:
            "The file bounds the guess of the outer bit by a whole advantage in the middle; ours has advantages everywhere, so "
            + "the middle one counts twice.",
          said: "results/findings/diffie-hellman-factor.md", playing: [.init(hop: "reduction", adversary: "fuzz-recipients")])
      ))
}
