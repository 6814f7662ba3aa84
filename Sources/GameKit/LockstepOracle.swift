public import Coins

/// Both games of a hop, played by one adversary on the same coins.
///
/// Each query goes to both games; until the bad event the answers must be equal and the relation must hold. The adversary is
/// given the left answer. After the bad event, or after the first violation, the right game is no longer followed: what the
/// adversary would do there is another trial. As with `SingleOracle`, the type is for what runs games.
@_spi(Harness) public struct LockstepOracle<H: Hop>: Oracle {
  public typealias Query = H.Query
  public typealias Answer = H.Answer

  /// Where the two worlds stand in this trial.
  public enum Standing: Hashable, Sendable {
    case equal
    /// The bad event occurred at this query, counted from 1.
    case bad(query: Int)
    case violated(Violation)
  }

  private let hop: H
  private var left: H.Left
  private var right: H.Right
  public private(set) var budget: Budget<H.Query.Kind>
  private let fullBudget: Budget<H.Query.Kind>
  public private(set) var standing = Standing.equal
  /// The attack that the adversary named last while the worlds were equal.
  public private(set) var credited: String?
  private var asked = 0
  private let order: WorldOrder

  public init(_ hop: H, budget: Budget<H.Query.Kind>, order: WorldOrder = .leftFirst) {
    (self.hop, left, right, self.budget, fullBudget, self.order) = (hop, hop.left, hop.right, budget, budget, order)
  }

  public mutating func restart(coins: Coins) {
    left.restart(coins: coins)
    right.restart(coins: coins)
    budget = fullBudget
    standing = .equal
    credited = nil
    asked = 0
  }

  public mutating func ask(_ query: H.Query) throws(Forfeit) -> H.Answer {
    try budget.charge(query.kind)
    asked &+= 1
    guard case .equal = standing else { return left.answer(query) }
    guard order == .leftFirst else {
      let rightAnswer = right.answer(query)
      let answer = left.answer(query)
      if hop.isBad(left) { standing = .bad(query: asked) } else { compare(answer, rightAnswer) }
      return answer
    }
    let answer = left.answer(query)
    if hop.isBad(left) { standing = .bad(query: asked) } else { compare(answer, right.answer(query)) }
    return answer
  }

  /// At how many places the bad event has occurred, those after the first included.
  public var badPlaces: Int { hop.badPlaces(left) }

  public mutating func credit(_ attack: String) { if standing == .equal { credited = attack } }

  private mutating func compare(_ answer: H.Answer, _ rightAnswer: H.Answer) {
    if rightAnswer != answer {
      standing = .violated(.answersDiffer(query: asked))
    } else if case .broken(let part) = hop.relation(left, right) {
      standing = .violated(.relationBroken(query: asked, part: part))
    }
  }
}
