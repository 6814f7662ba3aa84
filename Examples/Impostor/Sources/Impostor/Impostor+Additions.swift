import Adversaries
import Arena
import GameKit
import Games
import Records

extension Impostor {
  /// What the command line knows of it: it plays the whole protocol.
  public static let additions = Additions(
    from: "impostor",
    attacks: [
      OutsideAttack(
        Attack<ErasedStage<KeySecrecyQuery, KeySecrecyAnswer>>(
          "impostor", "guesses one honest operator's signature, with all guesses that there are",
          expects: "tries·q_ops/2^signatureBits",
          chance: { Bound.quotient("tries" * "q_ops", .two(to: "signatureBits")).value($0.assignment).map { min(1, $0) } }
        ) { stage in
          TestStolenKey(
            Impostor(population: DomainSize(operators: stage["q_ops"], hsms: stage["q_hid"], quorum: stage["n"])))
        }, on: ["key-secrecy"])
    ])
}
