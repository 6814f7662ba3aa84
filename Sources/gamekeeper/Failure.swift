internal import ArgumentParser
internal import Catalog
internal import Foundation
internal import Records
internal import Words

/// What goes to standard error, and the exit statuses.
enum Failure {
  static let notMet = ExitCode(1)
  static let inconclusive = ExitCode(2)
  static let usage = ExitCode(64)
  static let badInput = ExitCode(65)
  static let interrupted = ExitCode(130)

  /// One line: what it quotes from files and arguments ends none.
  static func say(_ text: String) { FileHandle.standardError.write(Data((Escape.terminal(text) + "\n").utf8)) }

  /// One line that names the mistake, one with a hint.
  static func report(_ error: CatalogError, status: ExitCode = usage) -> ExitCode {
    say("gamekeeper: error: \(error.message)")
    if let hint = error.hint { say("gamekeeper: hint: \(hint)") }
    return status
  }

  /// Runs `body`; a mistake in the request becomes a report and an exit status.
  static func orReport<T>(_ body: () throws(CatalogError) -> T) throws(ExitCode) -> T {
    do { return try body() } catch { throw report(error) }
  }

  /// Refuses an unknown verb, with the nearest one.
  static func checkVerb(_ verb: String) throws {
    let verbs = Gamekeeper.configuration.subcommands.compactMap { $0.configuration.commandName ?? $0._commandName } + ["help"]
    if !verbs.contains(verb) { throw report(.unknown("verb", verb, among: verbs)) }
  }
}

extension RunStatus {
  /// Ends the program with this status.
  func end() throws(ExitCode) { if self != .met { throw ExitCode(code) } }
}
