internal import Coins
internal import GameKit
internal import Games

/// A game of ours and the published one, on the same coins, and in which queries they are to part.
///
/// What it says of that is written from the queries and answers alone, independently of both games.
protocol Comparison {
  associatedtype Ours: Game
  associatedtype Theirs: Game where Theirs.Query == Ours.Query, Theirs.Answer == PublishedAnswer<Ours.Answer>
  typealias Query = Ours.Query
  typealias Answer = Ours.Answer

  var name: String { get }
  /// What ours allows; the file's constants are the same where it has any.
  var budget: Budget<Query.Kind> { get }

  /// What the adversary may ask: more than ours allows.
  var shown: Budget<Query.Kind> { get }

  /// Begins a trial.
  mutating func begin(_ coins: Coins) -> (ours: Ours, theirs: Theirs)

  /// In which way the games are to part in this query, nil if they are not.
  /// - Parameter isSpent: whether ours has no budget left for it.
  func difference(in query: Query, isSpent: Bool) -> Difference?

  /// Takes note of what both games answered.
  mutating func note(_ query: Query, _ answer: Answer)

  /// An answer of ours in the words of the file.
  func reading(_ answer: Answer) -> PublishedAnswer<Answer>

  /// What the file answers past the budget.
  func constant(_ query: Query) -> PublishedAnswer<Answer>

  /// What the adversary is told where the file answers nothing.
  var nothing: Answer { get }

  /// Whether both games say alike whether they are won.
  func agree(_ ours: borrowing Ours, _ theirs: borrowing Theirs) -> Bool

  /// Asks many queries, legal and not, and does not stop at the budget.
  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit)
}

extension Comparison {
  var shown: Budget<Query.Kind> { Budget { _ in 1000 } }
  mutating func note(_ query: Query, _ answer: Answer) {}
  func constant(_ query: Query) -> PublishedAnswer<Answer> { .none }
  func agree(_ ours: borrowing Ours, _ theirs: borrowing Theirs) -> Bool { true }
}
