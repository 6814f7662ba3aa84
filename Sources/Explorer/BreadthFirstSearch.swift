/// Visits every state within the limits, nearest first, so that a path to a state is a shortest one.
public struct BreadthFirstSearch<System: TransitionSystem> {
  public typealias State = System.State

  /// How the search ended.
  public enum End: Hashable, Sendable {
    /// Every state within the depth limit was visited.
    case complete
    /// `isGoal` held; the state's position gives the path.
    case found
    /// There were more states than the limit allows; what was visited stands.
    case tooManyStates(limit: Int)
    case tooDeep(limit: Int)
  }

  public private(set) var end: End = .complete
  /// How often a move was looked at.
  public private(set) var transitions = 0
  /// The length of the longest shortest path.
  public private(set) var depth = 0
  public private(set) var goal: Int?
  private var table = StateTable<State>()
  private var parents: [Int32] = []

  public var states: Int { table.count }
  public var bytesPerState: Double { table.bytesPerState + 4 }
  public func state(_ index: Int) -> State { table.states[index] }

  /// Searches until `isGoal` holds, if ever.
  public init(
    _ system: System, maximumStates: Int = 100_000_000, maximumDepth: Int = .max, isGoal: (State) -> Bool = { _ in false }
  ) {
    for state in system.initialStates {
      let (index, isNew) = table.insert(state)
      guard isNew else { continue }
      parents.append(-1)
      if isGoal(state) {
        (goal, end) = (index, .found)
        return
      }
    }
    var next = 0
    var levelEnd = table.count
    while next < table.count, end == .complete {
      if next == levelEnd {
        depth += 1
        levelEnd = table.count
        if depth >= maximumDepth {
          end = .tooDeep(limit: maximumDepth)
          return
        }
      }
      let state = table.states[next]
      system.successors(of: state) { _, successor in
        guard end == .complete else { return }
        transitions += 1
        let (index, isNew) = table.insert(successor)
        guard isNew else { return }
        parents.append(Int32(next))
        if isGoal(successor) {
          (goal, end) = (index, .found)
          depth += 1
        } else if table.count >= maximumStates {
          end = .tooManyStates(limit: maximumStates)
        }
      }
      next += 1
    }
  }

  /// The states from an initial one to that at `index`.
  public func path(to index: Int) -> [State] {
    var path: [State] = []
    var position = index
    while position >= 0 {
      path.append(table.states[position])
      position = Int(parents[position])
    }
    return path.reversed()
  }
}
