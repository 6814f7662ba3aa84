/// Boxes and arrows from the top to the bottom, narrow enough for a telephone.
struct MapPicture {
  let steps: [MapStep]
  /// The steps that are spoken of; nil where all are alike.
  let lit: Set<String>?
  let links: Links

  private static let (width, height, gap) = (340, 80, 26)
  /// An arrow of the whole bound.
  private static let widest = 320

  var html: HTML {
    let boxes = steps.enumerated().map { place, step in box(step, y: 44 + place * (Self.height + Self.gap)) }
    let bottom = 44 + steps.count * (Self.height + Self.gap)
    return """
      <svg class="chain" viewBox="0 0 360 \(bottom + 40)" width="360" role="group" aria-label="The chain of hops">
      \(Self.patterns)<text class="end" x="180" y="20" text-anchor="middle">the real service</text>\(Self.arrow(y: 26))\(boxes)
      <text class="end" x="180" y="\(bottom + 18)" text-anchor="middle">the ideal service</text></svg>

      """
  }

  private func box(_ step: MapStep, y: Int) -> HTML {
    let lines = Self.wrapped(step.title, at: 52).prefix(2).enumerated().map { place, line in
      "<text class=\"small\" x=\"20\" y=\"\(y + 36 + 15 * place)\">\(line)</text>" as HTML
    }
    let attained = step.terms.compactMap { $0.alone.fraction?.estimate }.max()
    let bar: HTML =
      attained.map { part in
        """
        <rect class="term" x="20" y="\(y + 62)" width="320" height="9"/>\
        <rect class="share" x="20" y="\(y + 62)" width="\(Int((320 * min(1, max(0, part))).rounded()))" height="9"/>
        """
      } ?? .nothing
    let isLit = lit?.contains(step.name) ?? false
    let mark: HTML = isLit ? "<path class=\"pin\" d=\"M0 \(y + 30)l9 9l-9 9z\"/>" : .nothing
    let paid = step.bound == 0 ? "costs nothing" : "\(step.bound)"
    return """
      <a href="\(links.to("/hop/\(step.name)"))" data-hop="\(step.name)" aria-label="\(step.name): \(step.title); \
      \(step.state.words)\(isLit ? "; spoken of here" : "")">
      <rect class="box back" x="10" y="\(y)" width="\(Self.width)" height="\(Self.height)" rx="6"/>
      \(mark)<rect class="box\(isLit ? " lit" : "")" x="10" y="\(y)" width="\(Self.width)" height="\(Self.height)" rx="6" \
      fill="url(#state-\(step.state.rawValue))"/>
      <rect class="label" x="15" y="\(y + 5)" width="330" height="\(attained == nil ? 52 : 70)" rx="3"/>
      <text x="20" y="\(y + 19)"><tspan class="name">\(step.name)</tspan></text>
      <text class="small" x="340" y="\(y + 19)" text-anchor="end">\(paid)</text>\(lines)\(bar)</a>
      \(Self.arrow(y: y + Self.height + 2, step))

      """
  }

  /// As wide as the share of the bound that is paid for the hop before it, filled as far as that is attained.
  private static func arrow(y: Int, _ step: MapStep? = nil) -> HTML {
    func block(_ kind: HTML, _ part: Double) -> HTML {
      let width = Int((Double(widest) * part).rounded())
      return width == 0
        ? .nothing
        : "<rect class=\"\(kind)\" x=\"\(180 - width / 2)\" y=\"\(y)\" width=\"\(width)\" height=\"\(gap - 10)\"/>"
    }
    let flow: HTML = step.map { "\(block("term", $0.share))\(block("share", $0.attained))" } ?? .nothing
    return "\(flow)<path class=\"arrow\" d=\"M180 \(y)v\(gap - 10)m-5 -6l5 7l5 -7\"/>"
  }

  /// So that no state is told by its colour alone.
  static let patterns: HTML = """
    <defs><pattern id="state-held" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill held" width="8" height="8"/></pattern>
    <pattern id="state-measured" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill measured" width="8" height="8"/>\
    <path class="stroke" d="M0 8L8 0"/></pattern>
    <pattern id="state-refuted" width="8" height="8" patternUnits="userSpaceOnUse">\
    <rect class="fill refuted" width="8" height="8"/>\
    <path class="stroke" d="M0 0L8 8M0 8L8 0"/></pattern>
    <pattern id="state-void" width="8" height="8" patternUnits="userSpaceOnUse"><path class="stroke" d="M0 4H8"/></pattern>
    <pattern id="state-assumed" width="8" height="8" patternUnits="userSpaceOnUse">\
    <circle class="dot" cx="4" cy="4" r="1.5"/></pattern>
    <pattern id="state-unplayed" width="8" height="8" patternUnits="userSpaceOnUse"></pattern></defs>
    """

  private static func wrapped(_ text: String, at width: Int) -> [String] {
    text.split(separator: " ").reduce(into: [""]) { lines, word in
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }
}
