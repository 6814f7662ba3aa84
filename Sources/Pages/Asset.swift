internal import ShippedFiles

/// A text that goes with the pages, by its name on the server, which is that of its file.
public enum Asset: String, CaseIterable, Sendable {
  case style = "page.css", script = "page.js"
  /// Of the page on which the reader writes an adversary, and of the worker that runs it.
  case breakScript = "break.js", worker = "worker.js"

  /// As it travels in the program.
  public var shipped: String { ShippedFiles.texts["Sources/Pages/Assets/\(rawValue)"] ?? "" }
}
