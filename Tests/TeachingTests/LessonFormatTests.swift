import Reports
import Teaching
import Testing

/// How a lesson's text is read.
@Suite struct LessonFormatTests {
  private let sample = """
    # Why `peeking` lies, again
    *30 minutes of class. Before it: nothing.*

    ## First (10 minutes)
    Some words.

    ```predict
    Will it
    win?
    [ ] yes
    [x] no
    It cannot.
    ```
    ```gamekeeper play x -a y # status 1
    advantage  0.5   in …
    ```
    ## Second (20 minutes)
    ```text
    as it stands
    ```
    ```exercise
    Make it win.
    $ gamekeeper play x -a z
    advantage 1
    ~ ^advantage +1$
    ~ \\d wins
    ```
    """

  @Test func everyKindOfBlockIsRead() throws {
    let lesson = Lesson(sample, path: "a.md")
    #expect(lesson.faults == [] && lesson.name == "why-peeking-lies-again" && lesson.minutes == 30)
    let asked = try #require(lesson.predictions.first)
    #expect(asked.question == "Will it win?" && asked.options == ["yes", "no"] && asked.answer == 1 && asked.why == "It cannot.")
    let run = try #require(lesson.runs.first)
    #expect(run.command == "gamekeeper play x -a y" && run.status == 1 && run.output == ["advantage  0.5   in …"])
    let exercise = try #require(lesson.exercises.first)
    #expect(exercise.task == "Make it win." && exercise.solution.command == "gamekeeper play x -a z")
    #expect(exercise.solution.status == 0 && exercise.solution.output == ["advantage 1"])
    #expect(exercise.criteria == ["^advantage +1$", "\\d wins"])
    #expect(exercise.unmet(by: "it is\nadvantage   1\nof 7 wins\n") == nil)
    #expect(exercise.unmet(by: "advantage 10\n7 wins") == "^advantage +1$" && exercise.unmet(by: "advantage 1") == "\\d wins")
    #expect(lesson.prose.contains("as it stands") && !lesson.prose.contains("Will it"))
  }

  @Test func answersStandAtTheEndOfWhatATerminalShows() throws {
    let text = Lesson(sample, path: "a.md").handout.text
    let halves = text.components(separatedBy: "## Answers")
    #expect(halves.count == 2 && !halves[0].contains("It cannot.") && halves[1].contains("1. b) It cannot."))
    #expect(halves[0].contains("    a) yes\n    b) no") && halves[0].contains("    $ gamekeeper play x -a y\n"))
    #expect(halves[1].contains("    $ gamekeeper play x -a z\n") && !halves[0].contains("play x -a z"))
  }

  /// Each change of the sample with the fault that it is.
  @Test(arguments: [
    ("# Why", "Why", "a lesson begins with its title"), ("[ ] yes", "[x] yes", "one right option, and this one has 2"),
    ("[x] no", "[ ] no", "one right option, and this one has 0"), ("It cannot.", "", "a question and a reason"),
    ("[ ] yes\n", "", "two options or more"), ("$ gamekeeper play x -a z", "play", "one solution, and this one has 0"),
    ("advantage 1\n", "", "an outcome that shows it"), ("~ ^advantage +1$\n~ \\d wins\n", "", "by what it is graded"),
    ("\\d wins", "(", "`(` is no regular expression"),
    ("(20 minutes)", "(25 minutes)", "the sections take 35 minutes"),
  ]) func whatIsWrongIsSaid(_ part: String, _ other: String, _ fault: String) {
    let changed = sample.replacing(part, with: other)
    #expect(changed != sample)
    let faults = Lesson(changed, path: "a.md").faults
    #expect(faults.count == 1 && faults[0].hasPrefix("a.md") && faults[0].contains(fault), "\(faults)")
    #expect(Lesson(sample + "\n```predict\n", path: "a.md").faults.contains { $0.contains("the block has no end") })
  }

  @Test func shownLinesAreLookedForInTheirOrder() {
    func missing(_ output: String...) -> String? {
      let lesson = Lesson("# t\n```gamekeeper x\n\(output.joined(separator: "\n"))\n```\n", path: "a.md")
      return lesson.runs[0].missing(in: "one  two\nthree\nfour 4.25 five\n")
    }
    #expect(missing("one two", "four 4.25 five") == nil)
    #expect(missing("three", "four 4.…") == nil)
    #expect(missing("four 4.26…") == "four 4.26…", "a wrong number")
    #expect(missing("two") == "two", "a part of a line is none")
    #expect(missing("three", "one two") == "one two", "the order is wrong")
    #expect(missing("three", "three") == "three", "it is printed once")
  }

  @Test func theOrderIsThatOfTheNumberedList() {
    let text = "# Lessons\n1. [A](a.md), 90 minutes\n2. [B](../../Games/B/lesson.md)\n[none](c.md)\n"
    #expect(Lesson.order(of: text) == ["docs/lessons/a.md", "Games/B/lesson.md"])
  }
}
