/// What a confined command may use.
public struct Limits: Codable, Hashable, Sendable {
  /// Processor time of each of its processes, in seconds.
  public var processorSeconds: UInt64 = 3600
  /// Memory, in bytes: what each process has for its data, and what all of them hold together.
  public var memory: UInt64 = 1 << 30
  /// The size of each file that it writes, in bytes.
  public var fileSize: UInt64 = 64 << 20
  /// What its working folder, and files that it has deleted and keeps open, may hold, in bytes.
  public var scratchSize: UInt64 = 256 << 20
  /// Files in its working folder.
  public var scratchFiles = 4096
  /// Files that may be open at once.
  public var openFiles: UInt64 = 256
  public var processes = 64

  public init() {}

  /// Threads count, too, and several runtimes start a dozen.
  var tasks: UInt64 { UInt64(processes) * 16 }
}
