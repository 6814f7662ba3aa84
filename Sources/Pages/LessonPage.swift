public import Teaching
internal import Words

extension Page {
  /// The lessons in their order.
  public static func lessons(_ links: Links) -> Page {
    let rows = Lesson.all.map { lesson -> HTML in
      let minutes = lesson.minutes.map { ", \($0) minutes of class" } ?? ""
      return "<li><a href=\"\(links.to("/lessons/\(lesson.name)"))\">\(lesson.title)</a>\(minutes)</li>\n"
    }
    return Page(
      "Lessons", in: .lessons,
      body: """
        <h1>The proof in nine lessons</h1>
        <p>For students who have had one course of cryptography. Each lesson asks before it runs: answer first, then look.</p>
        <ol class="lessons">\(rows)</ol>
        <p><a href="\(links.to("/journey/1"))">The same as a walk through the map</a></p>
        <p><a href="\(links.to("/intervals"))">A hundred runs of one experiment, stacked</a>: why peeking lies</p>
        \(command(CommandWords.line("list", "lessons")))
        """)
  }

  /// What the program printed when a block of a lesson was run in place.
  public struct Played: Sendable {
    public enum Ending: Hashable, Sendable {
      case exited(Int32)
      /// It did not end by itself: why, as of whoever is named before.
      case cut(String)
    }

    public let place: Int
    /// What a reader tried, in an exercise; nil where the lesson's own command was run.
    public let tried: String?
    public let output: String
    public let ending: Ending

    public init(place: Int, tried: String? = nil, output: String, ending: Ending) {
      (self.place, self.tried, self.output, self.ending) = (place, tried, output, ending)
    }

    /// What is still to be shown of an exercise; nil if it is done.
    func fault(of exercise: Exercise) -> String? {
      if case .cut(let why) = ending { return "The command \(why)." }
      return exercise.unmet(by: output).map { "That is not yet what is asked: no line of it is like `\($0)`." }
    }

    /// How what was printed differs from what is shown; nil if it does not.
    func difference(from run: ShownRun) -> String? {
      if case .cut(let why) = ending { return "The command \(why)." }
      let missing = run.missing(in: output)
      if ending == .exited(run.status), missing == nil { return nil }
      let status = if case .exited(let status) = ending { "status \(status)" } else { "" }
      return "It did not end as the lesson shows: \(status), \(missing.map { "and not `\($0)`" } ?? "all lines printed")."
    }
  }

  /// A lesson with its blocks.
  /// - Parameter played: the block that was just run, by its place among all of the lesson's parts.
  public static func lesson(_ lesson: Lesson, played: Played? = nil, _ links: Links) -> Page {
    let place = Lesson.all.firstIndex { $0.name == lesson.name } ?? 0
    func link(_ other: Int, _ relation: String, _ arrow: String) -> HTML {
      guard Lesson.all.indices.contains(other) else { return .nothing }
      return """
         <a rel="\(relation)" href="\(links.to("/lessons/\(Lesson.all[other].name)"))">\
        \(arrow) \(Lesson.all[other].title)</a>
        """
    }
    let markdown = Markdown(target: { target($0, links) })
    let parts = lesson.parts.enumerated().map { number, part -> HTML in
      switch part {
      case .text(let text): markdown.html(text)
      case .run(let run): block(run, number, lesson, played, links)
      case .prediction(let asked): prediction(asked, number)
      case .exercise(let exercise):
        task(exercise, number, lesson, played?.place == number ? played : nil, markdown, links)
      }
    }
    return Page(
      lesson.title, in: .lessons,
      body: """
        <article class="lesson" data-lesson="\(lesson.name)">\(parts)</article>\(seen(lesson, links))
        <nav class="neighbours" aria-label="Lessons">\(link(place - 1, "prev", "←"))\(link(place + 1, "next", "→"))</nav>
        \(command(CommandWords.line("describe", lesson.name)))
        """)
  }

  /// What the program draws of a lesson that referees the referee.
  private static func seen(_ lesson: Lesson, _ links: Links) -> HTML {
    guard lesson.runs.contains(where: { $0.command.contains(" selftest") }) else { return .nothing }
    return "<p><a href=\"\(links.to("/intervals"))\">See it: a hundred runs of one experiment, stacked</a></p>"
  }

  private static func prediction(_ asked: Prediction, _ number: Int) -> HTML {
    let options = asked.options.enumerated().map { place, option -> HTML in
      let right: HTML = place == asked.answer ? " data-right" : ""
      return """
        <label class="choice"><input type="radio" name="predict-\(number)" value="\(place)"\(right)> \
        \(Markdown().inline(option))</label>

        """
    }
    return """
      <fieldset class="predict"><legend>Predict: \(Markdown().inline(asked.question))</legend>\(options)
      <details class="why"><summary>Answer</summary><p><strong>\(Prediction.letter(asked.answer)): \
      \(Markdown().inline(asked.options[asked.answer])).</strong> \(Markdown().inline(asked.why))</p></details></fieldset>

      """
  }

  /// A task, where a reader tries a command and is told whether it does what is asked.
  private static func task(
    _ exercise: Exercise, _ number: Int, _ lesson: Lesson, _ played: Played?, _ markdown: Markdown, _ links: Links
  ) -> HTML {
    let tried = played.flatMap { played in played.tried.map { (command: $0, played: played) } }
    let command = tried?.command ?? Program.name + " "
    let form: HTML =
      links.areServed
      ? """
      <form method="post" action="/lessons/\(lesson.name)/\(number)#exercise-\(number)"><label>Your command\
      <input name="command" value="\(command)" spellcheck="false" autocomplete="off"></label>
      <button>Try it</button></form>
      """ : .nothing
    let result: HTML =
      tried.map { tried in
        let judged: HTML =
          tried.played.fault(of: exercise).map { "<p class=\"answer wrong\">\(HTML.prose($0))</p>" }
          ?? "<p class=\"answer right\">That is what is asked.</p>"
        return "\(judged)<pre tabindex=\"0\"><code>\(tried.played.output)</code></pre>"
      } ?? .nothing
    let solution = block(exercise.solution, number, lesson, tried == nil ? played : nil, links)
    return """
      <section class="exercise" id="exercise-\(number)"><h3>Exercise</h3><p>\(markdown.inline(exercise.task))</p>
      \(form)\(result)<details\(played != nil && tried == nil ? " open" : "")><summary>One solution</summary>\(solution)\
      </details></section>

      """
  }

  private static func block(_ run: ShownRun, _ number: Int, _ lesson: Lesson, _ played: Played?, _ links: Links) -> HTML {
    let shown = run.output.joined(separator: "\n")
    let button: HTML =
      links.areServed
      ? """
      <form method="post" action="/lessons/\(lesson.name)/\(number)#block-\(number)"><button>Run it here</button></form>
      """ : .nothing
    let result: HTML =
      played.flatMap { $0.place == number ? $0 : nil }.map { played in
        let judged: HTML =
          played.difference(from: run).map { "<p class=\"answer wrong\">\(HTML.prose($0))</p>" }
          ?? "<p class=\"answer right\">It printed what the lesson shows.</p>"
        return "\(judged)<pre tabindex=\"0\"><code>\(played.output)</code></pre>"
      } ?? .nothing
    return """
      <figure class="block" id="block-\(number)"><figcaption><code>$ \(run.command)</code>
      <button type="button" class="script" data-copies="#block-\(number) figcaption code">Copy</button></figcaption>
      <pre tabindex="0"><code>\(shown)</code></pre>\(button)\(result)</figure>

      """
  }
}
