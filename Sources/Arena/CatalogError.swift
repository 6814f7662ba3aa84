internal import Words

/// A mistake in what was asked for: one line that names the input, and a hint.
public struct CatalogError: Error, Sendable, Hashable {
  public let message: String
  public let hint: String?

  public init(_ message: String, hint: String? = nil) { (self.message, self.hint) = (message, hint) }

  /// A name that is not in a list, with the nearest one that is.
  public static func unknown(_ what: String, _ name: String, among names: [String]) -> CatalogError {
    if let nearest = nearestName(name, names) {
      return CatalogError("unknown \(what) `\(name)`", hint: "did you mean `\(nearest)`?")
    }
    if names.isEmpty { return CatalogError("unknown \(what) `\(name)`", hint: "there is none") }
    if names.count > 50 { return CatalogError("unknown \(what) `\(name)`", hint: "`\(CommandWords.line("list"))` names them") }
    return CatalogError("unknown \(what) `\(name)`", hint: "one of: \(names.joined(separator: ", "))")
  }
}
