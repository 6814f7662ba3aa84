internal import Records
internal import Reports

/// An interval beside the bound on one axis: the bound a line, the interval a bar, the exact value a diamond.
struct IntervalPicture {
  let advantage: Estimate
  let bound: Double?
  let exact: Double?

  var html: HTML {
    let most = [advantage.upper, bound ?? 0, exact ?? 0].max() ?? 0
    let least = min(0, advantage.lower)
    let range = most > least ? (most - least) * 1.08 : 1
    // A record from elsewhere may hold any numbers.
    func part(_ value: Double) -> Double { value.isFinite ? min(1, max(0, value)) : 0 }
    func x(_ value: Double) -> String { String(Int((20 + 560 * part((value - least) / range)).rounded())) }
    let bar: HTML = """
      <rect class="interval" x="\(x(advantage.lower))" y="26" height="16" \
      width="\(max(3, Int(560 * part((advantage.upper - advantage.lower) / range))))"/>
      <line class="estimate" x1="\(x(advantage.estimate))" x2="\(x(advantage.estimate))" y1="24" y2="44"/>
      """
    let line: HTML =
      bound.map { "<line class=\"bound\" x1=\"\(x($0))\" x2=\"\(x($0))\" y1=\"10\" y2=\"56\"/>" } ?? .nothing
    let diamond: HTML =
      exact.map { "<path class=\"exact\" d=\"M\(x($0)) 27l6 7l-6 7l-6 -7z\"/>" } ?? .nothing
    let words =
      "advantage \(Number.text(advantage.estimate)), in \(Number.interval(advantage.lower, advantage.upper))"
      + (bound.map { "; bound \(Number.text($0))" } ?? "; no number is known of the bound")
      + (exact.map { "; exactly \(Number.text($0))" } ?? "")
    let legend: [HTML] =
      ["<span><i class=\"key interval\"></i>interval</span>"]
      + (bound == nil ? [] : ["<span><i class=\"key bound\"></i>bound</span>"])
      + (exact == nil ? [] : ["<span><i class=\"key exact\"></i>exact value</span>"])
    return """
      <figure><svg viewBox="0 0 600 76" role="img" aria-label="\(words)"><line class="axis" x1="20" x2="580" y1="56" y2="56"/>
      \(bar)\(diamond)\(line)<text x="20" y="72">\(Number.text(least))</text>
      <text x="580" y="72" text-anchor="end">\(Number.text(least + range))</text></svg>
      <figcaption>\(words). <span class="legend">\(legend)</span></figcaption></figure>

      """
  }
}
