public import GameKit
public import Primitives

/// One step of the sequence: a game and the one after it, with the same challenge.
///
/// All steps but the last but one are checked trial by trial: identical until bad, or perfect. `encryption` is an assumption:
/// there the two games differ by ε_mrpke.
public struct KeySecrecyHop<Base: Suite>: Hop {
  public typealias Query = KeySecrecyQuery
  public typealias Answer = KeySecrecyAnswer
  let rules: KeySecrecyRules<Base>
  let stage: KeySecrecyStage
  let challenge: KeySecrecyGame<Base>.Challenge
  let exposed: KeySecrecyServices<Base>.Exposed?
  private let badEvent: KeySecrecyEvent?

  /// - Parameters:
  ///   - stage: the right game; the left is the one before it.
  ///   - exposed: the service that a reduction beside the two games takes out.
  public init(
    rules: KeySecrecyRules<Base>, to stage: KeySecrecyStage, challenge: KeySecrecyGame<Base>.Challenge,
    exposed: KeySecrecyServices<Base>.Exposed? = nil
  ) {
    (self.rules, self.challenge, self.stage, self.exposed) = (rules, challenge, stage, exposed)
    badEvent = stage.step?.badEvent
  }

  public var left: KeySecrecyGame<Base> { game(stage.previous) }
  public var right: KeySecrecyGame<Base> { game(stage) }

  private func game(_ stage: KeySecrecyStage) -> KeySecrecyGame<Base> {
    KeySecrecyGame(rules: rules, stage: stage, challenge: challenge, exposed: exposed)
  }

  public func isBad(_ left: borrowing KeySecrecyGame<Base>) -> Bool { left.has(badEvent) }

  public func badPlaces(_ left: borrowing KeySecrecyGame<Base>) -> Int { left.places(of: badEvent) }

  public func relation(_ left: borrowing KeySecrecyGame<Base>, _ right: borrowing KeySecrecyGame<Base>) -> Relation {
    left.relation(to: right)
  }
}

extension KeySecrecyGame {
  /// What is equal in both games after every query: all that the adversary was given, and what the challenger knows to be honest.
  @_specialize(where Base == CalibratedSuite)
  func relation(to other: Self) -> Relation {
    if case .broken = other.slicing { return other.slicing }
    guard tokens.agrees(with: other.tokens, since: published.tokens) else { return .broken("tokens") }
    guard endorsements.agrees(with: other.endorsements, since: published.endorsements) else { return .broken("endorsements") }
    guard trusts.agrees(with: other.trusts, since: published.trusts) else { return .broken("trusts") }
    guard honest.agrees(with: other.honest) else { return .broken("honest trusts") }
    guard protected.agrees(with: other.protected) else { return .broken("keys of honest domains") }
    return .holds
  }
}

extension Array where Element: Equatable {
  /// Whether two lists that were equal when they had `count` elements are equal still; a query adds one at most.
  fileprivate func agrees(with other: Self, since count: Int) -> Bool {
    self.count == other.count && (self.count == count || last == other.last)
  }
}
