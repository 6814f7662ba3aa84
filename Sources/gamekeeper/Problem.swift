internal import ArgumentParser
internal import Foundation
internal import Policy
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
    } catch let error as QuorumRisk.BadValue {
      throw fail(error.description, status: Failure.usage)
    } catch let error as Exploration.Failure {
      if case .doesNotReplay = error { throw fail(error.description, status: ExitCode(70)) }
      throw fail(error.description, status: Failure.usage)
    }
  }

  static func fail(_ message: String, status: ExitCode) -> ExitCode {
    Failure.say("gamekeeper: error: \(message)")
    return status
  }

  /// Where what was asked for goes: a file, written whole or not at all, or standard output; which also takes what a file did not.
  static func write(_ text: String, to path: String?) throws {
    guard let path else { return print(text, terminator: "") }
    do { try Data(text.utf8).write(to: URL(filePath: path), options: .atomic) } catch {
      print(text, terminator: "")
      throw fail("`\(path)` cannot be written; is the folder there, and writable?", status: Failure.badInput)
    }
  }
}
