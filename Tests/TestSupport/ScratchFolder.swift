public import Foundation

/// Runs `body` with a new folder, which is deleted in the end.
/// - Parameter name: how the folder's name begins.
public func inScratchFolder<T>(_ name: String = "gamekeeper-", _ body: (URL) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(name + UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
