public import Arena
internal import GameKit
internal import Games
public import Primitives
public import Records
internal import Statistics

/// A term of the theorem: which hop is paid it, whose lemma that is, and which attack shows it at work.
public struct TheoremTerm: Sendable {
  /// What is paid, under one of the theorem's factors 2.
  let payment: Payment
  /// The hop on the way from the real service to the ideal one.
  public let hop: String
  public let lemma: String
  private let attack: Shown

  /// The attack of the game `end-to-end`.
  public var adversary: String { attack.adversary }
  /// Why its best chance is less than the doubled term.
  public var why: String { attack.why }
  /// Settings under which this term is nearly all of the bound.
  public var dominant: [(name: String, value: Int)] { attack.dominant }
  /// Settings under which nearly all that an attack's budget allows by chance is this term, whatever the sizes of primitives.
  public var counts: [(name: String, value: Int)] { attack.counts }
  /// So many times the trials of the other runs are played under these, for an interval that tells the attack from its ceiling.
  public var effort: UInt64 { attack.effort }

  /// As mathematics, for example `q_ops·ε_sig`.
  public var symbol: String {
    guard case .product(let factors) = payment.term, factors[0] == 2 else { return "\(payment.term)" }
    return "\(Bound.product(Array(factors.dropFirst()))), twice"
  }

  public func bound(_ suite: SuiteName) -> Bound { Epsilons.wholeProtocol.defining(payment.term)(suite) }

  /// The part of the doubled term that no attack exceeds; nil where an ε is assumed.
  public func ceiling(_ selection: Selection) -> Double? {
    bound(selection.suite).value(selection.assignment).map { attack.best(selection) / (2 * $0) }
  }

  /// The settings under which all terms are shown together.
  public static let common: [(name: String, value: Int)] = [
    ("q_ops", 4), ("q_dom", 6), ("q_open", 8), ("q_own", 10), ("q_hash", 24), ("q_net", 150), ("work", 1000),
    ("signatureBits", 9), ("hashBits", 14),
    ("keyBits", 14), ("groupBits", 26), ("tagBits", 10),
    // The way back, where `test` answers random keys: there a thief's bit shows in the hop of the assumption.
    ("random", 1),
  ]

  /// Primitives of the largest sizes that there are: nothing is left to count, and chances are added up.
  public static let fullSizes: [(name: String, value: Int)] = [
    ("signatureBits", 64), ("hashBits", 64), ("keyBits", 64), ("cipherKeyBits", 64), ("tagBits", 64), ("groupBits", 48),
  ]

  /// What the hops are paid, beside the attacks that show it.
  public static let all = attacks.flatMap { attack in
    MainTheorem.payments.filter { $0.hops.last == attack.shows.name }.map { payment in
      TheoremTerm(payment: payment, hop: payment.hops[0], lemma: attack.shows.lemma ?? "", attack: attack)
    }
  }

  private struct Shown: Sendable {
    /// The hop that makes the assumption which is attacked.
    let shows: HopFacts
    let adversary: String
    /// The best chance of any attack by way of this hop on the calibrated suite.
    let best: @Sendable (Selection) -> Double
    let why: String
    let dominant: [(name: String, value: Int)]
    let effort: UInt64
    var counts: [(name: String, value: Int)] = []
  }

  private static let attacks = [
    Shown(
      shows: .secrecyOperators, adversary: "admit-rogue-hsm",
      best: { guessed("tries", of: "signatureBits", $0, under: "q_ops") },
      why:
        "the worlds are identical until a forgery, so it is paid once and not twice; this attack guesses under honest keys alone",
      dominant: [("signatureBits", 8), ("q_ops", 5), ("q_hid", 1)], effort: 4,
      counts: [("tries", 16), ("q_ops", 5), ("q_hid", 1), ("q_hosts", 1), ("q_own", 2), ("q_hash", 4)]),
    Shown(
      shows: .secrecyHSMs, adversary: "inject-known-key",
      best: { guessed("tries", of: "signatureBits", $0, under: "q_hid") },
      why: "the worlds are identical until a forgery, so it is paid once and not twice",
      dominant: [("signatureBits", 8), ("q_ops", 2), ("q_hid", 5)], effort: 4,
      counts: [("tries", 16), ("q_ops", 2), ("q_hid", 5), ("q_hosts", 1), ("q_own", 2), ("q_hash", 4)]),
    Shown(
      shows: .serviceAEAD, adversary: "forge-ciphertexts",
      best: { ClosedFormula.any($0["q_dom"], of: guessed("forgeries", of: "tagBits", $0)) },
      why: "the reduction to many keys needs no factor 2", dominant: [("tagBits", 8), ("q_open", 0)], effort: 4,
      counts: [
        ("forgeries", 16), ("q_dom", 4), ("q_open", 0), ("tries", 0), ("q_ops", 2), ("q_hid", 1), ("q_hosts", 1), ("q_own", 2),
        ("q_hash", 4),
      ]),
    Shown(
      shows: .secrecyChain, adversary: "collide-trusts",
      best: { ClosedFormula.any(($0["q_hash"] + 1) / 2, of: Double($0["q_hash"] / 2) / .two(to: $0["hashBits"])) },
      why:
        "once and not twice; and only an honest trust and one of the adversary's own are of use to each other: half of all pairs",
      dominant: [("hashBits", 11), ("q_hash", 16)], effort: 16,
      counts: [("q_hash", 32), ("q_ops", 2), ("q_hid", 1), ("q_own", 2), ("tries", 0)]),
    Shown(
      shows: .odh, adversary: "solve-agreement-key",
      best: { Epsilons.wholeProtocol.defining("ε_odh")($0.suite).value($0.assignment) ?? 1 },
      why:
        "once and not twice; and keys derived or random, left or right, are all alike until the logarithm is found: the two "
        + "ε_odh share one chance",
      dominant: [
        ("groupBits", 26), ("work", 2000), ("q_ops", 2), ("q_hid", 1), ("q_dom", 4), ("q_open", 2), ("q_own", 2), ("q_net", 12),
      ], effort: 10),
    Shown(
      shows: .aeadMulti, adversary: "transplant-keys",
      best: { guessed("q_open", of: "tagBits", $0) },
      why: "the worlds are identical until a tag is guessed, so it is paid once and not twice",
      dominant: [("tagBits", 10), ("q_open", 32), ("forgeries", 0)], effort: 4,
      counts: [
        ("q_open", 32), ("forgeries", 0), ("tries", 0), ("q_ops", 2), ("q_hid", 1), ("q_hosts", 1), ("q_own", 2), ("q_hash", 4),
      ]),
    Shown(
      shows: .secrecyKeys, adversary: "collide-keys",
      best: { ClosedFormula.any($0["q_own"], of: Double($0["q_ops"] + $0["q_hid"] + $0["q_hosts"]) / .two(to: $0["keyBits"])) },
      why: "once and not twice; and only a genuine and a rogue key are of use to each other: at most half of all pairs",
      dominant: [("keyBits", 11), ("q_ops", 23), ("q_hid", 1), ("q_hosts", 1), ("q_own", 24), ("n", 1)], effort: 8,
      counts: [("q_ops", 23), ("q_hid", 1), ("q_hosts", 1), ("q_own", 24), ("n", 1), ("q_hash", 4), ("tries", 0)]),
  ]
}

/// Distinct guesses of one value of so many bits: so many for each of `keys`, which may all be spent on one.
private func guessed(_ tries: String, of bits: String, _ selection: Selection, under keys: String? = nil) -> Double {
  min(1, Double(selection[tries] * (keys.map { selection[$0] } ?? 1)) / .two(to: selection[bits]))
}
