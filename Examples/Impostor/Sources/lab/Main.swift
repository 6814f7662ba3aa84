import GamekeeperKit
import Impostor

/// The whole command line, with one more adversary against the whole protocol: `swift run impostor-lab play key-secrecy -a impostor`.
@main struct Lab: GamekeeperTool {
  static let additions = Additions(
    from: "impostor",
    attacks: [
      OutsideAttack(
        Attack(
          "impostor", "guesses one honest operator's signature, with all guesses that there are",
          expects: "tries·q_ops/2^signatureBits"
        ) {
          TestStolenKey(Impostor(population: $0.population))
        }, on: ["key-secrecy"])
    ])
}
