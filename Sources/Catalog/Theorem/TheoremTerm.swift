public import Arena
public import Primitives
public import GameKit
internal import Statistics

/// A term of the theorem: which hop pays it, whose lemma that is, and which attack shows it at work.
public struct TheoremTerm: Sendable {
  /// As mathematics, for example `q_ops·ε_sig`.
  public let symbol: String
  public let hop: String
  public let lemma: String
  /// The attack of the game `end-to-end`.
  public let adversary: String
  /// The term under one of the theorem's factors 2.
  public let bound: @Sendable (SuiteName) -> Bound
  /// The best chance of any attack by way of this hop on the calibrated suite.
  let best: @Sendable (Selection) -> Double
  /// Why that is less than the doubled term.
  public let why: String
  /// Settings under which this term is nearly all of the bound.
  public let dominant: [(name: String, value: Int)]
  /// So many times the trials of the other runs are played under these, for an interval that tells the attack from its ceiling.
  public let effort: UInt64

  /// The part of the doubled term that no attack exceeds; nil where an ε is assumed.
  public func ceiling(_ selection: Selection) -> Double? {
    bound(selection.suite).value(selection.assignment).map { best(selection) / (2 * $0) }
  }

  /// The settings under which all terms are shown together.
  public static let common: [(name: String, value: Int)] = [
    ("q_ops", 4), ("q_dom", 6), ("q_open", 8), ("q_own", 10), ("q_hash", 24), ("q_net", 150), ("work", 1000),
    ("signatureBits", 9), ("hashBits", 14),
    ("keyBits", 14), ("groupBits", 26), ("tagBits", 10),
    // The way back, where `test` answers random keys: there a thief's bit shows in the hop of the assumption.
    ("random", 1),
  ]

  public static let all: [TheoremTerm] = [
    TheoremTerm(
      symbol: "q_ops·ε_sig", hop: "secrecy-operators", lemma: "PKSMK: ind_uf, uf_uf1", adversary: "admit-rogue-hsm",
      bound: { "q_ops" * protocolSignatureEpsilon($0) },
      best: { guessed("tries", of: "signatureBits", $0, under: "q_ops") },
      why:
        "the worlds are identical until a forgery, so it is paid once and not twice; this attack guesses under honest keys alone",
      dominant: [("signatureBits", 8), ("q_ops", 5), ("q_hid", 1)], effort: 4),
    TheoremTerm(
      symbol: "q_hid·ε_sig", hop: "secrecy-hsms", lemma: "PKSMK: ind_uf, uf_uf1", adversary: "inject-known-key",
      bound: { "q_hid" * protocolSignatureEpsilon($0) },
      best: { guessed("tries", of: "signatureBits", $0, under: "q_hid") },
      why: "the worlds are identical until a forgery, so it is paid once and not twice",
      dominant: [("signatureBits", 8), ("q_ops", 2), ("q_hid", 5)], effort: 4),
    TheoremTerm(
      symbol: "q_dom·ε_aead", hop: "service-aead", lemma: "AEAD, by a hybrid over domain keys", adversary: "forge-ciphertexts",
      bound: { "q_dom" * userCipherEpsilon($0) },
      best: { ClosedFormula.any($0["q_dom"], of: guessed("forgeries", of: "tagBits", $0)) },
      why: "the reduction to many keys needs no factor 2", dominant: [("tagBits", 8), ("q_open", 0)], effort: 4),
    TheoremTerm(
      symbol: "ε_cr", hop: "secrecy-chain", lemma: "CRHash: ind_cr", adversary: "collide-trusts", bound: trustCollisionEpsilon,
      best: { ClosedFormula.any(($0["q_hash"] + 1) / 2, of: Double($0["q_hash"] / 2) / .two(to: $0["hashBits"])) },
      why:
        "once and not twice; and only an honest trust and one of the adversary's own are of use to each other: half of all pairs",
      dominant: [("hashBits", 11), ("q_hash", 16)], effort: 16),
    TheoremTerm(
      symbol: "ε_odh, twice", hop: "secrecy-encryption", lemma: "DHIES: hop1false, hop1true; ODH",
      adversary: "solve-agreement-key",
      bound: { 2 * protocolDiffieHellmanEpsilon($0) },
      best: { protocolDiffieHellmanEpsilon($0.suite).value($0.assignment) ?? 1 },
      why:
        "once and not twice; and keys derived or random, left or right, are all alike until the logarithm is found: the two "
        + "ε_odh share one chance",
      dominant: [
        ("groupBits", 26), ("work", 2000), ("q_ops", 2), ("q_hid", 1), ("q_dom", 4), ("q_open", 2), ("q_own", 2), ("q_net", 12),
      ], effort: 10),
    TheoremTerm(
      symbol: "ε_aead-multi", hop: "secrecy-encryption", lemma: "DHIES: hop2; AEAD", adversary: "transplant-keys",
      bound: wrapCipherEpsilon,
      best: { guessed("q_open", of: "tagBits", $0) },
      why: "the worlds are identical until a tag is guessed, so it is paid once and not twice",
      dominant: [("tagBits", 10), ("q_open", 32), ("forgeries", 0)], effort: 4),
    TheoremTerm(
      symbol: "ε_coll", hop: "secrecy-keys", lemma: "a fact about the key generator", adversary: "collide-keys",
      bound: keyCollisionEpsilon,
      best: { ClosedFormula.any($0["q_own"], of: Double($0["q_ops"] + $0["q_hid"] + $0["q_hosts"]) / .two(to: $0["keyBits"])) },
      why: "once and not twice; and only a genuine and a rogue key are of use to each other: at most half of all pairs",
      dominant: [("keyBits", 11), ("q_ops", 23), ("q_hid", 1), ("q_hosts", 1), ("q_own", 24), ("n", 1)], effort: 8),
  ]

  /// The hops that cost nothing.
  public static let perfect = [
    "secrecy-policy", "secrecy-wraps", "secrecy-keyless", "secrecy-bit", "service-keys", "service-cipher", "service-ideal",
  ]
}

/// Distinct guesses of one value of so many bits: so many for each of `keys`, which may all be spent on one.
private func guessed(_ tries: String, of bits: String, _ selection: Selection, under keys: String? = nil) -> Double {
  min(1, Double(selection[tries] * (keys.map { selection[$0] } ?? 1)) / .two(to: selection[bits]))
}
