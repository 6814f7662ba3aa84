internal import CConfine
internal import Foundation

/// Why a command is not at work: in words, with what may help.
public struct StartFailure: Error, Codable, Hashable, Sendable, CustomStringConvertible {
  public let description: String
  public let hint: String?

  package init(_ description: String, hint: String? = nil) { (self.description, self.hint) = (description, hint) }

  static let noCommand = StartFailure("the command is empty", hint: "for example 'python3 mine.py'")

  static func unclosed(_ mark: Unicode.Scalar, _ text: String) -> StartFailure {
    StartFailure("`\(mark)` is not closed in the command `\(text)`")
  }

  static func needsShell(_ scalar: Unicode.Scalar, _ text: String) -> StartFailure {
    StartFailure(
      "no shell reads the command `\(text)`, and `\(scalar)` needs one", hint: "quote it, or ask for a shell: \"sh -c '…'\"")
  }

  static func notFound(_ name: String, isFileHere: Bool) -> StartFailure {
    if name.contains("/") { return StartFailure("there is no program `\(name)`") }
    return StartFailure(
      "there is no program `\(name)` on the path",
      hint: isFileHere ? "the file here is `./\(name)`" : "is it installed? `command -v \(name)` says where")
  }

  static func notExecutable(_ name: String, _ reason: String) -> StartFailure {
    StartFailure("`\(name)` cannot be executed: \(reason)", hint: "chmod +x, or name its interpreter, as in 'python3 mine.py'")
  }

  static func system(_ what: String, _ code: Int32) -> StartFailure { StartFailure("\(what): \(words(of: code))") }

  static func unconfined(_ standing: Standing) -> StartFailure {
    let reasons = standing.missing.map { "no \($0.rung): \($0.reason)" }.joined(separator: "; ")
    return StartFailure(
      "the whole sandbox cannot be had here (\(reasons))", hint: "`best` takes what there is of it: \(standing)")
  }

  /// What failed between the new process and its program.
  init(of program: String, _ failure: confine_failure) {
    let what: String? =
      switch Int(failure.step) {
      case CONFINE_SESSION: "a session of its own"
      case CONFINE_DESCRIPTORS: "closed descriptors"
      case CONFINE_LIMITS: "limits"
      case CONFINE_FOLDER: "a working folder"
      case CONFINE_PRIVILEGES: "no privileges"
      case CONFINE_NAMES: "namespaces"
      case CONFINE_PATHS: "paths (landlock)"
      case CONFINE_CALLS: "system calls (seccomp)"
      default: nil
      }
    self =
      what.map { StartFailure.system("`\(program)` cannot be confined: \($0)", failure.error) }
      ?? .execution(program, failure.error)
  }

  /// The program has neither the form of one nor a line that names its interpreter.
  static func execution(_ program: String, _ code: Int32) -> StartFailure {
    switch code {
    case ENOEXEC: notExecutable(program, "it is no program of this system, and has no line `#!` that names an interpreter")
    case ENOENT: StartFailure("`\(program)` cannot be executed: the interpreter that it names is not there")
    default: notExecutable(program, words(of: code))
    }
  }
}

/// What the system says of an error's number.
func words(of code: Int32) -> String {
  let words = String(cString: strerror(code))
  return words.prefix(1).lowercased() + words.dropFirst()
}
