/// The plain reading of a deduction as a transition system: a state is the set of facts known so far, and a move draws one
/// conclusion.
///
/// It searches without any of saturation's insight: the number of its states is exponential in the number of facts. It is there
/// to check the other, and to give shortest traces that owe nothing to it. Facts and conclusions are numbered once and kept.
public final class Interleaving<D: Deduction>: TransitionSystem {
  /// Known facts as a bit set, and the goals reached, as bits by number.
  public struct State: Hashable {
    public var facts: [UInt64] = []
    public var goals: UInt64 = 0
  }
  public typealias Move = Int

  private struct Edge {
    /// The number of the fact it gives; nil if it only reaches goals.
    let fact: Int?
    let goals: UInt64
    let steps: [D.Step]
  }

  private var deduction: D
  private var facts: [D.Fact] = []
  private var numbers: [D.Key: Int] = [:]
  private var goalNumbers: [D.Goal: Int] = [:]
  private var axioms: [Edge]?
  private var unary: [Int: [Edge]] = [:]
  private var binary: [SIMD2<Int>: [Edge]] = [:]
  /// Whether a set of facts may be part of one run: bounds what deduction itself leaves open.
  private let isPossible: ([D.Fact], D.Fact) -> Bool

  public init(_ deduction: D, isPossible: @escaping ([D.Fact], D.Fact) -> Bool = { _, _ in true }) {
    self.deduction = deduction
    self.isPossible = isPossible
  }

  public var initialStates: [State] { [State()] }
  public func number(of goal: D.Goal) -> Int? { goalNumbers[goal] }
  public func goals(of state: State) -> [D.Goal] {
    goalNumbers.filter { state.goals >> UInt64($0.value) & 1 == 1 }.sorted { $0.value < $1.value }.map(\.key)
  }

  public func successors(of state: State, _ visit: (Int, State) -> Void) {
    let known = (0..<(state.facts.count * 64)).filter { Self.contains(state, $0) }
    if axioms == nil {
      var found: [Conclusion<D.Fact, D.Step, D.Goal>] = []
      deduction.axioms { found.append($0) }
      axioms = found.map(edge)
    }
    var seen: Set<State> = []
    func follow(_ edges: [Edge]) {
      for edge in edges {
        var next = state
        if let fact = edge.fact, !Self.contains(state, fact) {
          guard isPossible(known.map { facts[$0] }, facts[fact]) else { continue }
          while next.facts.count <= fact / 64 { next.facts.append(0) }
          next.facts[fact / 64] |= 1 << UInt64(fact % 64)
        }
        next.goals |= edge.goals
        if next != state, seen.insert(next).inserted { visit(edge.steps.count, next) }
      }
    }
    follow(axioms ?? [])
    for first in known {
      if unary[first] == nil {
        var found: [Conclusion<D.Fact, D.Step, D.Goal>] = []
        deduction.conclusions(from: facts[first]) { found.append($0) }
        unary[first] = found.map(edge)
      }
      follow(unary[first] ?? [])
      for second in known where second > first {
        let pair = SIMD2(first, second)
        if binary[pair] == nil {
          var found: [Conclusion<D.Fact, D.Step, D.Goal>] = []
          deduction.conclusions(from: facts[first], facts[second]) { found.append($0) }
          binary[pair] = found.map(edge)
        }
        follow(binary[pair] ?? [])
      }
    }
  }

  private static func contains(_ state: State, _ fact: Int) -> Bool {
    fact / 64 < state.facts.count && state.facts[fact / 64] >> UInt64(fact % 64) & 1 == 1
  }

  private func edge(_ conclusion: Conclusion<D.Fact, D.Step, D.Goal>) -> Edge {
    var goals: UInt64 = 0
    for goal in conclusion.goals {
      let number = goalNumbers[goal] ?? goalNumbers.count
      goalNumbers[goal] = number
      goals |= 1 << UInt64(number)
    }
    let fact = conclusion.fact.map { fact in
      let key = deduction.key(of: fact)
      if let number = numbers[key] { return number }
      numbers[key] = facts.count
      facts.append(fact)
      return facts.count - 1
    }
    return Edge(fact: fact, goals: goals, steps: conclusion.steps)
  }
}
