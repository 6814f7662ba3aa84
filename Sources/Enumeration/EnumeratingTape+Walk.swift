internal import Coins

extension EnumeratingTape {
  /// Plays a program once on each path through all coins, and hands on what it showed with the path's number of siblings.
  /// - Returns: the number of paths.
  /// - Throws: an error when a draw is too wide, there are more than `limit` paths, or `progress`, told now and then how many are
  ///   played, returns false.
  func walk<Outcome>(
    _ play: () -> Outcome, _ limit: Int, _ progress: (Int) -> Bool, _ count: (Outcome, UInt128) -> Void
  ) throws(EnumerationError) -> Int {
    var (paths, all) = (0, Weight())
    restart()
    repeat {
      guard paths < limit else { throw .tooManyPaths(limit: limit) }
      if paths & 0xff == 0, !progress(paths) { throw .interrupted(paths: paths) }
      let outcome = play(), siblings = siblings
      if let problem { throw .tape(problem) }
      paths += 1
      all.add(pathAmong: siblings)
      count(outcome, siblings)
    } while advance()
    precondition(all.sum == 1, "the weights of all paths sum to \(all.sum)")
    return paths
  }
}
