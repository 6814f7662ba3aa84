internal import CConfine
internal import Foundation
internal import Words

/// A command at work: it is sent bytes, and read line by line. It has a session of its own below a supervisor, which ends it, and
/// all that it has started, when this value is gone, when this program ends in whatever way, or when it uses more than it may.
///
/// Whoever waits for one of its streams serves the others meanwhile: what it writes to its standard error is shown at once, under
/// its name, and what it writes unasked is kept until it is read. One thread at a time uses a child.
public final class Child {
  /// Bytes that a line may have.
  public static let longestLine = 1 << 20
  /// What is said of one that writes on and on to its standard error.
  public static let flood = "(writes too much to standard error: the rest is not shown)"
  /// Bytes that are kept of what nobody has read.
  static let mostUnread = 16 << 20
  /// Bytes that it may write to its standard error. [ours]
  public static let mostErrors = 64 << 20

  public let name: String
  public let command: Command
  /// How it is confined.
  public let standing: Standing
  /// How it ended; nil while it is at work.
  public internal(set) var ending: Ending?

  /// After so long it is said what is waited for.
  package var patience = Duration.seconds(5)

  let launch: Launch
  let say: (String) -> Void
  let isInterrupted: () -> Bool
  var output: LineBuffer
  var errors = ErrorStream()
  var reports: LineBuffer
  var lastOutput = LastLines()
  /// Streams that are not at their end.
  var isOutputOpen = true, isErrorOpen = true, isInputOpen = true, isReleased = false
  /// The process that the command itself is in, or the first one of its namespaces.
  let process: pid_t
  let scratch: Scratch
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// Starts the command, and returns when it is at work.
  /// - Parameters:
  ///   - name: what it is called in what is said about it.
  ///   - launcher: the program that becomes its supervisor: this one.
  ///   - say: says a line to whoever watches, usually on standard error.
  ///   - isInterrupted: is asked ten times a second while something is waited for.
  public init(
    _ command: Command, called name: String, in sandbox: Sandbox, launcher: String = Confinement.thisProgram,
    isInterrupted: @escaping () -> Bool = { false }, say: @escaping (String) -> Void
  ) throws(StartFailure) {
    (self.command, self.name, self.say, self.isInterrupted) = (command, name, say, isInterrupted)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let program = try command.program(path: path)
    let arguments = sandbox.rungs.contains(.basics) ? command.absoluteArguments : Array(command.words.dropFirst())
    if !sandbox.rungs.isEmpty, confine_hide_memory() != 0 { throw StartFailure.system("memory cannot be hidden", errno) }
    launch = try Launch(Order(sandbox: sandbox, program: program, words: [command.words[0]] + arguments), by: launcher)
    (output, reports) = (LineBuffer(), LineBuffer())
    do throws(StartFailure) {
      (standing, process, scratch) = try Self.started(launch, &reports)
    } catch {
      _ = Foundation.close(launch.input)
      launch.close()
      chunk.deallocate()
      throw error
    }
  }

  deinit {
    close()
    chunk.deallocate()
  }

  /// The last lines of both streams, as a terminal can show them, for whoever has to find out what went wrong.
  public var lastWords: [(stream: String, lines: [String])] {
    [("output", lastOutput.texts), ("standard error", errors.last.texts)].filter { !$0.lines.isEmpty }
  }

  package var supervisor: Int32 { launch.supervisor }

  /// Processor time that it has used so far, and all that it has started; nil where the system does not tell.
  public var processorTime: Duration? { ProcessTree(below: launch.supervisor).processorTime }
}
