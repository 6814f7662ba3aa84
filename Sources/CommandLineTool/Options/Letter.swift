internal import Arena
internal import Foundation
internal import Words

/// A page in a file that only its owner can read, which leads to an address: what stands in a command line, everybody on the
/// machine can see.
struct Letter {
  let path: String
  private let folder: String

  init(leadingTo address: String) throws {
    let text = """
      <!DOCTYPE html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Gamekeeper</title>
      <meta http-equiv="refresh" content="0;url=\(Escape.xml(address))"><a href="\(Escape.xml(address))">To the playground</a>

      """
    do throws(SystemError) {
      folder = try NewFile.folder("\(NSTemporaryDirectory())/gamekeeper-")
      path = "\(folder)/open.html"
      try NewFile.write(text, to: path, mode: 0o600)
    } catch { throw Failure.report(CatalogError("no file for the browser: \(error.words)"), status: Failure.cannotWrite) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
