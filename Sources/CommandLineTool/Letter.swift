internal import Arena
internal import Foundation
internal import Words

/// A page in a file that only its owner can read, which leads to an address: what stands in a command line, everybody on the
/// machine can see.
struct Letter {
  let path: String
  private let folder: String

  init(leadingTo address: String) throws {
    folder = "\(NSTemporaryDirectory())/gamekeeper-\(UUID().uuidString)"
    path = "\(folder)/open.html"
    let text = """
      <!DOCTYPE html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Gamekeeper</title>
      <meta http-equiv="refresh" content="0;url=\(Escape.xml(address))"><a href="\(Escape.xml(address))">To the playground</a>

      """
    let files = FileManager.default
    do {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Failure.report(CatalogError("no file for the browser: \(error)"), status: Failure.cannotWrite) }
    guard files.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
      throw Failure.report(CatalogError("no file for the browser: `\(path)` cannot be written"), status: Failure.cannotWrite)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
