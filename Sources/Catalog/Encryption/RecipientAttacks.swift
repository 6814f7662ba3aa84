import EncryptionAdversaries
import Arena
import GameKit
import Games
import Primitives
import Referee

/// A game or hop of multi-recipient encryption, on one scheme.
struct RecipientStage<S: HybridScheme>: Stage {
  typealias Query = RecipientQuery<S>
  typealias Answer = RecipientAnswer<S>
  let wiring: Wiring
  let scheme: S
  let part: RecipientPart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    play(ErasedAdversary(adversary))
  }

  /// Compiled once for all adversaries: there are many, and the games are large.
  private func play(_ adversary: ErasedAdversary<RecipientQuery<S>, RecipientAnswer<S>>) -> AnyExperiment {
    let (scheme, recipients) = (scheme, self["recipients"])
    let budget = Budget<RecipientQuery<S>.Kind> { kind in
      switch kind {
      case .gen: self["q_gen"]
      case .lor: self["q_lor"]
      case .dec: self["q_dec"]
      case .derive: self["q_kdf"]
      case .seal: self["q_open"] + self["q_dec"]
      case .open: self["q_open"]
      }
    }
    func hop<H: Hop<RecipientQuery<S>, RecipientAnswer<S>>>(_ hop: H) -> AnyExperiment {
      if let twin = wiring.twin(RecipientTwin.self) {
        return wiring.planted(PlantedRecipientHop<S, H>(hop, twin: twin), against: adversary, budget: budget)
      }
      return wiring.hop(hop, against: adversary, budget: budget)
    }
    switch part {
    case .leftOrRight:
      return wiring.worlds(
        left: { RecipientGame(scheme: scheme, keys: .derived, challenge: .left, recipients: recipients) },
        right: { RecipientGame(scheme: scheme, keys: .derived, challenge: .right, recipients: recipients) }, against: adversary,
        budget: budget)
    case .realKeys: return hop(RecipientsAreODH(scheme: scheme, world: .real, recipients: recipients))
    case .randomKeys: return hop(RecipientsAreODH(scheme: scheme, world: .random, recipients: recipients))
    case .freshKeys: return hop(RandomKeysAreCipher(scheme: scheme, recipients: recipients))
    case .underB1:
      let challenge: ChallengeBit = [.left, .right, .drawn][self["bit"]]
      let reduction = SimulatingReduction(of: RecipientGame<S>.self) {
        RecipientsFromODH(scheme: scheme, challenge: challenge, recipients: recipients)
      }
      return ODHStage(wiring: wiring, scheme: scheme).experiment(against: Reduced(reduction, of: adversary))
    case .underB2:
      let reduction = SimulatingReduction(of: RecipientGame<S>.self) {
        RecipientsFromCipher(scheme: scheme, recipients: recipients)
      }
      let target = Budget<FreshKeyQuery<S.Cipher>.Kind> { kind in
        switch kind {
        case .lor: self["q_lor"]
        case .dec: self["q_dec"]
        case .seal: self["q_open"] + self["q_dec"] + self["q_lor"] * recipients
        case .open: self["q_open"] + self["q_dec"]
        }
      }
      return wiring.worlds(
        left: { FreshKeyGame(cipher: scheme.cipher, challenge: .left, keysPerChallenge: recipients) },
        right: { FreshKeyGame(cipher: scheme.cipher, challenge: .right, keysPerChallenge: recipients) },
        against: Reduced(reduction, of: adversary), budget: target)
    }
  }

  /// Those that play on any group.
  static var attacks: [Attack<Self>] {
    [
      Attack("fuzz-recipients", "makes random queries of every kind, legal and illegal", expects: "small") {
        FuzzRecipients(scheme: $0.scheme, queries: $0["queries"], length: $0["length"])
      },
      Attack(
        "forge-tag", "guesses the tag of the challenge's body under another tag", expects: "q_dec/2^tagBits",
        chance: { $0.told { $0.chance(of: "q_dec", guesses: "tagBits") } }
      ) { ForgeTag(scheme: $0.scheme, tries: $0["q_dec"], length: $0["length"]) },
      Attack(
        "transplant-tag", "asks for the challenge under another tag", expects: "2^−tagBits; 1 where the tag is not authenticated",
        chance: { $0.told { 1 / .two(to: $0["tagBits"]) } }
      ) { TransplantTag(scheme: $0.scheme, length: $0["length"]) },
      Attack("maul-ciphertext", "flips single bits of the challenge", expects: "at most 3/2^tagBits") {
        MaulCiphertext(scheme: $0.scheme, length: $0["length"])
      },
      Attack(
        "maul-ephemeral", "replaces gˣ by another key with the same shared secret",
        expects: "0; 1 on real groups where the ephemeral key is not bound", chance: { $0.told { _ in 0 } }
      ) { MaulEphemeral(scheme: $0.scheme, length: $0["length"]) },
      Attack(
        "guess-session-key", "tries symmetric keys on the challenge", expects: "q_open/2^cipherKeyBits",
        chance: { $0.told { $0.chance(of: "q_open", guesses: "cipherKeyBits") } }
      ) { GuessSessionKey(scheme: $0.scheme, tries: $0["q_open"], length: $0["length"]) },
      Attack(
        "odd-sets", "asks for challenges that are none: unequal lengths, repeated or unknown recipients", expects: "0",
        chance: { $0.told { _ in 0 } }
      ) { OddSets(scheme: $0.scheme, length: $0["length"]) },
      Attack(
        "repeated-nonce", "waits for two challenges with one ephemeral key and one nonce",
        expects: "small; 1 − ∏(1 − i/2^nonceBits), i < q_lor, where the ephemeral key is reused"
      ) {
        RepeatedNonce(
          scheme: $0.scheme, nonceBytes: $0.wiring.selection.suite.isCalibrated ? 8 : 12, length: $0["length"])
      },
      .idle { $0.told { _ in 0 } },
    ]
  }
}

extension RecipientStage where S.Group == CalibratedGroup {
  /// Those that need a group which can be broken.
  static var smallGroupAttacks: [Attack<Self>] {
    [
      Attack(
        "guess-exponent", "the same by trying exponents", expects: "work/(q − 1)", on: [.calibrated],
        chance: { $0.told { min(1, Double($0["work"]) / $0.exponents) } }
      ) { $0.solving(.guessing) },
      Attack(
        "solve-key", "computes a recipient's exponent by baby steps and giant steps, and reads the challenge",
        expects: "(work²/4 − 1)/(q − 1)", on: [.calibrated], chance: { $0.told(\.chanceOfGiantSteps) }
      ) { $0.solving(.babyStepGiantStep) },
      Attack(
        "solve-key-or-right", "the same, and says right where the key that it has computed does not open the challenge",
        expects: "as solve-key", on: [.calibrated], chance: { $0.told(\.chanceOfGiantSteps) }
      ) { $0.solving(.babyStepGiantStep, orRight: true) },
      Attack(
        "solve-key-rho", "the same by Pollard's rho", expects: "some work²/(18q), without memory", on: [.calibrated]
      ) { $0.solving(.rho) },
      Attack(
        "small-subgroup", "learns a recipient's exponent from decryptions under elements of small order",
        expects:
          "0; near 1 where membership is not checked and q_dec and work suffice: q_dec=1024 q_kdf=1024 q_gen=1 q_lor=1 "
          + "groupBits=15 tagBits=40", on: [.calibrated]
      ) { SmallSubgroup(scheme: $0.scheme, work: $0["work"], length: $0["length"]) },
    ]
  }

  private func solving(_ method: DiscreteLogarithm.Method, orRight: Bool = false) -> SolveRecipientKey<S> {
    SolveRecipientKey(
      scheme: scheme, logarithm: DiscreteLogarithm(group: scheme.group, method: method, work: self["work"]),
      length: self["length"], saysRightUnread: orRight)
  }
}

extension Selection {
  /// An attack's chance where there is a message to be told from another.
  fileprivate func told(_ chance: (Selection) -> Double) -> Double? { self["length"] > 0 ? chance(self) : nil }

  /// Of the group, without the one that everybody knows.
  fileprivate var exponents: Double { Double(CalibratedGroup(bits: self["groupBits"]).q - 1) }

  fileprivate var chanceOfGiantSteps: Double {
    let size = Double((self["work"] + 1) / 2)
    return min(1, (size * size - 1) / exponents)
  }
}
