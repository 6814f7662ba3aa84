internal import ArgumentParser
internal import Catalog
internal import Records

extension Selection.Run {
  /// The exit status of a run without an expectation; nil when it ends as the theory says.
  var status: ExitCode? {
    let reduction = record.reduction?.verdict
    return switch verdict {
    case .boundExceeded, .invalid, .forfeit: Failure.notMet
    case _ where reduction == .refuted: Failure.notMet
    case .inconclusive: Failure.inconclusive
    case .advantageShown, .noAdvantageShown, .withinBound, .boundAttained: reduction == .undecided ? Failure.inconclusive : nil
    }
  }
}
