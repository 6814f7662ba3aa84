internal import Policy

/// A mistake in what was asked for: one line that names the input, and a hint.
public struct CatalogError: Error, Sendable, Hashable {
  public let message: String
  public let hint: String?

  public init(_ message: String, hint: String? = nil) { (self.message, self.hint) = (message, hint) }

  /// A name that is not in a list, with the nearest one that is.
  public static func unknown(_ what: String, _ name: String, among names: [String]) -> CatalogError {
    let nearest = names.map { ($0, editDistance(name, $0)) }.min { $0.1 < $1.1 }
    if let (candidate, distance) = nearest, distance <= max(2, name.count / 3) {
      return CatalogError("unknown \(what) `\(name)`", hint: "did you mean `\(candidate)`?")
    }
    return CatalogError("unknown \(what) `\(name)`", hint: "one of: \(names.joined(separator: ", "))")
  }
}
