internal import ArgumentParser
internal import Arena
internal import Foundation
internal import Records
internal import Words

/// What goes to standard error, and the exit statuses.
enum Failure {
  static let notMet = ExitCode(1)
  static let inconclusive = ExitCode(2)
  static let usage = ExitCode(64)
  static let badInput = ExitCode(65)
  static let unavailable = ExitCode(69)
  static let internalError = ExitCode(70)
  static let cannotWrite = ExitCode(74)
  static var interrupted: ExitCode { Interrupts.status }

  /// Says it on standard error, as one line that begins with the program's name: what it quotes from files and arguments ends
  /// none. If that is closed or full there is nowhere left to say so, and the status tells the rest.
  static func say(_ text: String) { line("\(Program.name): \(text)") }

  static func line(_ text: String) { try? Descriptor.write(Terminal.error(Escape.terminal(text)) + "\n", to: STDERR_FILENO) }

  /// One line that names the mistake, one with a hint.
  static func report(_ error: CatalogError, status: ExitCode = usage) -> ExitCode {
    say("error: \(error.message)")
    if let hint = error.hint { say("hint: \(hint)") }
    return status
  }

  /// Runs `body`; a mistake in the request becomes a report and an exit status.
  static func orReport<T>(_ body: () throws(CatalogError) -> T) throws(ExitCode) -> T {
    do { return try body() } catch { throw report(error) }
  }

  /// Refuses an unknown verb, after `help` too, with the nearest one.
  static func checkVerb(_ arguments: ArraySlice<String>) throws {
    guard let verb = arguments.first, !verb.hasPrefix("-") else { return }
    let verbs = Gamekeeper.configuration.subcommands.compactMap { $0.configuration.commandName ?? $0._commandName } + ["help"]
    if !verbs.contains(verb) { throw report(.unknown("verb", verb, among: verbs)) }
    guard verb == "help" else { return }
    try checkVerb(arguments.dropFirst())
    if let extra = arguments.dropFirst(2).first(where: { !$0.hasPrefix("-") }) {
      throw report(CatalogError("`help` takes one verb, and `\(extra)` is another", hint: "see `\(Program.name) help`"))
    }
  }
}

extension RunStatus {
  /// What the program ends with: an interrupt's depends on the signal.
  var exitCode: ExitCode { self == .interrupted ? Failure.interrupted : ExitCode(code) }

  /// Ends the program with this status.
  func end() throws(ExitCode) { if self != .met { throw exitCode } }
}
