import EncryptionAdversaries
import Arena
import GameKit
import Games
import Primitives
import Referee

/// Oracle Diffie–Hellman, real against random.
struct ODHStage<S: HybridScheme>: Stage {
  typealias Query = ODHQuery<S>
  typealias Answer = ODHAnswer<S>
  let wiring: Wiring
  let scheme: S

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let scheme = scheme
    let budget = Budget<ODHQuery<S>.Kind> { kind in
      switch kind {
      case .gen: self["q_gen"]
      case .ror: self["q_lor"]
      case .hash: self["q_dec"]
      case .derive: self["q_kdf"]
      }
    }
    return wiring.worlds(
      left: { OracleDiffieHellman(scheme: scheme, world: .real) }, right: { OracleDiffieHellman(scheme: scheme, world: .random) },
      against: adversary, budget: budget)
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "repeat-challenge", "asks for one recipient's keys twice", expects: "0; 1 where the ephemeral key is reused"
      ) { RepeatChallenge(scheme: $0.scheme) },
      Attack(
        "equivalent-ephemeral", "asks for the key of another ephemeral key with the same shared secret",
        expects: "0; 1 on real groups where the ephemeral key is not bound"
      ) { EquivalentODH(scheme: $0.scheme) },
    ] + RecipientStage<S>.attacks.map { $0.underB1(isDueToGroup: false) }
  }
}

extension ODHStage where S.Group == CalibratedGroup, S.Cipher.Key == CalibratedAEAD.Key {
  static var smallGroupAttacks: [Attack<Self>] {
    [
      Attack(
        "solve-odh", "computes an exponent by baby steps and giant steps, and checks the challenge's key",
        expects: "(work²/4 − 1)/(q − 1)", on: [.calibrated]
      ) {
        SolveODH(
          scheme: $0.scheme,
          logarithm: DiscreteLogarithm(group: $0.scheme.group, method: .babyStepGiantStep, work: $0["work"]))
      },
      Attack(
        "shift-ephemeral", "asks for the key of X·g and divides", expects: "0; 1 where group elements are not hashed",
        on: [.calibrated]
      ) { ShiftEphemeral(scheme: $0.scheme) },
    ]
      + RecipientStage<S>.smallGroupAttacks.map { $0.underB1(isDueToGroup: true) }
  }
}

/// Left or right under the fresh keys of a scheme's cipher.
struct FreshRecipientStage<S: HybridScheme>: Stage {
  typealias Query = FreshKeyQuery<S.Cipher>
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let scheme: S

  fileprivate var fresh: FreshKeyStage<S.Cipher> { FreshKeyStage(wiring: wiring, cipher: scheme.cipher, part: .leftOrRight) }

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    fresh.experiment(against: adversary)
  }

  static var attacks: [Attack<Self>] {
    RecipientStage<S>.attacks.map { $0.underB2(chance: $0.facts.chance) }
      + FreshKeyStage<S.Cipher>.attacks.map { $0.on(\.fresh) }
  }
}

extension FreshRecipientStage where S.Group == CalibratedGroup {
  /// Against fresh keys the searches in the group find nothing.
  static var smallGroupAttacks: [Attack<Self>] {
    RecipientStage<S>.smallGroupAttacks.map { $0.underB2(chance: $0.facts.chance.map { _ in AttackFacts.none }) }
  }
}

extension Attack {
  /// Where the adversary does not know the bit, B₁ guesses right half the time in either world, and keeps half of the advantage;
  /// of one that is due to the cipher it keeps nothing.
  fileprivate func underB1<T: HybridScheme>(isDueToGroup: Bool) -> Attack<ODHStage<T>> where S == RecipientStage<T> {
    let kept = facts.chance.map { chance -> AttackFacts.Chance in
      { selection in
        guard selection["bit"] == 2 else { return nil }
        return isDueToGroup ? Entry.unplanted(selection, chance).map { $0 / 2 } : 0
      }
    }
    return under("b1", "is the reduction B₁", expects: "half of what is due to the group", chance: kept) {
      RecipientStage(wiring: $0.wiring, scheme: $0.scheme, part: .underB1)
    }
  }

  fileprivate func underB2<T: HybridScheme>(chance: AttackFacts.Chance?) -> Attack<FreshRecipientStage<T>>
  where S == RecipientStage<T> {
    under("b2", "is the reduction B₂", expects: "what is due to the cipher", chance: chance) {
      RecipientStage(wiring: $0.wiring, scheme: $0.scheme, part: .underB2)
    }
  }
}
