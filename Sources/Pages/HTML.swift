internal import Words

/// Markup. Text that is put into it is escaped, and only markup stays markup:
///
///     let cell: HTML = "<td>\(name)</td>"
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  public let text: String

  public init(stringLiteral text: String) { self.text = text }
  public init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  /// What is markup already, such as a picture of `Reports`.
  public init(markup text: String) { self.text = text }

  public static let nothing: HTML = ""

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(2 * literalCapacity) }

    public mutating func appendLiteral(_ literal: String) { text += literal }
    public mutating func appendInterpolation(_ words: some StringProtocol) { text += Escape.xml(words) }
    public mutating func appendInterpolation(_ number: some BinaryInteger) { text += "\(number)" }
    public mutating func appendInterpolation(_ part: HTML) { text += part.text }
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { text += part.text } }
  }
}

extension [HTML] {
  /// One after the other, with something between them.
  func joined(_ separator: HTML) -> HTML { HTML(markup: map(\.text).joined(separator: separator.text)) }
}

extension HTML {
  /// Words of the catalogue: what stands in back quotes is code.
  static func prose(_ words: String) -> HTML {
    let parts = words.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { place, part -> HTML in
      place.isMultiple(of: 2) ? "\(part)" : "<code>\(part)</code>"
    }
    return "\(parts)"
  }
}
