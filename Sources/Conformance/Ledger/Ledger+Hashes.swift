extension Ledger {
  static let hashes: [LedgerRow] =
    LedgerRow.oracles(
      .hashes,
      (
        "OrclCR.collision", "HashCollision",
        .plays(("collisions", parts: [.pastTheBudget]), ("hard-coded-pair", parts: [.fixedFunction]), asking: "collision")
      ),
      ("CR.main", "HashCollision", .whole(["collisions"])),
      ("RealHash.hash", "HashIdealization.Real", .plays("hash-real", "hash", .pastTheBudget)),
      ("RealHash.check", "HashIdealization.Real", .plays("hash-real", "check", .pastTheBudget)),
      (
        "IdealHash.hash", "HashIdealization.Ideal, with the published memory and with ours",
        .plays(
          ("hash-ideal-as-published", parts: [.pastTheBudget]), ("hash-ideal", parts: [.pastTheBudget, .checksRemembered]),
          asking: "hash")
      ),
      (
        "IdealHash.check", "HashIdealization.Ideal, with the published memory and with ours",
        .plays(
          ("hash-ideal-as-published", parts: [.pastTheBudget]), ("hash-ideal", parts: [.pastTheBudget, .checksRemembered]),
          asking: "check")
      ),
      ("IndHash.main", "HashIdealization", .whole(["hash-real", "hash-ideal-as-published"])),
      ("MkAdvCR.hash", "CollisionFinder", .plays("collision-reduction", "hash", .pastTheBudget)),
      ("MkAdvCR.check", "CollisionFinder", .plays("collision-reduction", "check", .pastTheBudget)),
      ("MkAdvCR.main", "CollisionFinder", .whole(["collision-reduction"])))
    + LedgerRow.axioms(
      .hashes, ("hkgen_ll", .lossless),
      ("Alossless", .assumed("A trial that does not end is no trial: the run does not end either.")))
    + LedgerRow.steps(.hashes, coupled, "lem1", "lem2", "lem3")
    + LedgerRow.lemmas(
      .hashes,
      (
        "ind_cr", "HashIdealization",
        .hops([.init(hop: "ind_cr-as-published", adversary: "fuzz-hashes"), .init(hop: "ind_cr", adversary: "fuzz-hashes")])
      ))
}
