public import ChildProcesses
internal import Foundation

/// A command that plays, and how it is treated.
public struct Program: Sendable {
  public let command: Command
  public var sandbox = Sandbox(.best)
  /// So many trials it plays at once, if it can.
  public var lanes = 64
  /// A forfeit is the adversary's loss.
  public var isStrict = false
  /// It may learn from one trial for the next.
  public var isStateful = false
  /// So many queries of any kind it may ask in a trial, beside what the budgets say; nil for no such limit.
  public var mostQueries: Int?
  /// How long it may take to introduce itself, and to each line.
  public var patience = Patience()
  /// Where everything that is said is written down; nil for nowhere.
  public var trace: String?
  /// Asked while a process is waited for.
  public var isInterrupted: @Sendable () -> Bool = { false }

  public struct Patience: Hashable, Sendable {
    public var hello = Duration.seconds(10)
    public var line = Duration.seconds(5)
    public init() {}
  }

  /// What supervises the process; nil for this program.
  package var launcher: String?

  public init(_ command: Command) { self.command = command }

  /// The same, with at most so many queries of any kind in a trial.
  public func asking(atMost most: Int?) -> Program {
    var program = self
    program.mostQueries = most
    return program
  }

  func with(lanes: Int?) -> Program {
    var program = self
    program.lanes = lanes ?? self.lanes
    return program
  }

  /// What it is called in what is said about it: the last word that names a file.
  var name: String {
    let word = command.words.last { !$0.hasPrefix("-") } ?? command.words[0]
    return word.split(separator: "/").last.map(String.init) ?? word
  }

  /// Starts it.
  func started(say: @escaping @Sendable (String) -> Void) throws(StartFailure) -> any Peer {
    let child = try child(say: say)
    if let trace { return try Traced(child, to: trace) }
    return child
  }

  /// Whether what is said can be written down, where it is to be.
  public func checkTrace() throws(StartFailure) {
    if let trace { close(try Traced.opened(trace)) }
  }

  /// Starts it and ends it again, to see whether that can be done.
  /// - Returns: how it is confined.
  public func standing(say: @escaping @Sendable (String) -> Void) throws(StartFailure) -> Standing {
    try child(say: say).standing
  }

  /// Its command as the words `$@` of a shell's.
  func within(shell script: String) throws(StartFailure) -> Program {
    var program = Program(try Command(words: ["sh", "-c", script, "sh"] + command.words))
    (program.sandbox, program.lanes, program.patience) = (sandbox, lanes, patience)
    (program.isInterrupted, program.launcher) = (isInterrupted, launcher)
    return program
  }

  func child(say: @escaping @Sendable (String) -> Void) throws(StartFailure) -> Child {
    try Child(
      command, called: name, in: sandbox, launcher: launcher ?? Confinement.thisProgram, isInterrupted: isInterrupted, say: say)
  }
}
