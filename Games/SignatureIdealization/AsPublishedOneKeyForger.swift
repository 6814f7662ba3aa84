// The published reduction from many keys to one, with the game of one key behind it, and ours likewise, as their adversary sees
// them. Source: EasyCrypt, PKSMK, theory UF1_UF, module MkAdvUF1 over UF1.
public import Coins
public import GameKit
public import Primitives

/// The place at which both plant their key.
enum PlantedPlace {
  static func draw(below keys: Int, _ coins: Coins) -> Int { Int(coins.uniform(below: UInt64(keys), for: Label("planted"))) }
}

/// `UF1(MkAdvUF1(A))`. It plays on after its key has met one of its own making, and cannot win any more.
public struct AsPublishedOneKeyForger<S: SignatureScheme>: Game {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = PublishedAnswer<SignatureAnswer<S>>
  let scheme: S
  /// q_gen and q_sig.
  let budgets: (keys: Int, signatures: Int)
  private var coins = Coins.beforeTheFirstTrial
  private var planted = 0
  /// The keys in the order in which they were first generated, each with the place of that; the one at `planted` is UF1's.
  private var keys: [(verification: S.VerificationKey, signing: S.SigningKey, place: Int)] = []
  private var produced: Set<SignedTriple<S>> = []
  private var counts = (keys: 0, signatures: 0, simulated: 0)
  private var rogue: [S.VerificationKey: S.SigningKey] = [:]
  public private(set) var isForged = false

  public init(scheme: S, keys: Int, signatures: Int) { (self.scheme, budgets) = (scheme, (keys, signatures)) }

  public mutating func restart(coins: Coins) {
    self = Self(scheme: scheme, keys: budgets.keys, signatures: budgets.signatures)
    self.coins = coins
    planted = PlantedPlace.draw(below: budgets.keys, coins)
  }

  public mutating func answer(_ query: SignatureQuery<S>) -> PublishedAnswer<SignatureAnswer<S>> {
    switch query {
    case .keygen:
      guard counts.keys < budgets.keys else { return .witness }
      defer { counts.keys += 1 }
      let pair = counts.keys == planted ? scheme.generateKey(for: Label("keygen"), coins: coins) : simulatedKey()
      if !keys.contains(where: { $0.verification == pair.verification }) {
        keys.append((pair.verification, pair.signing, counts.keys))
      }
      return .some(.key(pair.verification))
    case .sign(let key, let message):
      guard counts.signatures < budgets.signatures else { return .none }
      counts.signatures += 1
      guard let pair = keys.first(where: { $0.verification == key }) else { return .none }
      let signature = scheme.sign(message, with: pair.signing, coins: coins)
      if pair.place == planted { produced.insert(SignedTriple<S>(key: key, message: message, signature: signature)) }
      return .some(.signature(signature))
    case .publicKeys: return .some(.keys(keys.map(\.verification)))
    case .verify(let key, let message, let signature):
      let verifies = scheme.verify(signature, of: message, by: key, coins: coins) == .valid
      let triple = SignedTriple<S>(key: key, message: message, signature: signature)
      let isPlanted = keys.contains { $0.verification == key && $0.place == planted }
      if isPlanted, verifies, !produced.contains(triple) { isForged = true }
      return .some(verifies ? .accepted : .rejected)
    case .rogueKeygen:
      let pair = simulatedKey()
      if rogue[pair.verification] == nil { rogue[pair.verification] = pair.signing }
      return .some(.key(pair.verification))
    case .rogueSign(let key, let message):
      return rogue[key].map { .some(.signature(scheme.sign(message, with: $0, coins: coins))) } ?? .none
    case .rogueVerify(let key, let message, let signature):
      guard !keys.contains(where: { $0.verification == key }) else { return .none }
      return .some(scheme.verify(signature, of: message, by: key, coins: coins).answer())
    }
  }

  /// A key of the reduction's or of the adversary's making.
  private mutating func simulatedKey() -> (signing: S.SigningKey, verification: S.VerificationKey) {
    defer { counts.simulated += 1 }
    return scheme.generateKey(for: Label("rogue", UInt64(counts.simulated)), coins: coins)
  }
}

/// Ours in the same place: `OneKeyForger` over `SignatureForgery`. Once it has given up it answers nothing.
public struct OneKeyForgerGame<S: SignatureScheme>: Game {
  public typealias Query = SignatureQuery<S>
  public typealias Answer = SignatureAnswer<S>
  let scheme: S
  let keys: Int
  private var simulator: OneKeyForger<S>.Simulator<Target>

  public init(scheme: S, keys: Int) {
    (self.scheme, self.keys) = (scheme, keys)
    simulator = .init(
      outer: Target(game: SignatureForgery(scheme: scheme)), keys: keys, planted: 0, submission: .planted, budget: .unlimited)
  }

  public var isWon: Bool { simulator.outer.game.isWon && !hasGivenUp }
  public var hasGivenUp: Bool { simulator.isHopeless }

  public mutating func restart(coins: Coins) {
    var target = Target(game: SignatureForgery(scheme: scheme))
    target.game.restart(coins: coins)
    let planted = PlantedPlace.draw(below: keys, coins)
    simulator = .init(outer: target, keys: keys, planted: planted, submission: .planted, budget: .unlimited)
  }

  public mutating func answer(_ query: SignatureQuery<S>) -> SignatureAnswer<S> {
    do throws(Forfeit) { return try simulator.ask(query) } catch { return .unknownKey }
  }

  /// Public only because the simulator's type names it.
  public struct Target: Oracle {
    var game: SignatureForgery<S>
    public let budget = Budget<SignatureQuery<S>.Kind> { _ in Int(UInt32.max) }

    public mutating func ask(_ query: SignatureQuery<S>) throws(Forfeit) -> SignatureAnswer<S> { game.answer(query) }
  }
}
