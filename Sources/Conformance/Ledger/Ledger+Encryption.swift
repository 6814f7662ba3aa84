extension Ledger {
  static let encryption: [LedgerRow] =
    LedgerRow.oracles(
      .encryption,
      ("AEAD_Oracles.newkey", "CipherQuery.newKey", .plays("ciphers", "newKey", .uncounted)),
      ("AEAD_Oracles.enc", "CipherQuery.enc", .plays("ciphers", "enc", .uncounted)),
      ("AEAD_Oracles.lor", "CipherQuery.lor", .plays("ciphers", "lor", .uncounted, .unequalLengths)),
      ("AEAD_Oracles.dec", "CipherQuery.dec", .plays("ciphers", "dec", .uncounted, .encryptionsRecorded)),
      ("AEAD_LoR.main", "CipherGame in two worlds", .guess),
      ("AEAD_LoRCondProb.game", "CipherGame", .whole(["ciphers"])),
      ("AEAD_LoRCondProb.main", "CipherGame in two worlds", .guess),
      (
        "AEADmul_Oracles.lor", "FreshKeyQuery.lor",
        .plays("fresh-keys", "lor", .pastTheBudget, .legalOnly, .strictBound, .unequalLengths)
      ),
      ("AEADmul_Oracles.dec", "FreshKeyQuery.dec", .plays("fresh-keys", "dec", .pastTheBudget, .legalOnly)),
      ("AEADmul_Sec.main", "FreshKeyGame in two worlds", .guess))
    + LedgerRow.axioms(
      .encryption, ("gen_ll", .lossless), ("enc_ll", .lossless),
      ("aead_corr", .assumed("Tested of every cipher: what `seal` makes `open` opens.")))
    + LedgerRow.steps(
      .encryption, "The bit is drawn inside or outside of the game: here a world is a game of its own.", "condprob_equiv")

  static let diffieHellman: [LedgerRow] =
    LedgerRow.oracles(
      .diffieHellman,
      (
        "ODH_Orcl.init", "Game.restart",
        .different(
          why:
            "The module type offers it to adversaries, too, who could begin anew under a bit of their choice; here whoever plays "
            + "the game begins it, and adversaries cannot.",
          said: "results/findings/reduction-not-black-box.md")
      ),
      ("ODH_Orcl.gen", "ODHQuery.gen", .plays("diffie-hellman", "gen", .pastTheBudget, .exponentZero)),
      (
        "ODH_Orcl.ror", "ODHQuery.ror",
        .plays("diffie-hellman", "ror", .pastTheBudget, .exponentZero, .ephemeralHashed)
      ),
      (
        "ODH_Orcl.hash", "ODHQuery.hash",
        .plays("diffie-hellman", "hash", .uncounted, .neutralElement, .ephemeralHashed)
      ),
      ("ODH_Sec.game", "OracleDiffieHellman", .whole(["diffie-hellman"])),
      ("ODH_Sec.main", "OracleDiffieHellman in two worlds", .guess))
    + LedgerRow.axioms(
      .diffieHellman,
      (
        "prime_p",
        .assumed(
          "Calibrated groups and P-384 have prime order. X25519 has the cofactor 8: exponents are multiples of it, and a shared "
            + "secret of small order is refused.")
      ),
      ("posbounds", .assumed("A budget may be 0; then nothing is asked.")))
}
