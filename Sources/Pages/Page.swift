/// A page: a function of what it shows, the same on a server and in a file.
public struct Page: Sendable {
  /// The parts of the playground, in the order of their menu.
  public enum Part: String, CaseIterable, Sendable {
    case map = "/", lessons = "/lessons", games = "/games", attacks = "/attack", matrix = "/matrix", rules = "/rules"
    case findings = "/findings", glossary = "/glossary"

    var title: String {
      switch self {
      case .map: "Map"
      case .lessons: "Lessons"
      case .games: "Games and hops"
      case .attacks: "Attacks"
      case .matrix: "Matrix"
      case .rules: "Rules"
      case .findings: "Findings"
      case .glossary: "Glossary"
      }
    }
  }

  public let title: String
  /// Nil for a page that belongs to none, such as an error.
  public let part: Part?
  public let body: HTML
  /// Whether a reader without the script is to see it again in a second: something is still going on.
  public let isUnfinished: Bool
  /// Where it leads by itself, at once.
  private let next: String?

  public init(_ title: String, in part: Part?, isUnfinished: Bool = false, body: HTML) {
    self.init(title, part, isUnfinished, body, next: nil)
  }

  private init(_ title: String, _ part: Part?, _ isUnfinished: Bool, _ body: HTML, next: String?) {
    (self.title, self.part, self.isUnfinished, self.body, self.next) = (title, part, isUnfinished, body, next)
  }

  /// A page that leads to another.
  public static func lead(to address: String) -> Page {
    Page("One moment", nil, false, "<h1>One moment</h1><p><a href=\"\(address)\">To the page</a></p>", next: address)
  }

  /// The whole document, with the playground's menu.
  public func document(_ links: Links) -> String {
    let menu = Part.allCases.map { part -> HTML in
      let current: HTML = part == self.part ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(links.to(part.rawValue))\"\(current)>\(part.title)</a></li>"
    }
    let refresh: HTML =
      next.map { "<meta http-equiv=\"refresh\" content=\"0;url=\($0)\">" }
      ?? (isUnfinished ? "<noscript><meta http-equiv=\"refresh\" content=\"1\"></noscript>" : "")
    let (style, script) = (links.to("/page.css"), links.to("/page.js"))
    let keys: HTML = links.areServed ? Self.keys : .nothing
    return Self.document(
      title: title,
      head: "<link rel=\"stylesheet\" href=\"\(style)\"><script src=\"\(script)\" defer></script>\(refresh)",
      body: """
        <a class="skip" href="#main">To the content</a>
        <header><a class="name" href="\(links.to("/"))">Gamekeeper</a>
        <nav aria-label="Parts"><ul>\(menu)</ul></nav></header>
        <main id="main" tabindex="-1">\(body)</main>
        \(keys)<p id="said" class="unseen" role="status"></p>
        """)
  }

  /// One file that needs no other.
  public func standalone() -> String {
    Self.document(
      title: title, head: "<style>\(HTML(markup: Asset.style.shipped))</style>", body: "<main id=\"main\">\(body)</main>")
  }

  private static func document(title: String, head: HTML, body: HTML) -> String {
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark"><title>\(title) · Gamekeeper</title>
      \(head)</head>
      <body>\(body)</body></html>

      """
    return html.text
  }

  /// What a shell shows the same with.
  static func command(_ words: String) -> HTML {
    """
    <p id="command" class="command"><code>\(words)</code>
    <button type="button" class="script" data-copies="#command code">Copy as a command</button></p>

    """
  }

  /// What a form sends along.
  static func hidden(_ fields: [(name: String, value: String)]) -> [HTML] {
    fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" }
  }

  private static let keys: HTML = """
    <footer><button type="button" class="script" data-opens="keys">Keys <kbd>?</kbd></button></footer>
    <dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">Keys</h2>
    <dl><dt><kbd>Space</kbd></dt><dd>run, or stop the run</dd><dt><kbd>n</kbd></dt><dd>next query of the trial that is shown</dd>
    <dt><kbd>N</kbd></dt><dd>next trial</dd><dt><kbd>g</kbd></dt><dd>guess: to the answer of the question before the run</dd>
    <dt><kbd>[</kbd> <kbd>]</kbd></dt><dd>previous and next hop</dd><dt><kbd>?</kbd></dt><dd>this list</dd></dl>
    <form method="dialog"><button>Close</button></form></dialog>
    """
}
