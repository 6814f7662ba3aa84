internal import Reports

extension Page {
  /// One run of an experiment whose truth is known, with two intervals.
  public struct StackedRun: Sendable {
    public struct Interval: Sendable {
      public let lower, upper: Double
      /// The first trial after which it left out the truth, looked at after each; nil if it never did.
      public let leftOutAt: Int?

      public init(lower: Double, upper: Double, leftOutAt: Int?) {
        (self.lower, self.upper, self.leftOutAt) = (lower, upper, leftOutAt)
      }

      func leavesOut(_ truth: Double) -> Bool { truth < lower || upper < truth }
    }

    public let seed: UInt64
    public let events: Int
    /// For a number of trials that is fixed beforehand.
    public let fixed: Interval
    /// For all numbers of trials at once, as the referee's.
    public let always: Interval

    public init(seed: UInt64, events: Int, fixed: Interval, always: Interval) {
      (self.seed, self.events, self.fixed, self.always) = (seed, events, fixed, always)
    }
  }

  /// The same experiment many times over, and how many intervals miss.
  /// - Parameters:
  ///   - alpha: of each interval.
  ///   - command: of the first run.
  public static func stack(
    _ runs: [StackedRun], truth: Double, trials: Int, alpha: Double, command: String, _ links: Links
  ) -> Page {
    let most = runs.map { max($0.fixed.upper, $0.always.upper) }.max() ?? 1
    func panel(_ title: String, _ interval: (StackedRun) -> StackedRun.Interval) -> HTML {
      StackPicture(title: title, rows: runs.map(interval), truth: truth, most: most).html
    }
    func count(_ isCounted: (StackedRun) -> Bool) -> String { "\(runs.count(where: isCounted)) of \(runs.count)" }
    let rows = runs.filter { $0.fixed.leftOutAt != nil || $0.always.leftOutAt != nil }.map { run -> HTML in
      func cell(_ interval: StackedRun.Interval) -> HTML {
        let when = interval.leftOutAt.map { "left out first after trial \(Number.grouped(UInt64($0)))" } ?? "never left out"
        let end = interval.leavesOut(truth) ? "; left out at the end" : ""
        return "<td>\(Number.interval(interval.lower, interval.upper)): \(when)\(end)</td>"
      }
      return "<tr><th scope=\"row\">\(run.seed)</th><td>\(run.events)</td>\(cell(run.fixed))\(cell(run.always))</tr>\n"
    }
    let table: HTML = """
      <table><caption>The runs in which some interval left out the truth at some time</caption><thead><tr>\
      <th scope="col">seed</th><th scope="col">events</th><th scope="col">fixed size</th><th scope="col">always valid</th></tr>\
      </thead><tbody>\(rows)</tbody></table>
      """
    let form: HTML =
      links.areServed
      ? """
      <form method="get" action="/intervals"><div class="fields">
      <label><span>trials of each run</span><input type="number" name="trials" min="100" max="5000" value="\(trials)"></label>
      <label><span>seed of the first</span><input type="number" name="seed" min="0" max="1000000" \
      value="\(runs.first?.seed ?? 1)"></label></div><p class="actions"><button>Play others</button></p></form>
      """ : .nothing
    return Page(
      "Why peeking lies", in: .lessons,
      body: """
        <h1>The same experiment, \(runs.count) times</h1>
        <p>An adversary guesses a signature of 7 bits: the truth is known, \(Number.text(truth)). Each row is one run of \
        \(Number.grouped(UInt64(trials))) trials, with another seed; each interval may miss with probability \
        \(Number.percent(alpha)). Whoever looks once, at the end, is misled that rarely by either. Whoever looks after every \
        trial, and stops when the truth is out, is not.</p>
        <table class="facts"><tbody>
        <tr><th scope="row">fixed size, looked at once</th><td>\(count { $0.fixed.leavesOut(truth) }) miss</td></tr>
        <tr><th scope="row">fixed size, looked at after every trial</th><td>\(count { $0.fixed.leftOutAt != nil }) miss at some \
        time</td></tr>
        <tr><th scope="row">the referee’s, looked at after every trial</th><td>\(count { $0.always.leftOutAt != nil }) miss at \
        some time</td></tr></tbody></table>
        <div class="stacks">\(panel("For a fixed size (Clopper–Pearson)") { $0.fixed })\
        \(panel("Valid at all times: the referee’s") { $0.always })</div>
        <p class="small">A bar is the interval at the end; the line is the truth. A cross: the truth is out at the end. A ring: \
        it was out at some time.</p>
        \(HTML.scrolling("The runs that miss", table))\(form)
        <p>The first row as a command: <code class="long">\(command)</code></p>
        """)
  }
}

/// Intervals below each other, with the truth as a line.
struct StackPicture {
  let title: String
  let rows: [Page.StackedRun.Interval]
  let truth, most: Double

  var html: HTML {
    func x(_ value: Double) -> Int { 20 + Int((300 * min(1, max(0, value / (most * 1.02)))).rounded()) }
    let bars = rows.enumerated().map { place, row -> HTML in
      let y = 10 + 6 * place
      let misses = row.leavesOut(truth)
      let mark: HTML =
        misses
        ? "<path class=\"cross\" d=\"M4 \(y - 2)l6 6m0 -6l-6 6\"/>"
        : row.leftOutAt != nil ? "<circle class=\"ring\" cx=\"7\" cy=\"\(y + 1)\" r=\"2.2\"/>" : .nothing
      return """
        \(mark)<rect class="interval\(misses ? " misses" : "")" x="\(x(row.lower))" y="\(y)" \
        width="\(max(2, x(row.upper) - x(row.lower)))" height="3"/>

        """
    }
    let height = 20 + 6 * rows.count
    let misses = rows.count { $0.leavesOut(truth) }, once = rows.count { $0.leftOutAt != nil }
    return """
      <figure><svg viewBox="0 0 340 \(height)" role="img" \
      aria-label="\(title): \(misses) of \(rows.count) miss at the end, \(once) at some time">
      \(bars)<line class="bound" x1="\(x(truth))" x2="\(x(truth))" y1="2" y2="\(height - 4)"/></svg>
      <figcaption>\(title)</figcaption></figure>

      """
  }
}
