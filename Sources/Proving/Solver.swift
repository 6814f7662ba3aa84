internal import ChildProcesses
internal import Foundation

/// A solver at work: a child process that reads SMT-LIB 2 and answers line by line.
final class Solver {
  enum Answer: Hashable {
    case unsat, sat
    /// And what it said instead.
    case unknown(String)
  }

  let name: SolverName
  private let child: Child
  private let patience: Duration
  private var echoes = 0

  init(_ settings: SolverSettings) throws(SolverFailure) {
    name = settings.name
    // The solver's own limit comes first; whoever keeps silent beyond it is ended.
    patience = settings.limit + settings.grace
    do throws(StartFailure) {
      let command = try Command(words: settings.command ?? settings.name.words(milliseconds: settings.limit.milliseconds))
      child = try Child(
        command, called: settings.name.rawValue, in: Sandbox(.none), launcher: settings.launcher ?? Confinement.thisProgram,
        isInterrupted: settings.isInterrupted, say: { _ in })
    } catch {
      throw .missing(settings.name, error.description)
    }
  }

  func tell(_ text: String) throws(SolverFailure) {
    do throws(ChildFault) { try child.send(Array((text + "\n").utf8), within: patience) } catch { throw failure(error) }
  }

  /// What it answers to one command: all that it writes before the next echo.
  func ask(_ command: String) throws(SolverFailure) -> String {
    echoes += 1
    let mark = "end-of-answer-\(echoes)"
    try tell("\(command)\n(echo \"\(mark)\")")
    var lines: [String] = []
    while true {
      let line: [UInt8]
      do throws(ChildFault) { line = try child.readLine(within: patience) } catch { throw failure(error) }
      let text = String(decoding: line, as: UTF8.self)
      // One solver writes an echo with its quotes, the other without.
      if text == mark || text == "\"\(mark)\"" { return lines.joined(separator: "\n") }
      lines.append(text)
    }
  }

  func check() throws(SolverFailure) -> Answer {
    let answer = try ask("(check-sat)")
    switch answer {
    case "unsat": return .unsat
    case "sat": return .sat
    case "unknown":
      return .unknown(try ask("(get-info :reason-unknown)"))
    default: return .unknown(answer)
    }
  }

  private func failure(_ fault: ChildFault) -> SolverFailure {
    fault.isInterruption ? .interrupted : .lost(name, fault.description)
  }
}

extension ChildFault {
  fileprivate var isInterruption: Bool { if case .interrupted = self { true } else { false } }
}

extension Duration {
  var milliseconds: Int { Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000) }
}

/// Which solver is asked, and for how long.
public struct SolverSettings: Sendable {
  public var name: SolverName
  /// For one question.
  public var limit = Duration.seconds(10)
  public var isInterrupted: @Sendable () -> Bool = { false }
  /// What is executed in place of the solver, for tests.
  package var command: [String]?
  package var launcher: String?
  /// How much longer than its limit a solver may keep silent.
  package var grace = Duration.seconds(5)

  public init(_ name: SolverName) { self.name = name }
}

/// Why there is no answer.
public enum SolverFailure: Error, Hashable, Sendable {
  /// It cannot be started.
  case missing(SolverName, String)
  /// It ended, or kept silent.
  case lost(SolverName, String)
  case interrupted
}
