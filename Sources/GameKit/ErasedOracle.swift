public import Coins

/// An oracle of which nothing is known but its queries and answers: what an adversary plays with is then compiled once, for all
/// games and all suites. A query costs one call more, through a closure, and a trial some allocations: nothing where the game
/// itself takes microseconds.
///
/// It is made of closures because a closure is compiled where the concrete types are known; a protocol's witness for a generic
/// type would run unspecialised.
public struct ErasedOracle<Query: GameQuery, Answer>: Oracle {
  @usableFromInline let left: () -> Budget<Query.Kind>
  @usableFromInline let answer: (Query) throws(Forfeit) -> Answer
  @usableFromInline let name: (String) -> Void

  @inlinable
  init<O: Oracle<Query, Answer>>(_ box: OracleBox<O>) {
    left = { box.oracle.budget }
    answer = { query throws(Forfeit) in try box.oracle.ask(query) }
    name = { box.oracle.credit($0) }
  }

  @inlinable public var budget: Budget<Query.Kind> { left() }
  @inlinable public mutating func ask(_ query: Query) throws(Forfeit) -> Answer { try answer(query) }
  @inlinable public mutating func credit(_ attack: String) { name(attack) }
}

/// Where an oracle is while its queries come through closures.
@usableFromInline
final class OracleBox<O: Oracle> {
  @usableFromInline var oracle: O
  @inlinable init(_ oracle: consuming O) { self.oracle = oracle }
}

/// An adversary that plays through an `ErasedOracle`: one type for all that play one kind of game.
public struct ErasedAdversary<Query: GameQuery, Answer>: Adversary {
  @usableFromInline let body: @Sendable (inout ErasedOracle<Query, Answer>, Coins) throws(Forfeit) -> Bool

  @inlinable
  public init<A: Adversary<Query, Answer>>(_ adversary: A) {
    body = { oracle, coins throws(Forfeit) in try adversary.play(&oracle, coins: coins) }
  }

  @inlinable
  public func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    try ErasedOracle.lent(&oracle) { erased throws(Forfeit) in try body(&erased, coins) }
  }
}

extension ErasedOracle {
  /// Lets `body` play with `oracle`.
  @inlinable
  public static func lent<O: Oracle<Query, Answer>, Result>(
    _ oracle: inout O, _ body: (inout ErasedOracle) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    try oracle.lend(to: { OracleBox($0) }, back: { $0.oracle }) { box throws(Forfeit) in
      var erased = ErasedOracle(box)
      return try body(&erased)
    }
  }
}

extension Oracle {
  /// Lets `body` play with what `frame` makes of this oracle, which is moved there and back, and not copied.
  @inlinable
  public mutating func lend<Frame, Result>(
    to frame: (consuming Self) -> Frame, back: (consuming Frame) -> Self, _ body: (inout Frame) throws(Forfeit) -> Result
  ) throws(Forfeit) -> Result {
    var framed = frame(consume self)
    let outcome: Swift.Result<Result, Forfeit>
    do throws(Forfeit) { outcome = .success(try body(&framed)) } catch { outcome = .failure(error) }
    self = back(consume framed)
    return try outcome.get()
  }
}
