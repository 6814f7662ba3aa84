internal import Coins
public import Referee

/// The whole distributions of what an adversary sees and says in the two worlds, compared exactly.
public struct ExactDistributions: Sendable {
  public let leftPaths: Int
  public let rightPaths: Int
  /// The different views (transcripts with endings) of either world.
  public let leftViews: Int
  public let rightViews: Int
  /// Half the sum of all differences of probability. Whoever plays like this adversary and concludes otherwise has at most this
  /// advantage; 0 means that the two distributions are equal.
  public let distance: Rational

  /// Plays both worlds of `experiment` over all coins, each on coins of its own.
  /// - Throws: as `ExactProbabilities`. Nil if the experiment has not two worlds.
  public init?(_ experiment: AnyExperiment, limit: Int, progress: (_ paths: Int) -> Bool = { _ in true }) throws(EnumerationError)
  {
    let tape = EnumeratingTape()
    let worlds = experiment.worlds(on: tape)
    guard worlds.count == 2 else { return nil }
    let (left, leftPaths) = try Self.distribution(worlds[0], tape, limit, progress)
    let (right, rightPaths) = try Self.distribution(worlds[1], tape, limit, progress)
    (self.leftPaths, self.rightPaths, leftViews, rightViews) = (leftPaths, rightPaths, left.count, right.count)
    var sum: Rational = 0
    for (view, probability) in left { sum = sum + (probability - (right[view] ?? 0)).magnitude }
    for (view, probability) in right where left[view] == nil { sum = sum + probability }
    distance = sum * Rational(1, over: 2)
  }

  private static func distribution(
    _ world: () -> WorldPlay, _ tape: EnumeratingTape, _ limit: Int, _ progress: (Int) -> Bool
  ) throws(EnumerationError) -> ([AnyHashable: Rational], Int) {
    var weights: [AnyHashable: Weight] = [:]
    let paths = try tape.walk(world, limit, progress) { weights[$0.view, default: Weight()].add(pathAmong: $1) }
    return (weights.mapValues(\.sum), paths)
  }
}
