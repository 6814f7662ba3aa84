internal import ChildProcesses
internal import Foundation

/// A solver at work. It is asked in as many ways as it has, each a process of its own, until one of them decides.
final class Solver {
  enum Answer {
    case unsat
    /// And the model, where it can be read.
    case sat(Model?)
    /// And what it said instead.
    case unknown(String)
  }

  private let ways: [SolverWay]
  private var assumptions = ""

  init(_ settings: SolverSettings) {
    let words = settings.name.ways(milliseconds: settings.limit.milliseconds)
    ways = (settings.command.map { [$0] } ?? words).map { SolverWay($0, settings) }
  }

  /// What is declared and assumed from now on, in place of what was before.
  func assume(_ text: String) { assumptions = text }

  func check(_ text: String = "") throws(SolverFailure) -> Answer {
    var answer = Answer.unknown("")
    for way in ways {
      answer = try way.check(text, under: assumptions)
      guard case .unknown = answer else { break }
    }
    return answer
  }
}

/// A child process that reads SMT-LIB 2 and answers line by line.
private final class SolverWay {
  private let words: [String]
  private let settings: SolverSettings
  private var child: Child?
  /// What it has been told.
  private var assumed: String?
  private var echoes = 0

  init(_ words: [String], _ settings: SolverSettings) { (self.words, self.settings) = (words, settings) }

  func check(_ text: String, under assumptions: String) throws(SolverFailure) -> Solver.Answer {
    if assumed != assumptions {
      try tell((assumed == nil ? "" : "(reset)\n") + assumptions)
      assumed = assumptions
    }
    try tell("(push 1)\n\(text)")
    let answer = try answer()
    try tell("(pop 1)")
    return answer
  }

  private func answer() throws(SolverFailure) -> Solver.Answer {
    switch try ask("(check-sat)") {
    case "unsat": .unsat
    case "sat": .sat(Model(try ask("(get-model)")))
    case "unknown": .unknown(try ask("(get-info :reason-unknown)"))
    case let other: .unknown(other)
    }
  }

  /// What it answers to one command: all that it writes before the next echo.
  private func ask(_ command: String) throws(SolverFailure) -> String {
    echoes += 1
    let mark = "end-of-answer-\(echoes)"
    try tell("\(command)\n(echo \"\(mark)\")")
    let child = try started()
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

  private func tell(_ text: String) throws(SolverFailure) {
    let child = try started()
    do throws(ChildFault) { try child.send(Array((text + "\n").utf8), within: patience) } catch { throw failure(error) }
  }

  /// The solver's own limit comes first; whoever keeps silent beyond it is ended.
  private var patience: Duration { settings.limit + settings.grace }

  private func started() throws(SolverFailure) -> Child {
    if let child { return child }
    do throws(StartFailure) {
      let started = try Child(
        try Command(words: words), called: settings.name.rawValue, in: Sandbox(.none),
        launcher: settings.launcher ?? Confinement.thisProgram, isInterrupted: settings.isInterrupted, say: { _ in })
      child = started
      return started
    } catch {
      throw .missing(settings.name, error.description)
    }
  }

  private func failure(_ fault: ChildFault) -> SolverFailure {
    fault.isInterruption ? .interrupted : .lost(settings.name, fault.description)
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
  /// For one question, asked in one way.
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
