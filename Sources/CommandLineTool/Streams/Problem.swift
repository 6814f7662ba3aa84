internal import ArgumentParser
internal import Policy
internal import PolicySearch
internal import Reports
internal import Scenarios

/// Errors of the policy verbs: one line on standard error, and the exit status that says of what kind.
enum Problem {
  static func report<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as InputError {
      throw fail(error.description, status: Failure.badInput)
    } catch let error as UnknownRule {
      throw fail(error.description, status: Failure.usage)
    } catch let error as PolicyMistake {
      throw fail(error.description, status: Failure.usage)
    } catch let error as Exploration.Failure {
      if case .doesNotReplay(_, _, let replay) = error {
        throw fail("\(error)\(replay.map { ":\n\($0.text)" } ?? "")", status: Failure.internalError)
      }
      throw fail(error.description, status: Failure.usage)
    }
  }

  static func fail(_ message: String, status: ExitCode) -> ExitCode {
    Failure.say("error: \(message)")
    return status
  }
}
