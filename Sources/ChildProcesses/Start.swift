internal import CConfine
internal import Foundation

/// A command that a supervisor has started.
struct Start {
  /// The command's, or the first one of its namespaces: with that all others in them end.
  let process: pid_t
  private let isNamespaced: Bool
  /// Where the first process of new namespaces tells how the command ended.
  private let status: Int32

  init(_ order: Order, _ standing: Standing, in scratch: Scratch) throws(StartFailure) {
    let ours = ProcessInfo.processInfo.environment, path = ours["PATH"] ?? "/usr/bin:/bin"
    let own = ["PATH": path, "HOME": scratch.path, "TMPDIR": scratch.path, "LANG": "C.UTF-8"]
    let environment = (standing.rungs.contains(.basics) ? own : ours).merging(order.sandbox.environment) { $1 }
    isNamespaced = standing.rungs.contains(.namespaces)
    // The system's own /proc shows everybody's processes.
    let readable =
      ReadablePaths(of: order, home: ours["HOME"] ?? NSHomeDirectory(), path: path).paths + (isNamespaced ? ["/proc"] : [])
    let (failures, status) = (try Ends.pipe(), try Ends.pipe())
    let limits = order.sandbox.limits
    process = CStrings(order.words).withPointers { arguments in
      CStrings(environment.map { "\($0)=\($1)" }).withPointers { environment in
        CStrings(readable).withPointers { readable in
          order.program.withCString { program in
            scratch.path.withCString { scratch in
              var plan = confine_plan(
                program: program, arguments: arguments, environment: environment,
                rungs: standing.rungs.reduce(0) { $0 | $1.bit }, scratch: scratch,
                readable: UnsafeRawPointer(readable).assumingMemoryBound(to: UnsafePointer<CChar>?.self),
                processor_seconds: limits.processorSeconds, memory_bytes: limits.memory, file_bytes: limits.fileSize,
                files: limits.openFiles, tasks: limits.tasks)
              return confine_start(&plan, failures.write, status.write)
            }
          }
        }
      }
    }
    let error = errno
    close(failures.write)
    close(status.write)
    self.status = status.read
    guard process > 0 else { throw StartFailure.system("no process for the command", error) }
    var failure = confine_failure()
    while true {
      let count = read(failures.read, &failure, MemoryLayout<confine_failure>.size)
      if count < 0, errno == EINTR { continue }
      close(failures.read)
      guard count == 0 else {
        endAll()
        throw StartFailure(of: order.words[0], failure)
      }
      return
    }
  }

  /// How it ended; nil if it has not.
  func ending() -> Ending? {
    var ending: Ending?
    while true {
      var status: Int32 = 0
      let ended = waitpid(-1, &status, WNOHANG)
      if ended < 0, errno == EINTR { continue }
      guard ended > 0 else { return ending }
      if ended == process { ending = isNamespaced ? toldEnding : Ending(status: status) }
    }
  }

  private var toldEnding: Ending {
    var told: Int32 = 0
    return read(status, &told, MemoryLayout<Int32>.size) == MemoryLayout<Int32>.size ? Ending(status: told) : .lost
  }

  /// Kills what is left of it, and of all that it has started, whose parents are gone and which are children of this process by
  /// then.
  func endAll() {
    kill(isNamespaced ? process : -process, SIGKILL)
    let deadline = ContinuousClock.now + .seconds(5)
    while ContinuousClock.now < deadline {
      for child in ProcessTree.children(of: getpid()) { kill(child, SIGKILL) }
      var status: Int32 = 0
      let ended = waitpid(-1, &status, WNOHANG)
      if ended < 0, errno == ECHILD { return }
      if ended == 0 { usleep(1000) }
    }
  }
}
