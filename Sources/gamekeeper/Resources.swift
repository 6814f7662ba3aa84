internal import Catalog
internal import Foundation

/// What a run needs of the system.
enum Resources {
  /// Files that may be open at once: those of the runtime's threads, and what is read and written. Without them the runtime traps.
  private static let files = 16

  /// Refuses to begin where too little is left: later nobody could say so.
  static func check() throws {
    var open: [Int32] = []
    defer { for file in open { close(file) } }
    while open.count < files {
      let file = Foundation.open("/", O_RDONLY)
      guard file >= 0 else {
        throw Failure.report(CatalogError("only \(open.count) files can be opened, and \(files) are needed", hint: "for example ulimit -n 256"))
      }
      open.append(file)
    }
  }
}
