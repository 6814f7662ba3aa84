import Arena
import Families
import GameKit
import Games
import HierarchyAdversaries
import Primitives
import Records
import Referee

/// One layer of envelopes, encrypting what it should or zeros.
struct EnvelopeStage<C: AEAD>: Stage {
  typealias Query = EnvelopeQuery<C>
  typealias Answer = EnvelopeAnswer
  let wiring: Wiring
  let cipher: C
  let layer: EnvelopeLayer

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (cipher, layer, ideal) = (cipher, layer, layer.rawValue)
    let budget = Budget<Query.Kind> { kind in
      switch kind {
      case .newKey: self["q_cmk"]
      case .encrypt: self["q_dek"]
      case .decrypt: self["q_dec"]
      case .seal: self["q_open"] + self["q_dec"] + self["q_dek"]
      case .open: self["q_open"]
      }
    }
    let defect = wiring.twin(EnvelopeOverCipher<C>.Defect.self)
    func simulated(isRight: Bool) -> @Sendable () -> SimulatedGame<EnvelopeOverCipher<C>> {
      {
        SimulatedGame(
          EnvelopeOverCipher(cipher: cipher, layer: layer, budget: budget, defect: defect),
          of: CipherGame(cipher: cipher, record: .everything, isRight: isRight))
      }
    }
    return wiring.worlds(
      left: { EnvelopeGame(cipher: cipher, ideal: ideal, named: layer) },
      right: { EnvelopeGame(cipher: cipher, ideal: ideal + 1, named: layer) },
      simulatedLeft: simulated(isRight: false), simulatedRight: simulated(isRight: true), against: adversary, budget: budget)
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "guess-envelope-key", "tries keys on one layer of an envelope", expects: "q_open/2^cipherKeyBits, about"
      ) { GuessEnvelopeKey(cipher: $0.cipher, layer: $0.layer, tries: $0["q_open"]) },
      Attack(
        "seal-and-decrypt", "has decrypted what it made under keys that it guesses for one layer",
        expects: "q_dec/2^cipherKeyBits, about"
      ) { SealAndDecrypt(cipher: $0.cipher, layer: $0.layer) },
      Attack(
        "forge-envelope", "guesses the tag of a changed token, or of a file under other data",
        expects: "(q_dek − 1)/2^tagBits under the domain key, q_dec/2^tagBits under data keys, 0 under customer keys"
      ) { ForgeEnvelope(cipher: $0.cipher, layer: $0.layer) },
      Attack("fuzz-envelopes", "makes random queries of every kind, legal and illegal", expects: "small") {
        FuzzEnvelopes(cipher: $0.cipher, queries: $0["queries"])
      },
      .idle,
    ]
  }
}

private func hop(_ facts: HopFacts, _ layer: EnvelopeLayer) -> Entry {
  Entry(
    facts, .envelopes, measure: .independentWorlds,
    parameters: [
      Parameter("q_cmk", 3, in: 1...10_000, "customer keys"),
      Parameter("q_dek", 4, in: 1...10_000, "files, and so data keys"),
      Parameter("q_dec", 4, in: 1...1_000_000, "files that may be decrypted, and so forgeries that may be tried"),
      Parameter("q_open", 4, in: 1...1_000_000, "keys that the adversary may try for itself"),
      Parameter("tagBits", 12, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true),
      Parameter("cipherKeyBits", 12, in: 1...64, "calibrated suite: bits of a symmetric key", calibratedOnly: true),
      Parameter("nonceBits", 64, in: 1...64, "calibrated suite: bits of a nonce", calibratedOnly: true),
      Parameter("queries", 24, in: 1...100_000, "queries that the fuzzer attempts", of: ["fuzz-envelopes"]),
    ],
    twins: [PlantedDefect("zeros-on-both-sides", by: "guess-envelope-key", with: [("cipherKeyBits", 3), ("q_open", 8)])],
    suites: realSuites, attacks: EnvelopeStage<CalibratedAEAD>.attacks.map(\.facts),
    experiment: { selection in
      guard selection.suite.isCalibrated else {
        return EnvelopeStage(wiring: Wiring(selection), cipher: AES256GCM(), layer: layer).play(EnvelopeStage.attacks)
      }
      return EnvelopeStage(wiring: Wiring(selection), cipher: selection.calibratedSuite.cipher, layer: layer)
        .play(EnvelopeStage.attacks)
    },
    outside: .calibrated { EnvelopeStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher, layer: layer).erased })
}

let envelopes = Family(
  attacks: EnvelopeStage<CalibratedAEAD>.attacks.map(\.facts).without("idle"),
  hops: zip(HopFacts.envelopeSequence, EnvelopeLayer.allCases).map { hop($0, $1) })
