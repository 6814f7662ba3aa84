internal import ArgumentParser
internal import Records

extension Failure {
  /// Ends a verb as its record says.
  static func end(_ outcome: Outcome) throws {
    if outcome.status == RunStatus.interrupted.code { throw Failure.interrupted }
    if outcome.status != 0 { throw ExitCode(outcome.status) }
  }
}
