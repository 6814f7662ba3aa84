internal import ArgumentParser

/// Whether a long verb tells how far it is.
struct ProgressOptions: ParsableArguments {
  enum Mode: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

  @Option(help: "Progress on standard error; auto: on a terminal.")
  var progress = Mode.auto

  /// There is one standard error: the choice holds for the process.
  func validate() { Progress.choose(progress) }
}
