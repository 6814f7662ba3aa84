internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import ChildProcesses
internal import Foundation
internal import Words

/// What can be said of an adversary that is a command.
struct OutsideOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: .init(
      "An adversary in any language: a command that plays by lines of JSON, for example 'python3 mine.py'; "
        + "`\(Program.name) describe GAME --protocol` has the form.", valueName: "command"))
  var adversaryCommand: String?

  @Option(parsing: .unconditional, help: "With a command: so many trials it plays at once, if it can. (default: 64)")
  var lanes: Int?

  @Option(
    help: "With a command: how it is confined: require, best, none. (default: best)",
    completion: .list(Sandbox.Demand.allCases.map(\.rawValue)))
  var sandbox: String?

  @Flag(help: "With a command: a trial that it forfeits counts as its loss.") var strict = false

  @Flag(help: "With a command: it may learn from one trial for the next, and is not played twice to see whether it does.")
  var stateful = false

  /// The command; nil if there is none.
  func outsider(beside adversary: String?) throws(CatalogError) -> ProcessOutsider? {
    guard let adversaryCommand else {
      let idle = [("lanes", lanes != nil), ("sandbox", sandbox != nil), ("strict", strict), ("stateful", stateful)].first { $0.1 }
      if let idle {
        throw CatalogError("`--\(idle.0)` means nothing without a command", hint: "it belongs to --adversary-command")
      }
      return nil
    }
    if let adversary {
      throw CatalogError(
        "`--adversary \(adversary)` and `--adversary-command \(adversaryCommand)` are two adversaries", hint: "leave one out")
    }
    var program = try Self.program(adversaryCommand, sandbox: sandbox)
    if let lanes {
      guard (1...1024).contains(lanes) else { throw CatalogError("`--lanes \(lanes)` is out of range", hint: "1 to 1024") }
      program.lanes = lanes
    }
    (program.isStrict, program.isStateful) = (strict, stateful)
    return ProcessOutsider(program) { Failure.say($0) }
  }

  /// Starts the command once, to see whether that can be done, and says how it is confined.
  func checkStart() throws {
    guard let adversaryCommand else { return }
    let program = try Failure.orReport { () throws(CatalogError) in try Self.program(adversaryCommand, sandbox: sandbox) }
    _ = try Self.checkStart(program)
  }

  /// - Returns: how the command is confined.
  static func checkStart(_ program: AdversaryBridge.Program) throws(ExitCode) -> Standing {
    let standing = try orReport { () throws(Unplayable) in try start(program) }
    Failure.say("confined by: \(standing)")
    return standing
  }

  static func orReport<T>(_ body: () throws(Unplayable) -> T) throws(ExitCode) -> T {
    do { return try body() } catch { throw Failure.report(error.error, status: error.status) }
  }

  /// Why a command cannot play, and what status that is.
  struct Unplayable: Error {
    let error: CatalogError
    let status: ExitCode

    init(_ failure: StartFailure, _ status: ExitCode) {
      (error, self.status) = (CatalogError("\(failure)", hint: failure.hint), status)
    }
  }

  /// Starts the command once, to see whether that can be done, and what is said to it be written down.
  /// - Returns: how it is confined.
  static func start(_ program: AdversaryBridge.Program) throws(Unplayable) -> Standing {
    try checkTrace(of: program)
    do throws(StartFailure) { return try program.standing { Failure.say($0) } } catch {
      throw Unplayable(error, Failure.unavailable)
    }
  }

  /// What is said is to be written down somewhere, or nowhere: not lost.
  static func checkTrace(of program: AdversaryBridge.Program) throws(Unplayable) {
    do throws(StartFailure) { try program.checkTrace() } catch { throw Unplayable(error, Failure.cannotWrite) }
  }

  /// A command as it is played here.
  /// - Parameter option: where it was given; nil where it stands by itself.
  static func program(
    _ text: String, sandbox: String? = nil, from option: String? = "--adversary-command"
  ) throws(CatalogError) -> AdversaryBridge.Program {
    guard let demand = Sandbox.Demand(rawValue: sandbox ?? Sandbox.Demand.best.rawValue) else {
      throw .unknown("sandbox", sandbox ?? "", among: Sandbox.Demand.allCases.map(\.rawValue))
    }
    do throws(StartFailure) {
      var program = AdversaryBridge.Program(try Command(text))
      program.sandbox = Sandbox(demand)
      program.isInterrupted = { Interrupts.isRaised }
      program.trace = ProcessInfo.processInfo.environment["GAMEKEEPER_TRACE"]
      return program
    } catch { throw CatalogError("`\(option.map { "\($0) " } ?? "")\(text)`: \(error)", hint: error.hint) }
  }
}
