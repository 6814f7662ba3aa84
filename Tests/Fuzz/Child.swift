import Foundation

/// A process that is watched while it works.
struct Child {
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
    /// It was silent for longer than it may be, and was killed.
    case hang
  }

  /// Runs a program in at most `gigabytes` of memory; `heard` gets what it prints. It may be silent for `seconds`.
  static func run(
    _ program: String, _ arguments: [String], seconds: Int32, gigabytes: Int, heard: (String) -> Void = { _ in }
  ) throws -> Ending {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "ulimit -v \(gigabytes << 20); ulimit -c 0; exec \"$0\" \"$@\"", program] + arguments
    process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    (process.standardOutput, process.standardError) = (pipe, FileHandle.nullDevice)
    try process.run()
    try pipe.fileHandleForWriting.close()
    let file = pipe.fileHandleForReading.fileDescriptor
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
      guard poll(&wait, 1, seconds * 1000) > 0 else {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return .hang
      }
      let count = read(file, &buffer, buffer.count)
      if count <= 0 { break }
      heard(String(decoding: buffer.prefix(count), as: UTF8.self))
    }
    process.waitUntilExit()
    return process.terminationReason == .exit ? .exit(process.terminationStatus) : .signal(process.terminationStatus)
  }
}
