import Foundation
import Reports
import Teaching
import TestSupport
import Testing

/// Every command of every lesson, and every solution of an exercise, ends as the lesson says and prints what it shows.
@Suite struct LessonRunTests {
  /// Everything that does not come out as shown.
  private func faults(_ lesson: Lesson) throws -> [String] {
    try inScratchFolder { folder in
      let cited = lesson.prose.matches(of: /`(gamekeeper (?:describe|list) [^`\n]+)`/).map {
        ShownRun(line: String($0.1), output: [])
      }
      return try (lesson.runs + lesson.exercises.map(\.solution) + cited).compactMap { shown in
        let command = shown.command.replacing(/^gamekeeper\b/, with: "$G")
        let run = try Gamekeeper.shell("\(command) 2>&1", in: folder)
        if run.status != shown.status { return "\(lesson.path): `\(shown.command)` ends with \(run.status)\n\(run.output)" }
        let exercise = lesson.exercises.first { $0.solution == shown }
        return (shown.missing(in: run.output) ?? exercise?.unmet(by: run.output)).map {
          "\(lesson.path): `\(shown.command)` does not print `\($0)`\n\(run.output)"
        }
      }
    }
  }

  @Test(arguments: Lesson.all.map(\.name)) func everyCommandPrintsWhatIsShown(_ name: String) throws {
    let lesson = try #require(Lesson.all.first { $0.name == name })
    #expect(try faults(lesson) == [])
  }

  /// What grades an exercise is met by its solution, and by hardly any of another one: one attack may be a case of two tasks.
  @Test func anExerciseIsHardlyMetByWhatSolvesAnother() throws {
    let all = Lesson.all.flatMap(\.exercises)
    for exercise in all {
      let command = exercise.solution.command.replacing(/^gamekeeper\b/, with: "$G")
      let printed = try inScratchFolder { try Gamekeeper.shell("\(command) 2>&1", in: $0) }.output
      let met = all.filter { $0.unmet(by: printed) == nil }
      #expect(met.contains(exercise) && met.count <= 2, "\(command)")
    }
  }

  @Test func aWrongOutcomeIsCaught() throws {
    func faults(status: Int, title: String) throws -> [String] {
      let text = "# t\n```gamekeeper describe kms # status \(status)\nsuite kms: \(title)…\n```\n"
      return try self.faults(Lesson(text, path: "planted.md"))
    }
    #expect(try faults(status: 0, title: "ECDSA P-384") == [])
    #expect(
      try faults(status: 1, title: "ECDSA P-384").map { $0.prefix(45) } == ["planted.md: `gamekeeper describe kms` ends wi"])
    #expect(try faults(status: 0, title: "ECDSA P-385").count == 1)
  }

  @Test func lessonsAreListedAndDescribed() throws {
    let listed = try Gamekeeper.run("list", "lessons").output
    for lesson in Lesson.all {
      #expect(listed.contains("\(lesson.name) "))
      let run = try Gamekeeper.run("describe", lesson.name)
      #expect(run.status == 0 && run.output == lesson.handout.text)
      #expect(try Gamekeeper.run("describe", lesson.name, "--format", "markdown").output == lesson.written)
    }
    let record = try Gamekeeper.run("describe", "forging", "--format", "json").json()
    #expect(record["kind"]?.text == "lesson" && record["minutes"]?.number == 90)
  }

  @Test func aListingIsShownWithItsMarks() throws {
    let run = try Gamekeeper.run("describe", "ind_uf", "--listing")
    #expect(run.status == 0 && run.output.hasPrefix("ind_uf, pseudocode; queries: SignatureQuery\n"))
    #expect(run.output.contains("\nL │ ") && run.output.contains("\nR │ ") && run.output.contains("\nreduction, "))
    let record = try Gamekeeper.run("describe", "ind_uf", "--listing", "--format", "json").json()
    #expect(record["lines"]?.items?.contains { $0["only"]?.text == "left" } == true)
    let none = try Gamekeeper.run("describe", "kms", "--listing")
    #expect(none.status == 64 && none.error.hasPrefix("gamekeeper: error: `kms` has no listing\n"), "\(none.error)")
  }
}
