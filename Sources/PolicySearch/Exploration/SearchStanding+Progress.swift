import Explorer
import Records

extension SearchStanding {
  init(_ progress: SearchProgress) {
    self.init(
      states: progress.states, frontier: progress.frontier, transitions: progress.transitions, depth: progress.depth,
      seconds: progress.elapsed / .seconds(1))
  }
}
