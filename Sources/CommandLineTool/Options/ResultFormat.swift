internal import ArgumentParser

/// The formats that a verb has for its result.
protocol ResultFormat: RawRepresentable, ExpressibleByArgument, CaseIterable, Sendable where RawValue == String {
  static var text: Self { get }
}

extension ResultFormat {
  /// The endings of files after their dot, with the formats they name.
  private static var endings: [(ending: String, format: String)] {
    [
      ("txt", "text"), ("json", "json"), ("md", "markdown"), ("svg", "svg"), ("mmd", "mermaid"), ("yaml", "yaml"),
      ("yml", "yaml"),
      ("xml", "junit"), ("sarif", "sarif"), ("tex", "latex"),
    ]
  }

  /// Those of this verb, for its help.
  static var ownEndings: String {
    endings.filter { Self(rawValue: $0.format) != nil }.map { ".\($0.ending)" }.joined(separator: " ")
  }

  /// The format that the ending of `path` names; nil if it names none.
  static func named(by path: String) throws -> Self? {
    guard let format = endings.first(where: { path.hasSuffix(".\($0.ending)") })?.format else { return nil }
    if let own = Self(rawValue: format) { return own }
    throw Problem.fail(
      "`\(path)`: this result has no format \(format); the endings of its formats are \(ownEndings)", status: Failure.usage)
  }
}
