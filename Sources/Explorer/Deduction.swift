/// A system in which knowledge only grows: facts, and what follows from them. Nothing is ever used up, so the set of derivable
/// facts says everything that can happen, in any order.
public protocol Deduction {
  associatedtype Fact
  /// What makes two facts one for the search: reductions live here.
  associatedtype Key: Hashable
  associatedtype Step
  /// What a step may achieve, beside a fact: a broken property, a milestone.
  associatedtype Goal: Hashable

  /// How much was looked at besides the conclusions that were drawn.
  var checks: Int { get }
  func key(of fact: Fact) -> Key
  /// What follows from nothing.
  mutating func axioms(_ emit: (Conclusion<Fact, Step, Goal>) -> Void)
  /// What follows from one fact.
  mutating func conclusions(from fact: Fact, _ emit: (Conclusion<Fact, Step, Goal>) -> Void)
  /// What follows from two facts, given in either order, and from neither alone.
  mutating func conclusions(from first: Fact, _ second: Fact, _ emit: (Conclusion<Fact, Step, Goal>) -> Void)
}

extension Deduction {
  public var checks: Int { 0 }
}

/// What one step gives.
public struct Conclusion<Fact, Step, Goal: Hashable> {
  /// In the order in which they are done: an adversary may have to prepare.
  public var steps: [Step]
  public var fact: Fact?
  public var goals: [Goal]

  public init(_ steps: [Step], fact: Fact? = nil, goals: [Goal] = []) {
    self.steps = steps
    self.fact = fact
    self.goals = goals
  }
}
