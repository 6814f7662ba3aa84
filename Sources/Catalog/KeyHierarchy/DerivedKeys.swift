import Arena
import Families
import GameKit
import Games
import HierarchyAdversaries
import Primitives
import Records
import Referee
import Statistics

/// What is played with a service that encrypts under one key or derives others from it.
enum DerivedKeyPart {
  /// Nonces under one key, or contexts with nonces, are distinct.
  case nonces, contexts
  /// Derived keys, or random ones.
  case function
}

struct DerivedKeyStage<C: DerivingAEAD>: Stage {
  typealias Query = DerivedKeyQuery<C>
  typealias Answer = DerivedKeyAnswer<C>
  let wiring: Wiring
  let cipher: C
  let part: DerivedKeyPart

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (cipher, contextBits) = (cipher, contextBits)
    let derivations = wiring.selection.parameters["q_derive"] ?? Int(UInt32.max)
    let budget = Budget<Query.Kind> { kind in
      switch kind {
      case .use: self["q_uses"]
      case .derive: derivations
      case .open: Int(UInt32.max)
      }
    }
    guard part == .function else {
      let hop = NonceRepeat(cipher: cipher, contextBits: contextBits)
      if wiring.selection.twin == shortContext.name { return wiring.planted(hop, against: adversary, budget: budget) }
      let ledger = NonceLedger(cipher, contextBits: contextBits)
      let experiment = wiring.accounted(
        wiring.hop(hop, against: adversary, budget: budget), hop, against: adversary, budget: budget, ledger: ledger)
      guard ledger == nil else { return experiment }
      return experiment.unaccounted(
        ofCoinsBecause:
          "a sealed coin has 64 bits at most, and for a message \(contextBits + cipher.nonceBits) are drawn; the bound is their "
          + "chance by a closed formula")
    }
    let bindsContext = wiring.selection.twin != contextNotBound.name
    func simulated(isRight: Bool) -> @Sendable () -> SimulatedGame<DerivedKeys<C>> {
      {
        SimulatedGame(
          DerivedKeys(cipher: cipher, contextBits: contextBits),
          of: DerivationGame(cipher: cipher, isRight: isRight, bindsContext: bindsContext))
      }
    }
    return wiring.worlds(
      left: { DerivedKeyGame(cipher: cipher, derivation: bindsContext ? .function : .withoutContext, contextBits: contextBits) },
      right: { DerivedKeyGame(cipher: cipher, derivation: .randomFunction, contextBits: contextBits) },
      simulatedLeft: simulated(isRight: false), simulatedRight: simulated(isRight: true), against: adversary, budget: budget)
  }

  /// On a real suite all bytes of a context are random; the twin's are a quarter of them, 32 bits of 128.
  private var contextBits: Int {
    guard part != .nonces else { return 0 }
    let bits = wiring.selection.suite.isCalibrated ? self["contextBits"] : 8 * cipher.contextLength
    return wiring.selection.twin == shortContext.name ? max(1, bits / 4) : bits
  }

  static var nonceAttacks: [Attack<Self>] {
    [
      Attack(
        "repeat-nonces", "has messages encrypted until a nonce repeats under its key",
        expects: "1 − ∏(1 − i/2^bits), i < q_uses, where bits are those of nonce and context",
        chance: {
          ClosedFormula.birthday(bits: ($0.parameters["contextBits"] ?? 0) + $0["nonceBits"], queries: $0["q_uses"])
        }
      ) { _ in RepeatNonces<C>() },
      Attack(
        "repeat-contexts", "waits for a context that repeats, whatever its nonce", expects: "no advantage: it is not bad"
      ) { _ in RepeatContexts<C>() },
    ]
  }

  static var functionAttacks: [Attack<Self>] {
    [
      Attack(
        "open-with-guess", "tries keys from which a message's key may be derived", expects: "q_derive/2^cipherKeyBits, about"
      ) { OpenWithGuess(cipher: $0.cipher, tries: $0["q_derive"]) },
      Attack(
        "compare-nonces", "compares the bodies of one message under one nonce and two contexts",
        expects: "0; 1 − ∏(1 − i/2^nonceBits) where the key is not derived from the context",
        chance: { $0["q_uses"] < 2 ? nil : 0 }
      ) { CompareNonces(cipher: $0.cipher) },
    ]
  }

  static var otherAttacks: [Attack<Self>] {
    [
      Attack("fuzz-derived-keys", "makes random queries of every kind, legal and illegal", expects: "small") {
        FuzzDerivedKeys(cipher: $0.cipher, queries: $0["queries"])
      },
      .idle,
    ]
  }

  static func attacks(_ part: DerivedKeyPart) -> [Attack<Self>] {
    (part == .function ? functionAttacks : part == .nonces ? nonceAttacks.without("repeat-contexts") : nonceAttacks)
      + otherAttacks
  }
}

/// The derivation function, or a random one.
struct DerivationStage<C: DerivingAEAD>: Stage {
  typealias Query = DerivationQuery<C>
  typealias Answer = DerivedKeyAnswer<C>
  let wiring: Wiring
  let cipher: C

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (cipher, bindsContext) = (cipher, wiring.selection.twin != contextNotBound.name)
    let budget = Budget<Query.Kind> { $0 == .evaluate ? self["q_uses"] : self["q_derive"] }
    return wiring.worlds(
      left: { DerivationGame(cipher: cipher, isRight: false, bindsContext: bindsContext) },
      right: { DerivationGame(cipher: cipher, isRight: true) }, against: adversary, budget: budget)
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "guess-derivation-key", "tries keys from which a derived key may come",
        expects: "q_derive/2^cipherKeyBits·(1 − 2^−cipherKeyBits)^q_derive",
        chance: { selection in
          let miss = 1 - ClosedFormula.forgery(bits: selection["cipherKeyBits"], tries: selection["q_derive"])
          return selection.chance(of: "q_derive", guesses: "cipherKeyBits") * miss
        }
      ) { GuessDerivationKey(cipher: $0.cipher, tries: $0["q_derive"]) },
      Attack(
        "compare-contexts", "compares the keys of two contexts",
        expects: "0; 1 − 2^−cipherKeyBits where the key is not derived from the context", chance: { $0["q_uses"] < 2 ? nil : 0 }
      ) { CompareContexts(cipher: $0.cipher) },
      .idle,
    ]
  }
}

/// The stage for the cipher of the selection's suite.
private func derived(_ selection: Selection, _ part: DerivedKeyPart) -> AnyExperiment {
  let wiring = Wiring(selection)
  guard selection.suite.isCalibrated else {
    let stage = DerivedKeyStage(wiring: wiring, cipher: AES256GCM(), part: part)
    return stage.play(DerivedKeyStage.attacks(part))
  }
  let stage = DerivedKeyStage(wiring: wiring, cipher: selection.calibratedSuite.cipher, part: part)
  return stage.play(DerivedKeyStage.attacks(part))
}

private func outside(_ part: DerivedKeyPart) -> OutsideStage {
  .calibrated { DerivedKeyStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher, part: part).erased }
}

private let contextNotBound = PlantedDefect("context-not-bound", by: "compare-contexts")
private let contextNotBoundToMessages = PlantedDefect(contextNotBound.name, by: "compare-nonces", with: [("nonceBits", 4)])
private let shortContext = PlantedDefect("short-context", by: "repeat-nonces", with: [("contextBits", 8), ("nonceBits", 4)])

private func rows(_ part: DerivedKeyPart) -> [AttackFacts] {
  DerivedKeyStage<CalibratedAEAD>.attacks(part).map(\.facts)
}
private let derivationAttacks = DerivationStage<CalibratedAEAD>.attacks.map(\.facts)

private let uses = Parameter("q_uses", 16, in: 1...1_000_000, "messages, or keys that are derived")
private let derivations = Parameter("q_derive", 16, in: 1...1_000_000, "keys that the adversary may derive for itself")
private let queries = Parameter("queries", 24, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-derived-keys"])

private func bits(_ name: String, _ value: Int, _ what: String, upTo most: Int = 64) -> Parameter {
  Parameter(name, value, in: 1...most, "calibrated suite: bits of \(what)", calibratedOnly: true)
}

/// A hop about coins, whose chance is known on every suite.
/// - Parameter realBits: what a real service draws for a message.
private func hop(
  _ facts: HopFacts, _ part: DerivedKeyPart, realBits: Int, parameters: [Parameter], twins: [PlantedDefect] = []
) -> Entry {
  Entry(
    .hop, facts.name, facts.title, claim: facts.claim, source: facts.source, badEvent: facts.badEvent ?? "none",
    measure: .coupledWorlds, parameters: [uses] + parameters + [queries],
    twins: [.init(PlantedDefect.unflagged, by: "repeat-nonces")] + twins, suites: realSuites,
    bound: { suite in
      .paid(suite.isCalibrated ? facts.bound : .birthday(count: "q_uses", bits: .number(Double(realBits))), by: facts.name)
    }, attacks: rows(part), experiment: { derived($0, part) }, outside: outside(part))
}

let realSuites: [SuiteName] = [.calibrated, .kms]

let derivedKeys = Family(
  attacks: rows(.contexts).without("idle", "fuzz-derived-keys") + rows(.function).without("idle")
    + derivationAttacks.without("idle"),
  games: [
    Entry(
      .game, "key-derivation", "a key derivation function, or a random function",
      claim: """
        Left, keys are derived from the service's key and a context, in counter mode with HMAC-SHA-256. Right, they are values \
        of a random function of the context:
            |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_prf
        """,
      source: HopFacts.derivationSource, measure: .independentWorlds,
      parameters: [uses, derivations, bits("cipherKeyBits", 10, "a symmetric key")],
      twins: [contextNotBound], suites: realSuites, bound: Epsilons.hierarchy.defining("ε_prf"), attacks: derivationAttacks,
      experiment: { selection in
        guard selection.suite.isCalibrated else {
          return DerivationStage(wiring: Wiring(selection), cipher: AES256GCM()).play(DerivationStage.attacks)
        }
        return DerivationStage(wiring: Wiring(selection), cipher: selection.calibratedSuite.cipher).play(DerivationStage.attacks)
      },
      outside: .calibrated { DerivationStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher).erased })
  ],
  hops: [
    hop(
      .nonceCollision, .nonces, realBits: 96,
      parameters: [
        bits("nonceBits", 12, "a nonce"), bits("cipherKeyBits", 64, "a symmetric key"),
        bits("tagBits", 64, "an authentication tag"),
      ]),
    Entry(
      .derivedKeysPRF, .hierarchy, measure: .independentWorlds,
      parameters: [
        uses, derivations, bits("cipherKeyBits", 10, "a symmetric key"), bits("contextBits", 32, "a context", upTo: 32),
        bits("nonceBits", 32, "a nonce", upTo: 32), bits("tagBits", 64, "an authentication tag"), queries,
      ],
      twins: [contextNotBoundToMessages], suites: realSuites, attacks: rows(.function),
      experiment: { derived($0, .function) }, outside: outside(.function)),
    hop(
      .derivedKeys, .contexts, realBits: 224,
      parameters: [
        bits("contextBits", 6, "a context", upTo: 32), bits("nonceBits", 6, "a nonce", upTo: 32),
        bits("cipherKeyBits", 64, "a symmetric key"), bits("tagBits", 64, "an authentication tag"),
      ], twins: [shortContext]),
  ])
