/// A system to be explored: states, and the moves between them. It knows nothing of what the states mean.
///
/// Implementations are pure: the same state always has the same successors, in the same order, so a search is reproducible.
public protocol TransitionSystem {
  associatedtype State: Hashable
  associatedtype Move

  var initialStates: [State] { get }
  /// Calls `visit` with every move from `state` and where it leads.
  func successors(of state: State, _ visit: (Move, State) -> Void)
}
