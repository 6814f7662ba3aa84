/// The three ways to meet a game or a hop, each a page of its own.
public enum Way: String, CaseIterable, Sendable {
  case watch, play, `break`

  var title: String {
    switch self {
    case .watch: "Watch"
    case .play: "Play"
    case .break: "Break"
    }
  }

  /// The address of this way, for settings that have one.
  /// - Parameter address: of the page that watches, with its settings.
  public func address(_ address: String) -> String {
    guard self != .watch else { return address }
    let parts = address.split(separator: "?", maxSplits: 1)
    return "\(parts[0])/\(rawValue)" + (parts.count > 1 ? "?\(parts[1])" : "")
  }

  /// Links to all three, with the same settings.
  static func tabs(_ current: Way, _ address: String) -> HTML {
    let items = allCases.map { way -> HTML in
      let mark: HTML = way == current ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(way.address(address))\"\(mark)>\(way.title)</a></li>"
    }
    return "<nav class=\"tabs\" aria-label=\"Ways\"><ul>\(items)</ul></nav>\n"
  }
}
