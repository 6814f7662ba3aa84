public import Coins

/// A service as its client sees it: the client asks, and cannot tell who answers.
///
/// A game that is built on services holds one port for each, so that a hop can put the ideal service in the place of the real one, and a
/// reduction its own oracle, without a change to the client. Asking through a reference is what lets code that only reads its
/// cryptography, as the protocol does, use a service with a state.
open class Port<Query, Answer> {
  public init() {}

  /// Begins a trial.
  open func restart(coins: Coins) {}
  /// Nil if there is no answer, because a budget behind the port is used up.
  open func ask(_ query: Query) -> Answer? { nil }
  /// Whether the service's bad event has occurred.
  open var isBad: Bool { false }
  /// A port with the same service in the same state.
  open func copy() -> Port { self }
}

/// A game as a service.
public final class GamePort<G: Game>: Port<G.Query, G.Answer> {
  private var game: G
  private let bad: (borrowing G) -> Bool

  public init(_ game: G, isBad: @escaping (borrowing G) -> Bool = { _ in false }) { (self.game, bad) = (game, isBad) }

  public override func restart(coins: Coins) { game.restart(coins: coins) }
  public override func ask(_ query: G.Query) -> G.Answer? { game.answer(query) }
  public override var isBad: Bool { bad(game) }
  public override func copy() -> Port<G.Query, G.Answer> { GamePort(game, isBad: bad) }
}

/// An oracle as a service: what a reduction puts in the place of the game that it plays. It serves one query of the simulated game.
public final class OraclePort<O: Oracle>: Port<O.Query, O.Answer> {
  public private(set) var oracle: O
  /// Why the oracle does not answer any more.
  public private(set) var forfeit: Forfeit?

  public init(_ oracle: consuming O) { self.oracle = oracle }

  public override func ask(_ query: O.Query) -> O.Answer? {
    guard forfeit == nil else { return nil }
    do throws(Forfeit) {
      return try oracle.ask(query)
    } catch {
      forfeit = error
      return nil
    }
  }
}
