import Arena
import Families
import GameKit
import Games
import HierarchyAdversaries
import Primitives
import Records
import Referee
import Statistics

/// A service that counts its nonces.
struct ReuseStage<C: DerivingAEAD>: Stage {
  typealias Query = ReuseQuery
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let cipher: C

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let (cipher, forgets) = (cipher, wiring.selection.twin == counterRestarts.name)
    let budget = Budget<ReuseQuery.Kind> { kind in
      switch kind {
      case .encrypt: self["q_enc"]
      case .decrypt: self["q_dec"]
      case .restart: self["q_restart"]
      }
    }
    let game = { @Sendable in ReuseGame(cipher: cipher, forgetsCount: forgets) }
    return wiring.accounted(
      wiring.game(game, against: adversary, budget: budget), game, against: adversary, budget: budget,
      beside: ReuseGame.ledger(cipher))
  }

  static var attacks: [Attack<Self>] {
    [
      Attack(
        "forge-counted", "guesses the tag of an encrypted body under other associated data", expects: "q_dec/2^tagBits",
        chance: { $0.chance(of: "q_dec", guesses: "tagBits") }
      ) { ForgeCounted(cipher: $0.cipher) },
      Attack(
        "recover-authentication-key", "restarts the service between two messages, and solves for GCM's authentication key",
        expects: "1 on AES-GCM where a nonce repeats, else 0", chance: { _ in 0 }
      ) { RecoverAuthenticationKey(cipher: $0.cipher, blocks: $0["blocks"]) },
      .idle,
    ]
  }
}

/// Ciphertexts that open under two keys.
struct CommitmentStage<C: DerivingAEAD>: Stage {
  typealias Query = CommitmentQuery<C>
  typealias Answer = CipherAnswer
  let wiring: Wiring
  let cipher: C
  let commits: Bool

  func experiment<A: Adversary<Query, Answer>>(against adversary: A) -> AnyExperiment {
    let cipher = cipher
    let variant: KeyCommitment<C>.Cipher = !commits ? .plain : wiring.selection.twin == unchecked.name ? .unchecked : .committing
    let budget = Budget<Query.Kind> { kind in
      switch kind {
      case .submit: self["q_submit"]
      case .seal: self["q_seal"]
      case .open: self["q_open"]
      }
    }
    return wiring.game({ KeyCommitment(cipher, variant) }, against: adversary, budget: budget)
  }

  static func attacks(commits: Bool) -> [Attack<Self>] {
    [
      Attack(
        "search-second-key", "encrypts under one key and tries whether others open it",
        expects: "1 − (1 − 2^−tagBits)^q_open; with a commitment less by 2^−cipherKeyBits",
        chance: { selection in
          let bits = selection["tagBits"] + (commits ? selection["cipherKeyBits"] : 0)
          return ClosedFormula.any(selection["q_open"], of: 1 / .two(to: bits))
        }
      ) { SearchSecondKey(cipher: $0.cipher) },
      Attack(
        "two-key-ciphertext", "solves for a block with which one tag is right under two keys",
        expects: "1 on AES-GCM, 0 where it commits to its key", chance: { _ in 0 }
      ) { TwoKeyCiphertext(cipher: $0.cipher, commits: $0.commits) },
      .idle,
    ]
  }
}

/// The stage for the cipher of the selection's suite.
private func reuse(_ selection: Selection) -> AnyExperiment {
  let wiring = Wiring(selection)
  return selection.suite.isCalibrated
    ? ReuseStage(wiring: wiring, cipher: selection.calibratedSuite.cipher).play(ReuseStage.attacks)
    : ReuseStage(wiring: wiring, cipher: AES256GCM()).play(ReuseStage.attacks)
}

private func commitment(_ selection: Selection, commits: Bool) -> AnyExperiment {
  let wiring = Wiring(selection)
  return selection.suite.isCalibrated
    ? CommitmentStage(wiring: wiring, cipher: selection.calibratedSuite.cipher, commits: commits)
      .play(CommitmentStage.attacks(commits: commits))
    : CommitmentStage(wiring: wiring, cipher: AES256GCM(), commits: commits).play(CommitmentStage.attacks(commits: commits))
}

private let counterRestarts = PlantedDefect("counter-restarts", by: "recover-authentication-key", on: .kms)
private let unchecked = PlantedDefect("commitment-unchecked", by: "two-key-ciphertext", on: .kms)

private let reuseAttacks = ReuseStage<CalibratedAEAD>.attacks.map(\.facts)

private let tagBits = Parameter(
  "tagBits", 10, in: 1...64, "calibrated suite: bits of an authentication tag", calibratedOnly: true)
private func keyBits(_ value: Int) -> Parameter {
  Parameter(
    "cipherKeyBits", value, in: 1...64, "calibrated suite: bits of a symmetric key, and of a commitment to one",
    calibratedOnly: true)
}
private let submissions = [
  Parameter("q_submit", 1, in: 1...1000, "ciphertexts that may be shown with two keys"),
  Parameter("q_seal", 1, in: 1...1_000_000, "encryptions that the adversary may compute for itself"),
  Parameter("q_open", 16, in: 1...1_000_000, "keys that the adversary may try for itself"),
]

private func commitments(
  _ name: String, _ title: String, commits: Bool, claim: String, bound: @escaping @Sendable (SuiteName) -> Bound,
  twins: [PlantedDefect] = []
) -> Entry {
  Entry(
    .game, name, title, claim: claim, source: commitmentSource, badEvent: "one ciphertext, two keys", measure: .winning,
    parameters: submissions + [tagBits, keyBits(12)], twins: twins, suites: realSuites, bound: bound,
    attacks: CommitmentStage<CalibratedAEAD>.attacks(commits: commits).map(\.facts),
    experiment: { commitment($0, commits: commits) },
    outside: .calibrated {
      CommitmentStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher, commits: commits).erased
    })
}

private let commitmentSource = "Dodis, Grubbs, Ristenpart and Woodage 2018; the AWS Encryption SDK's key commitment [ours]"

let misuse = Family(
  attacks: reuseAttacks.without("idle") + CommitmentStage<CalibratedAEAD>.attacks(commits: true).map(\.facts).without("idle"),
  games: [
    Entry(
      .game, "gcm-reuse", "a service that counts its nonces, and is restarted",
      claim: """
        Won by a ciphertext that the service opens and did not make. It counts its nonces, so that none serves twice:  \
        Pr[win] ≤ ε_aead. The twin forgets the count when it is restarted: on AES-GCM two messages under one nonce give the \
        authentication key away.
        """,
      source: "NIST SP 800-38D, section 8; Joux, Authentication failures in NIST version of GCM, 2006 [ours]",
      badEvent: "forgery", measure: .winning,
      parameters: [
        Parameter("q_enc", 2, in: 2...1_000_000, "messages that are encrypted"),
        Parameter("q_dec", 8, in: 1...1_000_000, "decryptions, and so forgeries that may be tried"),
        Parameter("q_restart", 1, in: 1...1000, "times that the service may be restarted"),
        Parameter(
          "blocks", 4, in: 1...7, "blocks of a message; so many roots and one there may be", of: ["recover-authentication-key"]),
        tagBits, keyBits(64),
      ], twins: [counterRestarts], suites: realSuites, bound: Epsilons.hierarchy.defining("ε_aead"), attacks: reuseAttacks,
      experiment: reuse, outside: .calibrated { ReuseStage(wiring: $0, cipher: $0.selection.calibratedSuite.cipher).erased }),
    commitments(
      "key-commitment", "one ciphertext, two keys: a cipher that commits to its key", commits: true,
      claim: """
        Won by a ciphertext that opens under two keys, both the adversary's own. It begins with a commitment, a function of the \
        key that is checked first:  Pr[win] ≤ ε_com, the best chance of two keys with one commitment.
        """, bound: Epsilons.hierarchy.defining("ε_com"), twins: [unchecked]),
    commitments(
      "key-commitment-plain", "the same for the cipher as it is, which commits to nothing", commits: false,
      claim: """
        Won as `key-commitment`. AES-GCM commits to nothing: the tag is a polynomial's value, and a block can be solved for \
        with which it is right under both keys. There is no bound below 1. Where tags are random functions each try has \
        2^−tagBits.
        """, bound: { $0.isCalibrated ? ("q_open" + 2 * "q_submit") / .two(to: "tagBits") : 1 }),
  ])
