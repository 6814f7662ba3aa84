internal import Foundation
package import GameKit
internal import Games
internal import HashAdversaries
internal import Primitives
public import Referee
internal import Statistics

/// An adversary against calibrated primitives whose probabilities are known in closed form.
public struct KnownChance: Sendable {
  public let adversary: String
  /// Its numbers.
  public let settings: String
  /// The length of what it guesses.
  public let bits: Int
  /// Pr[bad event], which is E[A], too.
  public let bad: Double
  public let advantage: Double
  public let experiment: AnyExperiment
}

extension KnownChance {
  /// `tries` candidates on one unsigned message; after a success "real" is said with probability `honesty`/10.
  public static func guesses(_ bits: Int, tries: Int, honesty: Int = 10) -> KnownChance {
    let chance = Double(tries) * scalbn(1, -bits)
    return KnownChance(
      adversary: honesty == 10 ? "guesses a signature" : "guesses, and admits a success with probability \(honesty)/10",
      settings: "k = \(tries)", bits: bits, bad: chance, advantage: chance * Double(honesty) / 10,
      experiment: signatures(bits, tries) { GuessedSignature(scheme: $0, tries: tries, honesty: UInt64(honesty)) })
  }

  /// Up to `points` evaluations, and the first collision shown.
  public static func birthday(_ bits: Int, points: Int) -> KnownChance {
    let function = MessageHash(CalibratedHash(bits: bits))
    let budget = Budget<HashQuery<MessageHash<CalibratedHash>>.Kind> { $0 == .service ? 2 : points }
    let chance = ClosedFormula.birthday(bits: bits, queries: points)
    return KnownChance(
      adversary: "collides", settings: "q = \(points)", bits: bits, bad: chance, advantage: chance,
      experiment: accounted(HashIdealization(function), Birthday(function), budget, HashLedger(function)))
  }

  /// As many guesses as a signature says that it has seen: `least` or `most`.
  public static func adaptive(_ bits: Int, least: Int, most: Int) -> KnownChance {
    let chance = (7 * Double(least) + Double(most)) / 8 * scalbn(1, -bits)
    return KnownChance(
      adversary: "guesses as often as a signature says", settings: "\(least) or \(most)", bits: bits, bad: chance,
      advantage: chance, experiment: signatures(bits, most) { AdaptiveGuess(scheme: $0, least: least, most: most) })
  }

  /// Guesses, and a search for a collision if none succeeds: causes of two kinds, of which the first shows no advantage.
  public static func guessesThenCollides(_ bits: Int, tries: Int, points: Int) -> KnownChance {
    let scheme = CalibratedSignature(signatureBits: bits, keyBits: 1), function = MessageHash(CalibratedHash(bits: bits))
    let budget = Budget<SignaturesAndHashes.Query.Kind> { $0 == .signatures ? tries + 1 : points + 2 }
    let guess = Double(tries) * scalbn(1, -bits), collision = ClosedFormula.birthday(bits: bits, queries: points)
    var ledgers: SignaturesAndHashes.Ledgers?
    if let signatures = SignatureLedger(scheme), let hashes = HashLedger(function) {
      let most =
        signatures.most(within: Budget { $0 == .verify ? tries : 0 })
        + hashes.most(within: Budget { $0 == .service ? 2 : points })
      ledgers = .init(signatures: signatures, hashes: hashes, most: most)
    }
    return KnownChance(
      adversary: "guesses a signature, then collides", settings: "k = \(tries), q = \(points)", bits: bits,
      bad: guess + (1 - guess) * collision, advantage: collision,
      experiment: accounted(
        SignaturesAndHashes(scheme, function),
        GuessThenCollide(scheme: scheme, function: function, tries: tries, points: points), budget, ledgers))
  }

  /// `tries` guesses with an account that is wrong on purpose; `goesOn` after a success.
  package static func planted(_ planted: Account.Planted?, _ bits: Int, tries: Int, goesOn: Bool) -> AnyExperiment {
    signatures(bits, tries, planted) { GuessedSignature(scheme: $0, tries: tries, goesOn: goesOn) }
  }

  private static func signatures<A: Adversary<SignatureQuery<CalibratedSignature>, SignatureAnswer<CalibratedSignature>>>(
    _ bits: Int, _ tries: Int, _ planted: Account.Planted? = nil, _ adversary: (CalibratedSignature) -> A
  ) -> AnyExperiment {
    let scheme = CalibratedSignature(signatureBits: bits, keyBits: 1)
    let budget = Budget<SignatureQuery<CalibratedSignature>.Kind> {
      $0 == .keygen ? 1 : $0 == .verify ? tries : $0 == .sign ? 2 : 0
    }
    return accounted(SignatureIdealization(scheme: scheme), adversary(scheme), budget, SignatureLedger(scheme), planted)
  }

  private static func accounted<H: Hop, A: Adversary<H.Left.Query, H.Left.Answer>, L: Ledger & Sendable>(
    _ hop: H, _ adversary: A, _ budget: Budget<H.Left.Query.Kind>, _ ledger: L?, _ planted: Account.Planted? = nil
  ) -> AnyExperiment where L.Query == H.Left.Query, L.Answer == H.Left.Answer {
    let experiment = AnyExperiment(DistinguishingExperiment(hop, adversary: adversary, budget: budget))
    guard let ledger else { return experiment }
    var run = ChanceRun(HopWorlds(hop), adversary: adversary, budget: budget, ledger: ledger)
    run.planted = planted
    return experiment.accounted(run)
  }
}
