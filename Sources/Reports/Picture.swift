internal import Foundation
internal import Words

/// A picture in SVG that is drawn element by element. Colours stand in its attributes, for light paper; a style sheet within has
/// those for dark paper, where the reader prefers it.
struct Picture {
  /// A colour by what it is for.
  enum Tone: String, CaseIterable {
    case paper, ink, soft, rule, band, alarm, warning

    /// On light paper and on dark.
    fileprivate var colours: (light: String, dark: String) {
      switch self {
      case .paper: ("#ffffff", "#16191e")
      case .ink: ("#1a1a1a", "#ececec")
      case .soft: ("#555555", "#b4b4b4")
      case .rule: ("#bbbbbb", "#5a6068")
      case .band: ("#f2f2f2", "#242932")
      case .alarm: ("#b00000", "#ff8f85")
      case .warning: ("#fff3cd", "#4a3a10")
      }
    }
  }

  enum Anchor: String { case start, middle, end }

  let width: Double
  var height: Double
  private let title: String
  private let summary: String
  private var elements: [String] = []

  /// - Parameters:
  ///   - title: for whoever cannot see it.
  ///   - summary: what is to be seen, in a sentence.
  init(width: Double, height: Double, title: String, summary: String) {
    (self.width, self.height, self.title, self.summary) = (width, height, title, summary)
  }

  /// Colours for dark paper.
  private static let style = {
    let rules = Tone.allCases.map { tone in
      ".f-\(tone.rawValue){fill:\(tone.colours.dark)}.s-\(tone.rawValue){stroke:\(tone.colours.dark)}"
    }
    return "<style>@media (prefers-color-scheme: dark){\(rules.joined())}</style>"
  }()

  var svg: String {
    let size = "\(Self.text(width)) \(Self.text(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(size)" width="\(Self.text(width))" height="\(Self.text(height))" \
      font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="\(Escape.xml(title))">
      <title>\(Escape.xml(title))</title>
      <desc>\(Escape.xml(summary))</desc>
      \(Self.style)
      <rect width="100%" height="100%" \(Self.paint(fill: .paper))/>
      \(elements.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: Elements

  /// An element as it stands.
  mutating func add(_ element: String) { elements.append(element) }

  mutating func write(
    _ words: String, at x: Double, _ y: Double, _ tone: Tone = .ink, size: Double = 12, bold: Bool = false,
    anchor: Anchor = .start
  ) {
    add(
      "<text x=\"\(Self.text(x))\" y=\"\(Self.text(y))\" font-size=\"\(Self.text(size))\""
        + (bold ? " font-weight=\"bold\"" : "") + (anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\"")
        + " \(Self.paint(fill: tone))>\(Escape.xml(words.filter { $0 != "`" }))</text>")
  }

  mutating func path(_ path: String, _ attributes: String, says title: String? = nil) {
    let inside = title.map { "><title>\(Escape.xml($0))</title></path>" } ?? "/>"
    add("<path d=\"\(path)\" \(attributes)\(inside)")
  }

  /// The attributes that give an element its colours, none where nothing is said.
  static func paint(fill: Tone? = nil, stroke: Tone? = nil) -> String {
    let classes = [fill.map { "f-\($0.rawValue)" }, stroke.map { "s-\($0.rawValue)" }].compactMap(\.self)
    return "class=\"\(classes.joined(separator: " "))\" fill=\"\(fill?.colours.light ?? "none")\""
      + (stroke.map { " stroke=\"\($0.colours.light)\"" } ?? "")
  }

  /// A coordinate.
  static func text(_ value: Double) -> String {
    let tenths = (value * 10).rounded() / 10
    return tenths == tenths.rounded() ? String(format: "%.0f", tenths) : String(format: "%.1f", tenths)
  }

  /// Lines of at most so many letters, broken between words, or within one that is too long.
  static func lines(_ words: String, of letters: Int) -> [String] {
    var lines = [""]
    for word in words.split(whereSeparator: \.isWhitespace) {
      var rest = word[...]
      while !rest.isEmpty {
        let last = lines[lines.count - 1]
        let room = letters - last.count - (last.isEmpty ? 0 : 1)
        if rest.count <= room || (last.isEmpty && rest.count <= letters) {
          lines[lines.count - 1] = last + (last.isEmpty ? "" : " ") + rest
          rest = ""
        } else if last.isEmpty {
          lines[lines.count - 1] = String(rest.prefix(letters))
          rest = rest.dropFirst(letters)
          lines.append("")
        } else {
          lines.append("")
        }
      }
    }
    return lines.filter { !$0.isEmpty }
  }
}
