import EncryptionAdversaries
import Arena
package import Families
import GameKit
import Games
import Primitives
import Records
import Referee

/// The game of authenticated encryption, left against right.
struct CipherStage<C: AEAD>: Stage {
  typealias Query = CipherQuery<C>
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let cipher: C
  let record: CipherRecord

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let budget = Budget<CipherQuery<C>.Kind> { kind in
      switch kind {
      case .newKey, .enc, .lor: self["q_lor"] * self["recipients"]
      case .dec: self["q_dec"]
      case .seal: self["q_open"] + self["q_dec"]
      case .open: self["q_open"]
      }
    }
    let (cipher, record) = (cipher, record)
    let experiment = wiring.ciphers(cipher, record, against: adversary, budget: budget)
    guard wiring.selection.attack?.means == .accounted else {
      return experiment.unaccounted(because: "the ledger is of tags, and this attack may do more than guess one")
    }
    return wiring.accounted(
      experiment, left: { CipherGame(cipher: cipher, record: record, isRight: false) },
      right: { CipherGame(cipher: cipher, record: record, isRight: true) }, against: adversary, budget: budget,
      beside: CipherGame.ledger(cipher))
  }

  static func attacks(_ record: CipherRecord) -> [Attack<Self>] {
    [
      Attack(
        "encrypt-then-decrypt", "has a message encrypted, not as a challenge, and decrypts it",
        expects: "1 against the game as published, 0 against the corrected one", chance: { _ in record == .challenges ? 1 : 0 }
      ) { EncryptThenDecrypt(cipher: $0.cipher) },
      Attack(
        "forge-ciphertext", "guesses the tag of an encrypted body under other data", expects: "q_dec/2^tagBits",
        chance: { $0.chance(of: "q_dec", guesses: "tagBits") }, by: .accounted
      ) { ForgeCiphertext(cipher: $0.cipher, tries: $0["q_dec"]) },
      Attack(
        "guess-cipher-key", "tries keys on a challenge", expects: "q_open/2^cipherKeyBits",
        chance: { $0.chance(of: "q_open", guesses: "cipherKeyBits") }
      ) { GuessCipherKey(cipher: $0.cipher, tries: $0["q_open"]) },
      .idle,
    ]
  }

  /// The reductions around the adversaries against fresh keys.
  static var bridged: [Attack<Self>] {
    let attacks = FreshKeyStage<C>.attacks
    return attacks.map { $0.bridged { FreshKeyStage(wiring: $0.wiring, cipher: $0.cipher, part: .bridge) } }
      + attacks.map { $0.forging { FreshKeyStage(wiring: $0.wiring, cipher: $0.cipher, part: .forger) } }
  }
}

/// A game or hop of authenticated encryption under fresh keys.
struct FreshKeyStage<C: AEAD>: Stage {
  typealias Query = FreshKeyQuery<C>
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let cipher: C
  let part: FreshKeyPart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (cipher, keys) = (cipher, self["recipients"])
    let budget = Budget<FreshKeyQuery<C>.Kind> { kind in
      switch kind {
      case .lor: self["q_lor"]
      case .dec: self["q_dec"]
      case .seal: self["q_open"] + self["q_dec"]
      case .open: self["q_open"]
      }
    }
    // What pays for that in the cipher game.
    let target = Budget<CipherQuery<C>.Kind> { kind in
      switch kind {
      case .newKey, .lor: self["q_lor"] * keys
      case .enc: 0
      case .dec: self["q_dec"]
      case .seal: self["q_open"] + self["q_dec"]
      case .open: self["q_open"]
      }
    }
    func hop(isRight: Bool) -> FreshKeysAreCipher<C> {
      FreshKeysAreCipher(
        cipher: cipher, isRight: isRight, keysPerChallenge: keys,
        keys: wiring.selection.twin == sharedKey.name ? .sharedByChallenge : .fresh)
    }
    func reduced(_ use: FreshKeysFromCipher<C>.Use) -> AnyExperiment {
      let reduction = SimulatingReduction(of: FreshKeyGame<C>.self) { FreshKeysFromCipher(use, keysPerChallenge: keys) }
      return wiring.ciphers(cipher, .everything, against: Reduced(reduction, of: adversary), budget: target)
    }
    switch part {
    case .left: return wiring.hop(hop(isRight: false), against: adversary, budget: budget)
    case .right:
      return wiring.hop(
        hop(isRight: true), against: adversary, budget: budget,
        reduction: FreshKeysAreCipher<C>.forger(keysPerChallenge: keys),
        to: { CipherGame(cipher: cipher, record: .everything, isRight: false) }, targetBudget: target, agreement: .everyTrial)
    case .bridge: return reduced(.distinguisher)
    case .forger: return reduced(.forger)
    case .leftOrRight:
      return wiring.worlds(
        left: { FreshKeyGame(cipher: cipher, challenge: .left, keysPerChallenge: keys) },
        right: { FreshKeyGame(cipher: cipher, challenge: .right, keysPerChallenge: keys) }, against: adversary, budget: budget)
    }
  }

  static var attacks: [Attack<Self>] {
    [
      Attack("fuzz-fresh-keys", "makes random queries of every kind under fresh keys, legal and illegal", expects: "small") {
        FuzzFreshKeys(cipher: $0.cipher, queries: $0["queries"])
      },
      Attack(
        "forge-fresh-key", "guesses the tag of a challenge's body under other data", expects: "q_dec/2^tagBits",
        chance: { $0.chance(of: "q_dec", guesses: "tagBits") }
      ) { ForgeFreshKey(cipher: $0.cipher, tries: $0["q_dec"]) },
      .idle,
    ]
  }
}

enum FreshKeyPart: SuiteBody {
  case left, right
  /// Around an adversary, in the cipher game: the reduction B, or F.
  case bridge, forger
  /// The assumption of multi-recipient encryption.
  case leftOrRight

  var outside: OutsideStage {
    .calibrated { FreshKeyStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher, part: self).erased }
  }

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    FreshKeyStage(wiring: wiring, cipher: suite.cipher, part: self).play(FreshKeyStage.attacks)
  }
}

private struct CipherBody: SuiteBody {
  let record: CipherRecord

  var outside: OutsideStage {
    .calibrated { CipherStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher, record: record).erased }
  }

  func experiment<Base: Suite>(on suite: Base, _ wiring: Wiring) -> AnyExperiment {
    CipherStage(wiring: wiring, cipher: suite.cipher, record: record).play(CipherStage.attacks(record) + CipherStage.bridged)
  }
}

extension AttackFacts {
  /// No chance at all.
  static let none: Chance = { _ in 0 }
}

extension Attack {
  fileprivate func bridged<Other: Stage>(_ inner: @escaping @Sendable (Other) -> S) -> Attack<Other> {
    under(
      "bridge", "is the reduction B", expects: "what the adversary has without its forgeries",
      chance: facts.chance.map { _ in AttackFacts.none }, inner)
  }

  fileprivate func forging<Other: Stage>(_ inner: @escaping @Sendable (Other) -> S) -> Attack<Other> {
    under("forger", "is the reduction F", expects: "Pr[forgery]", chance: facts.chance, inner)
  }
}

extension Wiring {
  /// The cipher game, left against right.
  func ciphers<C: AEAD, A: Adversary<CipherQuery<C>, CipherAnswer>>(
    _ cipher: C, _ record: CipherRecord, against adversary: A, budget: Budget<CipherQuery<C>.Kind>
  ) -> AnyExperiment {
    worlds(
      left: { CipherGame(cipher: cipher, record: record, isRight: false) },
      right: { CipherGame(cipher: cipher, record: record, isRight: true) }, against: adversary, budget: budget)
  }
}

private let source = "\(HopFacts.assumptions)/AEAD.ec"
private let suites: [SuiteName] = [.calibrated, .kms]
private let bridged = CipherStage<CalibratedAEAD>.bridged.map(\.facts)
let freshKeyAttacks = FreshKeyStage<CalibratedAEAD>.attacks.map(\.facts)
private let sharedKey = PlantedDefect("shared-key", by: "fuzz-fresh-keys")

private func attacks(_ record: CipherRecord) -> [AttackFacts] { CipherStage<CalibratedAEAD>.attacks(record).map(\.facts) }

private let parameters = [
  Parameter("q_lor", 4, in: 1...100_000, "challenges under fresh keys; where a key may have many, q_lor·recipients of them"),
  Parameter("recipients", 3, in: 1...1000, "keys of one such challenge"),
  Parameter("q_dec", 4, in: 1...1_000_000, "decryptions, and so forgeries that may be tried"),
  Parameter("q_open", 4, in: 1...1_000_000, "keys that the adversary may try for itself, by opening and by sealing"),
  Parameter("tagBits", 10, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
  Parameter("cipherKeyBits", 64, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
  Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
  Parameter("queries", 24, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-fresh-keys"]),
]

package let ciphers = Family(
  attacks: attacks(.everything).without("idle") + freshKeyAttacks.first("forge-fresh-key").without("idle")
    // Both reductions around one adversary stand together.
    + freshKeyAttacks.flatMap { inner in bridged.filter { $0.around == inner.name } },
  games: [
    Entry(
      .game, "aead", "authenticated encryption with many keys",
      claim: """
        Left, left messages are encrypted and decryption works. Right, right messages are encrypted and nothing decrypts. What \
        `lor` and `enc` have produced is decrypted in neither world:
            |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_aead
        """,
      source: "\(source), module AEAD_Oracles, with the outputs of `enc` recorded [ours]", measure: .independentWorlds,
      parameters: parameters, suites: suites, bound: Epsilons.ciphers.defining("ε_aead"),
      attacks: attacks(.everything).first("forge-ciphertext", "guess-cipher-key") + bridged,
      experiment: { $0.openShared(CipherBody(record: .everything)) }, outside: CipherBody(record: .everything).outside),
    Entry(
      .game, "aead-as-published", "the same as published, where the outputs of `enc` are not recorded",
      claim: """
        As published, what `enc` has produced may be given to `dec`: left it decrypts, right it does not. So there is no bound \
        below 1.
        """,
      source: "\(source), module AEAD_Oracles", measure: .independentWorlds, parameters: parameters, suites: suites,
      bound: { _ in 1 }, attacks: attacks(.challenges), experiment: { $0.openShared(CipherBody(record: .challenges)) },
      outside: CipherBody(record: .challenges).outside),
  ])

package let freshKeys = Family(
  attacks: [],
  hops: [
    Entry(
      .freshKeysLeft, .ciphers, parameters: parameters, twins: [sharedKey], suites: suites, attacks: freshKeyAttacks,
      chance: Entry.perfect, experiment: { $0.openShared(FreshKeyPart.left) }, outside: FreshKeyPart.left.outside),
    Entry(
      .freshKeysRight, .ciphers, parameters: parameters,
      twins: [.init(PlantedDefect.unflagged, by: "forge-fresh-key"), sharedKey], suites: suites,
      reduction: .init(words: "Pr[forgery] = Pr[F(A) forges]", agreement: .everyTrial), attacks: freshKeyAttacks,
      // A forgery is one under a planted defect, too.
      chance: { $0.suite.isCalibrated ? $1?($0) : nil }, experiment: { $0.openShared(FreshKeyPart.right) },
      outside: FreshKeyPart.right.outside),
  ])
