// Oracle Diffie–Hellman with many keys, as published: an exponent may be 0, the key is a function of the shared element alone,
// and `hash` has no budget. Source: EasyCrypt, ODH, module ODH_Orcl; the exponents' distribution is `dt` of algebra/Group, theory
// FDistr.
public import Coins
public import GameKit
public import Primitives

/// `ODH_Orcl`, in a group that shows its exponents.
public struct AsPublishedODH: Game {
  public typealias Scheme = MultiRecipientEncryption<CalibratedGroup, CalibratedKDF, CalibratedAEAD>
  public typealias Query = ODHQuery<Scheme>
  public typealias Answer = PublishedAnswer<ODHAnswer<Scheme>>

  private struct Pair: Hashable {
    let key: CalibratedGroup.Element
    let element: CalibratedGroup.Element
  }

  let scheme: Scheme
  let world: OracleDiffieHellman<Scheme>.World
  /// q_gen and q_ror.
  let budgets: (keys: Int, challenges: Int)
  private var coins = Coins.beforeTheFirstTrial
  private var secrets: [CalibratedGroup.Element: UInt64] = [:]
  private var used: Set<Pair> = []
  private var counts = (keys: 0, challenges: 0)
  private var answered: UInt64 = 0

  public init(scheme: Scheme, world: OracleDiffieHellman<Scheme>.World, keys: Int, challenges: Int) {
    (self.scheme, self.world, budgets) = (scheme, world, (keys, challenges))
  }

  public mutating func restart(coins: Coins) {
    self = Self(scheme: scheme, world: world, keys: budgets.keys, challenges: budgets.challenges)
    self.coins = coins
  }

  public mutating func answer(_ query: ODHQuery<Scheme>) -> PublishedAnswer<ODHAnswer<Scheme>> {
    switch query {
    case .gen:
      guard counts.keys < budgets.keys else { return .witness }
      let (exponent, key) = power(Self.keyLabel(counts.keys))
      counts.keys += 1
      if secrets[key] == nil { secrets[key] = exponent }
      return .some(.publicKey(key))
    case .ror(let keys):
      guard counts.challenges < budgets.challenges else { return .none }
      counts.challenges += 1
      guard keys.allSatisfy({ secrets[$0] != nil }), !keys.hasRepetition else { return .none }
      return .some(challenge(keys))
    case .hash(let key, let element):
      guard let exponent = secrets[key], !used.contains(Pair(key: key, element: element)), isElement(element) else {
        return .none
      }
      return .some(.key(hash(scheme.group.power(element, exponent))))
    case .derive(let shared, let ephemeral): return .some(.key(scheme.key(from: shared, ephemeral: ephemeral, coins: coins)))
    }
  }

  private mutating func challenge(_ keys: [CalibratedGroup.Element]) -> ODHAnswer<Scheme> {
    let (exponent, ephemeral) = power(Self.challengeLabel(answered))
    let derived = keys.enumerated().map { index, key in
      world == .real
        ? hash(scheme.group.power(key, exponent))
        : scheme.cipher.generateKey(for: ChallengeLabel.randomKey(answered, index), coins: coins)
    }
    for key in keys { used.insert(Pair(key: key, element: ephemeral)) }
    answered += 1
    return .challenge(ephemeral: ephemeral, derived)
  }

  /// The file's `hash`: of the shared element, and nothing else.
  private func hash(_ shared: CalibratedGroup.Element) -> CalibratedAEAD.Key {
    scheme.derivation.key(from: shared, ephemeral: nil, coins: coins)
  }

  private func power(_ label: Label) -> (exponent: UInt64, power: CalibratedGroup.Element) {
    let exponent = Self.isZero(label, in: scheme.group, coins) ? 0 : exponent(label)
    return (exponent, scheme.group.power(scheme.group.generator, exponent))
  }

  private func exponent(_ label: Label) -> UInt64 { scheme.group.generateKey(for: label, coins: coins).secret.exponent }

  /// The type `group` of the file has the neutral element, too.
  private func isElement(_ element: CalibratedGroup.Element) -> Bool { element.value == 1 || scheme.group.isMember(element) }

  /// The name of the exponent of key number `index`.
  public static func keyLabel(_ index: Int) -> Label { Label("gen", UInt64(index)) }

  /// The name of the exponent of the challenge after `answered` others.
  public static func challengeLabel(_ answered: UInt64) -> Label { ChallengeLabel.encryption(answered) }

  /// Whether the exponent of this name is 0: with probability 1/q, so that it is uniform below q and else the exponent of ours.
  public static func isZero(_ label: Label, in group: CalibratedGroup, _ coins: Coins) -> Bool {
    coins.uniform(below: group.q, for: Label("zero", label.a, label.purpose.code)) == 0
  }
}
