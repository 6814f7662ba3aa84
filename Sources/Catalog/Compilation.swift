import Referee

/// How the concrete types of an experiment are hidden.
///
/// Code that is specialised for every combination of suite, game and adversary is fast and takes long to compile, so it is
/// reserved for the calibrated suite, where the harness itself is the cost.
protocol Compilation {
  static func hide<E: Experiment>(_ experiment: E) -> AnyExperiment
}

/// Compiled for these types.
enum Specialised: Compilation {
  @inline(__always)
  static func hide<E: Experiment>(_ experiment: E) -> AnyExperiment { AnyExperiment(experiment) }
}

/// Compiled once for all types.
enum Shared: Compilation {
  @inline(__always)
  static func hide<E: Experiment>(_ experiment: E) -> AnyExperiment { AnyExperiment(shared: experiment) }
}
