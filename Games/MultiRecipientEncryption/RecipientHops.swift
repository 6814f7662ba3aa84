// Claims, all perfect, for every adversary and every trial:
//
//     hop1false   MRPKE                    =  ODH-real under B₁
//     hop1true    MRPKE with random keys   =  ODH-random under B₁
//     hop2        MRPKE with random keys   =  fresh-key AEAD under B₂
//
// Source: EasyCrypt, DHIES, the lemmas of these names. The challenge bit is a named draw, so both worlds have the same one.
public import GameKit
internal import Primitives
internal import Records

/// `hop1false` and `hop1true`: multi-recipient encryption is oracle Diffie–Hellman under B₁.
public struct RecipientsAreODH<S: HybridScheme>: Hop {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = RecipientAnswer<S>
  let scheme: S
  let world: OracleDiffieHellman<S>.World
  let recipients: Int

  public init(scheme: S, world: OracleDiffieHellman<S>.World, recipients: Int) {
    (self.scheme, self.world, self.recipients) = (scheme, world, recipients)
  }

  public var left: RecipientGame<S> {
    RecipientGame(scheme: scheme, keys: world == .real ? .derived : .random, challenge: .drawn, recipients: recipients)
  }
  public var right: SimulatedGame<RecipientsFromODH<S>> {
    SimulatedGame(
      RecipientsFromODH(scheme: scheme, challenge: .drawn, recipients: recipients),
      of: OracleDiffieHellman(scheme: scheme, world: world))
  }

  public func isBad(_ left: borrowing RecipientGame<S>) -> Bool { false }

  public func relation(
    _ left: borrowing RecipientGame<S>, _ right: borrowing SimulatedGame<RecipientsFromODH<S>>
  ) -> Relation {
    left.ledger.relation(to: right.simulation.ledger)
  }
}

/// `hop2`: multi-recipient encryption with random keys is the cipher game under B₂.
public struct RandomKeysAreCipher<S: HybridScheme>: Hop {
  public typealias Query = RecipientQuery<S>
  public typealias Answer = RecipientAnswer<S>
  let scheme: S
  let recipients: Int

  public init(scheme: S, recipients: Int) { (self.scheme, self.recipients) = (scheme, recipients) }

  public var left: RecipientGame<S> {
    RecipientGame(scheme: scheme, keys: .random, challenge: .drawn, recipients: recipients)
  }
  public var right: SimulatedGame<RecipientsFromCipher<S>> {
    SimulatedGame(
      RecipientsFromCipher(scheme: scheme, recipients: recipients),
      of: FreshKeyGame(cipher: scheme.cipher, challenge: .drawn, keysPerChallenge: recipients))
  }

  public func isBad(_ left: borrowing RecipientGame<S>) -> Bool { false }

  public func relation(
    _ left: borrowing RecipientGame<S>, _ right: borrowing SimulatedGame<RecipientsFromCipher<S>>
  ) -> Relation {
    left.ledger.relation(to: right.simulation.ledger)
  }
}

extension HopFacts {
  public static let hop1False = HopFacts(
    "hop1false", "multi-recipient encryption is ODH-real under B₁", lemma: "DHIES: hop1false", claim: perfect, bound: 0,
    source: "\(assumptions)/DHIES.ec, lemma hop1false")

  public static let hop1True = HopFacts(
    "hop1true", "multi-recipient encryption with random keys is ODH-random under B₁", lemma: "DHIES: hop1true", claim: perfect,
    bound: 0, source: "\(assumptions)/DHIES.ec, lemma hop1true")

  public static let hop2 = HopFacts(
    "hop2", "multi-recipient encryption with random keys is fresh-key AEAD under B₂", lemma: "DHIES: hop2", claim: perfect,
    bound: 0, source: "\(assumptions)/DHIES.ec, lemma hop2")

  /// All of these hops in a row, with the assumptions between them.
  public static let reduction = HopFacts(
    "reduction", "multi-recipient encryption, paid by ODH and authenticated encryption", lemma: "DHIES: reduction",
    claim: """
      One of two messages of equal length is encrypted, under a tag, to a set of generated keys; everything but the challenges \
      is decrypted:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ 2·ε_odh + ε_aead-multi
      The factor 2 belongs there: B₁ guesses the bit, so it keeps half of its adversary's advantage.
      """,
    // Twice ε_odh: the reduction guesses a bit (`results/findings/diffie-hellman-factor.md`).
    bound: 2 * odh.payment + aeadMulti.payment, source: "\(assumptions)/DHIES.ec, lemma reduction")

  /// The published folder of this folder's games.
  public static let assumptions = "EasyCrypt, theories/crypto/assumptions"
}
