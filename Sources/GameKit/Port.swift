public import Coins

/// A service as its client sees it: the client asks, and cannot tell who answers.
///
/// A game that is built on services holds one port for each, so that a hop can put the ideal service in the place of the real
/// one, and a reduction its own oracle, without a change to the client. Asking through a reference is what lets code that only
/// reads its cryptography, as the protocol does, use a service with a state.
///
/// It is made of closures because a closure is compiled where the concrete types are known; a method of a generic class would run
/// unspecialised.
public final class Port<Query, Answer> {
  /// Nil if there is no answer, because a budget behind the port is used up.
  public let ask: (Query) -> Answer?
  /// Begins a trial.
  public let restart: (Coins) -> Void
  private let bad: () -> Int
  private let duplicate: () -> Port?

  @inlinable
  public convenience init<G: Game>(_ game: G, badPlaces: @escaping (borrowing G) -> Int = { _ in 0 })
  where G.Query == Query, G.Answer == Answer {
    let held = Held(game)
    self.init(
      ask: { held.value.answer($0) }, restart: { held.value.restart(coins: $0) },
      badPlaces: { Held.read(&held.value, badPlaces) },
      copy: { Port(held.value, badPlaces: badPlaces) })
  }

  public init(
    ask: @escaping (Query) -> Answer?, restart: @escaping (Coins) -> Void = { _ in }, badPlaces: @escaping () -> Int = { 0 },
    copy: @escaping () -> Port? = { nil }
  ) {
    (self.ask, self.restart, bad, duplicate) = (ask, restart, badPlaces, copy)
  }

  /// Whether the service's bad event has occurred.
  public var isBad: Bool { bad() > 0 }

  /// At how many places it has occurred, as `Hop.badPlaces`.
  public var badPlaces: Int { bad() }

  /// A port with the same service in the same state; where the service is somebody else's, the same one.
  public func copy() -> Port { duplicate() ?? self }
}

/// A value that closures share.
@usableFromInline
final class Held<Value> {
  @usableFromInline var value: Value
  @inlinable init(_ value: consuming Value) { self.value = value }

  /// Lent, because a stored property of a reference would be copied to be read.
  @inlinable @inline(__always)
  static func read<Result>(_ value: inout Value, _ body: (borrowing Value) -> Result) -> Result { body(value) }
}

/// An oracle lent to a port for one query: what a reduction puts in the place of the game that it plays.
public final class LentOracle<O: Oracle> {
  public private(set) var oracle: O
  /// Why the oracle does not answer any more.
  public private(set) var forfeit: Forfeit?

  public init(_ oracle: consuming O) { self.oracle = oracle }

  public func ask(_ query: O.Query) -> O.Answer? {
    guard forfeit == nil else { return nil }
    do throws(Forfeit) {
      return try oracle.ask(query)
    } catch {
      forfeit = error
      return nil
    }
  }

  public var port: Port<O.Query, O.Answer> { Port(ask: { self.ask($0) }) }
}
