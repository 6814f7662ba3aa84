/// Derives every fact, cheapest first. The cost of a fact is the number of distinct inferences in its derivation.
///
/// With one premise to an inference, as almost everywhere, the first derivation found is a shortest one; where two facts are
/// joined the union of their derivations is counted once. That the lengths are those of a plain breadth-first search is tested on
/// small scopes.
public struct Saturation<D: Deduction> {
  /// A derived fact, and how.
  public struct Node {
    public let fact: D.Fact
    /// Positions in `derivations`, ascending: a valid order to do them in.
    let derivation: [Int]
  }

  /// One applied inference.
  public struct Inference {
    public let steps: [D.Step]
    /// Positions of the facts it needed.
    public let premises: [Int]
    /// The position of the fact it gave.
    public var result: Int?
  }

  /// Why the search ended early, if it did.
  public enum End: Hashable, Sendable {
    case complete
    case goalReached
    case tooManyFacts(limit: Int)
    case stopped
  }

  public private(set) var nodes: [Node] = []
  public private(set) var inferences: [Inference] = []
  /// The cheapest way to each goal: its inferences in order.
  public private(set) var goals: [D.Goal: [Int]] = [:]
  /// How many conclusions were drawn, known ones included.
  public private(set) var transitions = 0
  /// The greatest number of inferences that a fact needed.
  public private(set) var depth = 0
  public private(set) var end: End = .complete
  /// How many facts can be brought about: the nodes, and where there are too many those that were still waiting.
  public private(set) var facts = 0

  /// Saturates; stops at the first goal for which `isFinal` holds, when more facts than the limit are known to follow, or when
  /// the watch says so, which is asked after each fact, and on the way between many.
  public init(
    _ deduction: inout D, maximumFacts: Int = 10_000_000, isFinal: (D.Goal) -> Bool = { _ in false },
    watch: SearchWatch = SearchWatch()
  ) {
    var indices: [D.Key: Int] = [:]
    /// Keys of all facts that are known to follow, those that wait included.
    var known: Set<D.Key> = []
    // Facts waiting, by cost: costs are small whole numbers.
    var waiting: [[(fact: D.Fact, inference: Inference, derivation: [Int])]] = []

    func consider(_ conclusion: Conclusion<D.Fact, D.Step, D.Goal>, _ premises: [Int], _ system: D, _ this: inout Saturation) {
      if watch.isStopped { return }
      this.transitions += 1
      let key = conclusion.fact.map { system.key(of: $0) }
      let isNew = key.map { indices[$0] == nil } ?? false
      if isNew, let key, known.insert(key).inserted, known.count > maximumFacts {
        this.end = .tooManyFacts(limit: maximumFacts)
        watch.stop()
      }
      let atLeast = 1 + (premises.map { this.nodes[$0].derivation.count }.max() ?? 0)
      let improved = conclusion.goals.filter { this.goals[$0].map { $0.count > atLeast } ?? true }
      guard isNew || !improved.isEmpty else { return }
      let derivation = premises.reduce(into: Set<Int>()) { $0.formUnion(this.nodes[$1].derivation) }.sorted()
      let cost = derivation.count + 1
      let inference = Inference(steps: conclusion.steps, premises: premises)
      for goal in improved where this.goals[goal].map({ $0.count > cost }) ?? true {
        this.inferences.append(inference)
        this.goals[goal] = derivation + [this.inferences.count - 1]
      }
      if let fact = conclusion.fact, isNew {
        while waiting.count <= cost { waiting.append([]) }
        waiting[cost].append((fact, inference, derivation))
      }
    }

    var found: [Conclusion<D.Fact, D.Step, D.Goal>] = []
    deduction.axioms { found.append($0) }
    for conclusion in found { consider(conclusion, [], deduction, &self) }
    var cost = 0
    while cost < waiting.count, !watch.isStopped {
      // A goal of this cost or less cannot be reached more cheaply any more.
      if goals.contains(where: { isFinal($0.key) && $0.value.count <= cost }) {
        end = .goalReached
        break
      }
      var position = 0
      while position < waiting[cost].count, !watch.isStopped {
        let (fact, inference, derivation) = waiting[cost][position]
        position += 1
        let key = deduction.key(of: fact)
        guard indices[key] == nil else { continue }
        let index = nodes.count
        indices[key] = index
        inferences.append(Inference(steps: inference.steps, premises: inference.premises, result: index))
        nodes.append(Node(fact: fact, derivation: derivation + [inferences.count - 1]))
        depth = max(depth, cost)
        found.removeAll(keepingCapacity: true)
        deduction.conclusions(from: fact) { found.append($0) }
        for conclusion in found { consider(conclusion, [index], deduction, &self) }
        for other in 0..<index {
          if watch.isStopping() { break }
          found.removeAll(keepingCapacity: true)
          deduction.conclusions(from: nodes[other].fact, fact) { found.append($0) }
          for conclusion in found { consider(conclusion, [other, index], deduction, &self) }
        }
        if !watch.isStopped {
          watch.tell(
            states: nodes.count, frontier: known.count - nodes.count, transitions: transitions + deduction.checks, depth: depth)
        }
      }
      waiting[cost] = []
      cost += 1
    }
    if watch.isStopped, end == .complete { end = .stopped }
    facts = end == .tooManyFacts(limit: maximumFacts) ? known.count : nodes.count
    if end == .complete, goals.contains(where: { isFinal($0.key) }) { end = .goalReached }
  }
}
