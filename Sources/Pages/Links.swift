public import Records
internal import Words

/// How pages name each other: on a server, or in a folder of files.
public struct Links: Sendable {
  /// Whether there is a server that plays what is asked for.
  public let areServed: Bool

  public static let served = Links(areServed: true)
  public static let files = Links(areServed: false)

  /// The address of the page at this path, as another page names it.
  public func to(_ path: String) -> String { areServed ? path : Self.file(path) }

  /// The file that the page at this path is: all of them lie in one folder.
  public static func file(_ path: String) -> String {
    let name = path.split(separator: "/").joined(separator: "-")
    return name.isEmpty ? "index.html" : [".css", ".js", ".svg"].contains(where: name.hasSuffix) ? name : name + ".html"
  }

  /// A word of the interface, which leads to what it means.
  /// - Parameter word: as it stands there, if that is not as in the glossary.
  func word(_ term: String, as word: String? = nil) -> HTML {
    "<a class=\"word\" href=\"\(to("/glossary"))#\(Self.anchor(term))\">\(word ?? term)</a>"
  }

  /// Where a term stands in the glossary.
  static func anchor(_ term: String) -> String { term.split(separator: " ").joined(separator: "-") }

  /// The page of a game or a hop.
  public static func path(kind: String, name: String) -> String { "/\(kind)/\(name)" }

  /// An address with these fields in it, escaped.
  public static func address(_ path: String, _ fields: [(name: String, value: String)]) -> String {
    let pairs = fields.map { "\(Escape.query($0.name))=\(Escape.query($0.value))" }
    return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  /// The address of a state of the search, after the moves of these numbers.
  /// - Parameter scope: as an address has it; what is not there is as by default.
  public static func moves(
    after path: [Int], _ scope: [(name: String, value: String)], under policy: PolicySelection, ending: String = ""
  ) -> String {
    address("/moves\(ending)", fields(after: path, scope, under: policy))
  }

  static func fields(
    after path: [Int], _ scope: [(name: String, value: String)], under policy: PolicySelection
  ) -> [(name: String, value: String)] {
    let steps = path.isEmpty ? [] : [(name: "path", value: path.map(String.init).joined(separator: "."))]
    return steps + scope + policy.fields
  }

  /// The same, in the order of the names.
  public static func address(_ path: String, _ fields: [String: String]) -> String {
    address(path, fields.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value) })
  }
}

extension PolicySelection {
  /// As an address has it, and options do.
  public var fields: [(name: String, value: String)] {
    without.map { (name: "without", value: $0) } + with.map { (name: "with", value: $0) }
  }
}
