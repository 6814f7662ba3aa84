/// A counterexample to a hop: the trial's coins refute the claim, no statistics needed.
public enum Violation: Hashable, Sendable {
  /// The answers to this query (counted from 1) differ although the bad event has not occurred.
  case answersDiffer(query: Int)
  /// After this query the named part of the states' relation does not hold.
  case relationBroken(query: Int, part: Relation.StaticName)
  /// The adversary ended differently although all answers were the same: it breaks its promise to be deterministic.
  case bitsDiffer
  /// The reduction won although the bad event did not occur, or the other way round.
  case reductionDisagrees
  /// The adversary ended differently on the two sides of this link of a chain (counted from 1), where the games are to be one.
  case linkBroken(Int)
}

extension Violation: CustomStringConvertible {
  public var description: String {
    switch self {
    case .answersDiffer(let query): "the two answers to query \(query) differ before the bad event"
    case .relationBroken(let query, let part): "after query \(query) the two states disagree on the \(part)"
    case .bitsDiffer: "the adversary ends differently although no answer did: hidden randomness"
    case .reductionDisagrees: "the reduction wins in other trials than those in which the bad event occurs"
    case .linkBroken(let link): "the adversary ends differently on the two sides of link \(link) of the chain"
    }
  }
}
