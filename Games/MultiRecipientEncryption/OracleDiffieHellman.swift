// Claim to be broken: keys derived from gˣʸ can be told from random keys, though the derivation may be asked for every other
// pair. Source: EasyCrypt, ODH, module ODH_Orcl; with a set of keys to each x. The derivation here reads gˣ too (see
// `KeyDerivation`).
public import Coins
public import GameKit
internal import Primitives

/// Oracle Diffie–Hellman with many keys, in one of its two worlds.
public struct OracleDiffieHellman<S: HybridScheme>: Game {
  public enum World: Sendable {
    case real, random
  }

  struct Pair: Hashable, Sendable {
    let key: S.PublicKey
    let element: S.PublicKey
  }

  let scheme: S
  let world: World
  private var coins = Coins.beforeTheFirstTrial
  private var registered = AppendLog<S.PublicKey>()
  private var secrets = KeyRegistry<S>()
  private var used = AppendLog<Pair>()
  private var challenges: UInt64 = 0

  public init(scheme: S, world: World) { (self.scheme, self.world) = (scheme, world) }

  public mutating func restart(coins: Coins) {
    self.coins = coins
    registered.removeAll()
    secrets.removeAll()
    used.removeAll()
    challenges = 0
  }

  public mutating func answer(_ query: ODHQuery<S>) -> ODHAnswer<S> {
    switch query {
    case .gen:
      return .publicKey(
        secrets.generate(scheme, coins) { key in
          guard !registered.contains(key) else { return false }
          registered.append(key)
          return true
        })
    case .ror(let recipients): return challenge(recipients)
    case .hash(let key, let element):
      guard let position = registered.firstIndex(of: key), !used.contains(Pair(key: key, element: element)) else {
        return .refused
      }
      guard case .agreed(let derived) = scheme.key(with: secrets[position], ephemeral: element, coins: coins) else {
        return .notAnElement
      }
      return .key(derived)
    case .derive(let shared, let ephemeral): return .key(scheme.key(from: shared, ephemeral: ephemeral, coins: coins))
    }
  }

  private mutating func challenge(_ recipients: [S.PublicKey]) -> ODHAnswer<S> {
    for recipient in recipients where !registered.contains(recipient) { return .refused }
    guard !recipients.hasRepetition else { return .refused }
    let label = ChallengeLabel.encryption(challenges)
    // The random world derives nothing that it does not give out.
    let derivedFor = world == .real ? recipients : []
    guard let (ephemeral, derived) = try? scheme.makeKeys(for: derivedFor, label: label, coins: coins) else { return .refused }
    let keys =
      switch world {
      case .real: derived
      case .random:
        recipients.indices.map { scheme.cipher.generateKey(for: ChallengeLabel.randomKey(challenges, $0), coins: coins) }
      }
    for recipient in recipients { used.append(Pair(key: recipient, element: ephemeral)) }
    challenges += 1
    return .challenge(ephemeral: ephemeral, keys)
  }
}

extension HopFacts {
  public static let odh = HopFacts(
    "odh", "derived keys or random ones: the oracle Diffie–Hellman assumption", lemma: "DHIES: hop1false, hop1true; ODH",
    claim: """
      Left, derived keys; right, random ones. The adversaries `b1-…` are B₁ around adversaries against multi-recipient encryption:
          |Pr[A = 1 right] − Pr[A = 1 left]| ≤ ε_odh
      """, bound: "ε_odh", source: "\(assumptions)/ODH.ec, module ODH_Orcl")
}
