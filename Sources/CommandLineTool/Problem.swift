internal import ArgumentParser
internal import Policy
internal import Scenarios
internal import PolicySearch

/// Errors of the policy verbs: one line on standard error, and the exit status that says of what kind.
enum Problem {
  static func report<T>(_ body: () throws -> T) throws -> T {
    do { return try body() } catch let error as InputError {
      throw fail(error.description, status: Failure.badInput)
    } catch let error as UnknownRule {
      throw fail(error.description, status: Failure.usage)
    } catch let error as PolicyMistake {
      throw fail(error.description, status: Failure.usage)
    } catch let error as QuorumRisk.BadValue {
      throw fail(error.description, status: Failure.usage)
    } catch let error as Exploration.Failure {
      if case .doesNotReplay = error { throw fail(error.description, status: Failure.internalError) }
      throw fail(error.description, status: Failure.usage)
    }
  }

  static func fail(_ message: String, status: ExitCode) -> ExitCode {
    Failure.say("gamekeeper: error: \(message)")
    return status
  }
}
