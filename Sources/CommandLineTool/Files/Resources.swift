internal import ArgumentParser
internal import Arena
internal import Foundation

/// What a run needs of the system.
enum Resources {
  /// Files that may be open at once: those of the runtime's threads, and what is read and written. Without them the runtime
  /// traps.
  private static let files = 16

  /// Says what is too little, before any other thread begins: later nobody could. Nil if there is enough.
  static func shortage() -> ExitCode? {
    let open = (0..<files).map { _ in Foundation.open("/", O_RDONLY) }.filter { $0 >= 0 }
    for file in open { close(file) }
    guard open.count < files else { return nil }
    return Failure.report(
      CatalogError(
        "only \(open.count) of the \(files) files that are needed can be open at once", hint: "for example ulimit -n 256"))
  }
}
