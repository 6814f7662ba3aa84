import Explorer
import Testing

/// A knight on a board: a transition system whose distances are well known.
private struct Knight: TransitionSystem {
  struct Square: Hashable { var x, y: Int }
  let size: Int
  var initialStates: [Square] { [Square(x: 0, y: 0)] }
  func successors(of state: Square, _ visit: (Int, Square) -> Void) {
    for (index, step) in [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)].enumerated() {
      let next = Square(x: state.x + step.0, y: state.y + step.1)
      if (0..<size).contains(next.x), (0..<size).contains(next.y) { visit(index, next) }
    }
  }
}

@Suite struct BreadthFirstSearchTests {
  @Test func visitsEverySquareOnceAndFindsShortestPaths() {
    let search = BreadthFirstSearch(Knight(size: 8))
    #expect(search.end == .complete)
    #expect(search.states == 64)
    #expect(search.transitions == 336)
    #expect(search.depth == 6)
    let toCorner = BreadthFirstSearch(Knight(size: 8)) { $0 == .init(x: 7, y: 7) }
    #expect(toCorner.end == .found)
    #expect(toCorner.goal.map { toCorner.path(to: $0).count } == 7)
  }

  @Test func saysWhenItStoppedBeforeTheEnd() {
    #expect(BreadthFirstSearch(Knight(size: 8), maximumStates: 10).end == .tooManyStates(limit: 10))
    #expect(BreadthFirstSearch(Knight(size: 8), maximumDepth: 2).end == .tooDeep(limit: 2))
    #expect(BreadthFirstSearch(Knight(size: 2)).states == 1)
  }
}

/// Numbers made by doubling and adding: a deduction with one and with two premises.
private struct Sums: Deduction {
  let limit: Int
  let canAdd: Bool
  func key(of fact: Int) -> Int { fact }
  mutating func axioms(_ emit: (Conclusion<Int, String, String>) -> Void) { emit(.init(["1"], fact: 1)) }
  mutating func conclusions(from fact: Int, _ emit: (Conclusion<Int, String, String>) -> Void) {
    if fact * 2 <= limit { emit(.init(["\(fact)·2"], fact: fact * 2, goals: fact * 2 == 8 ? ["eight"] : [])) }
  }
  mutating func conclusions(from a: Int, _ b: Int, _ emit: (Conclusion<Int, String, String>) -> Void) {
    if canAdd, a + b <= limit { emit(.init(["\(a)+\(b)"], fact: a + b, goals: a + b == 7 ? ["seven"] : [])) }
  }
}

@Suite struct SaturationTests {
  @Test func derivesEverythingAndAgreesWithInterleavingOnLengths() {
    var sums = Sums(limit: 9, canAdd: true)
    let saturation = Saturation(&sums)
    #expect(saturation.nodes.count == 9)
    for goal in ["seven", "eight"] {
      let plain = Interleaving(Sums(limit: 9, canAdd: true))
      let search = BreadthFirstSearch(plain) { plain.goals(of: $0).contains(goal) }
      #expect(saturation.goals[goal]?.count == search.goal.map { search.path(to: $0).count - 1 })
    }
  }

  @Test func doesNotReachWhatCannotBeDerived() {
    var doubling = Sums(limit: 9, canAdd: false)
    let saturation = Saturation(&doubling)
    #expect(saturation.goals["seven"] == nil)
    #expect(saturation.goals["eight"]?.count == 4)
    #expect(saturation.nodes.map(\.fact) == [1, 2, 4, 8])
  }
}
