/// A promise that was seen to be broken, and how.
public struct Finding: Hashable, Sendable {
  /// What a game, a hop and its adversaries promise.
  public enum Promise: String, Hashable, Sendable, CaseIterable {
    /// The kinds of queries are numbered from zero, and each has a symbol of its own.
    case budgets
    /// Before the first query nothing bad has happened, and the two states are related; so it is for whoever may ask nothing.
    case start
    /// The same coins give the same queries, answers and ending, whenever they are played.
    case replay
    /// `restart` leads back to the initial state: a trial does not depend on those before it.
    case restart
    /// Queries and answers are written to a file and read back as the same.
    case transcripts
    /// It does not matter which of the two worlds plays first.
    case order
    /// Until the bad event the two worlds answer alike, and their states are related.
    case lockstep
    /// Whoever attacks nothing has next to no advantage.
    case honest
    /// The attack keeps to its budget; where the bound allows it an advantage, it has some.
    case attack
    /// Over all coins everything has the probability with which it is seen in a sample.
    case exact
    /// Neither the bad event nor the advantage is likelier than the bound says.
    case bound
    /// The attack shows the defect that is planted in the twin.
    case twin
  }

  public let promise: Promise
  /// What was seen, as a sentence without its full stop.
  public let words: String
}

extension Finding: CustomStringConvertible {
  public var description: String { "\(promise): \(words)" }
}
