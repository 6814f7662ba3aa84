internal import ShippedFiles

extension Page {
  /// The games in Swift that travel in the program, by their paths.
  public static let sources = ShippedFiles.paths(in: "Games", ending: ".swift")

  /// A game in Swift, as it is played; nil if there is no such file.
  public static func source(_ path: String) -> Page? {
    guard sources.contains(path), let text = ShippedFiles.texts[path] else { return nil }
    return Page(
      path, in: .games,
      body: "<h1><code>\(path)</code></h1><pre class=\"source\" tabindex=\"0\"><code>\(text)</code></pre>")
  }
}
