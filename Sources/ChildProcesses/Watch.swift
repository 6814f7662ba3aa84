internal import Foundation

/// Looks at what a command, with all that it has started, uses of what no limit of the system counts for all of them together.
struct Watch {
  private let limits: Limits
  private let scratch: Scratch

  init(_ limits: Limits, _ scratch: Scratch) { (self.limits, self.scratch) = (limits, scratch) }

  /// What there is too much of.
  func excess() -> Excess? {
    let tree = ProcessTree(below: getpid(), most: limits.processes + 1)
    // The first of its namespaces is none of its own.
    if tree.processes.count > limits.processes + 1 { return .processes(limit: limits.processes) }
    if tree.residentSize > limits.memory { return .memory(limit: limits.memory) }
    let (bytes, files) = scratch.size(upTo: limits.scratchFiles)
    if files > limits.scratchFiles { return .scratchFiles(limit: limits.scratchFiles) }
    return bytes + tree.deletedSize > limits.scratchSize ? .scratch(limit: limits.scratchSize) : nil
  }
}
