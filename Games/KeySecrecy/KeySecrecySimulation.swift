// Claim: a world in which one service is taken out and another game's oracle put in its place is that world, for whoever plays it. So an
// adversary against key secrecy is an adversary against the service, and what it wins there is the bad event of the hop.
public import Coins
public import GameKit
public import Primitives

/// The reduction of a hop: the whole protocol is simulated, one service is somebody else's.
public struct KeySecrecySimulation<Base: Suite, Inner: Game>: Simulation {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  public typealias Slot = ReferenceWritableKeyPath<KeySecrecyServices<Base>, Port<Inner.Query, Inner.Answer>>

  public private(set) var game: KeySecrecyGame<Base>
  private let slot: Slot
  private let full: Budget<KeySecrecyQuery.Kind>

  init(_ game: KeySecrecyGame<Base>, slot: Slot, inner: Inner.Type, budget: Budget<KeySecrecyQuery.Kind>) {
    (self.game, self.slot, full) = (game, slot, budget)
    self.game.services[keyPath: slot] = Self.closed
  }

  /// Between queries nobody answers.
  private static var closed: Port<Inner.Query, Inner.Answer> { Port(ask: { _ in nil }) }

  public mutating func restart(coins: Coins) { game.restart(coins: coins) }

  /// The simulated game's own budget: what a query costs inside depends on what has happened, so the inner budget has to be large enough.
  public func budget(within inner: Budget<Inner.Query.Kind>) -> Budget<KeySecrecyQuery.Kind> { full }

  public mutating func answer(
    _ query: KeySecrecyQuery, asking oracle: inout some Oracle<Inner.Query, Inner.Answer>
  ) throws(Forfeit) -> KeySecrecyAnswer {
    let lent = LentOracle(consume oracle)
    game.services[keyPath: slot] = lent.port
    let answer = game.answer(query)
    oracle = lent.oracle
    game.services[keyPath: slot] = Self.closed
    if let forfeit = lent.forfeit { throw forfeit }
    return answer
  }
}

extension KeySecrecyRules {
  typealias Simulation<Inner: Game> = KeySecrecySimulation<Base, Inner>

  /// The reduction to unforgeability of operators' (or HSMs') signatures.
  public func forger(
    _ exposed: KeySecrecyServices<Base>.Exposed, challenge: KeySecrecyGame<Base>.Challenge, budget: Budget<KeySecrecyQuery.Kind>
  ) -> KeySecrecySimulation<Base, SignatureForgery<KeySecrecyServices<Base>.Scheme>> {
    let isOperators = exposed == .operators
    return KeySecrecySimulation(
      KeySecrecyGame(rules: self, stage: isOperators ? .distinctKeys : .operatorSignatures, challenge: challenge, exposed: exposed),
      slot: isOperators ? \.operators : \.hsms, inner: SignatureForgery.self, budget: budget)
  }

  /// The reduction to left-or-right multi-recipient encryption.
  public func recipientAdversary(
    challenge: KeySecrecyGame<Base>.Challenge, budget: Budget<KeySecrecyQuery.Kind>
  ) -> KeySecrecySimulation<Base, RecipientGame<KeySecrecyServices<Base>.Encryption>> {
    KeySecrecySimulation(
      KeySecrecyGame(rules: self, stage: .recordedWraps, challenge: challenge, exposed: .recipients), slot: \.recipients,
      inner: RecipientGame.self, budget: budget)
  }
}
