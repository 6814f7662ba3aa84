import Foundation
import FoundationXML
import TestSupport
import Testing

/// `grade`: the course that is shipped, reports that agree, and refusals before anything is played.
@Suite struct GradeVerbTests {
  private static let clients = PackageRoot.url.appending(path: "Adversaries/External/python").path
  /// The shipped assignments with their model solutions.
  private static let course = [
    ("forge-short-signatures", "guess"), ("find-collision", "birthday"), ("search-key", "search_key"), ("maul-ecdsa", "maul"),
    ("bring-in-rogue-hsm", "admit_rogue_hsm"),
  ]
  private static let good = """
    assignment: own
    title: Mine
    game: signature-idealization
    suite: kms
    trials: 60
    show: {verdict: advantageShown, advantage: 0.5}
    points: 7.5
    """

  /// On coins that are the same each time, unless `options` say otherwise.
  private func grade(
    _ assignment: String, _ attack: String, _ student: String = "Ada", secret: String = "0123456789abcdef", _ options: String...
  ) throws -> (run: Gamekeeper.Run, files: [String: String]) {
    try inScratchFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path }
      try secret.write(toFile: path("secret"), atomically: true, encoding: .utf8)
      try Self.good.write(toFile: path("own.yaml"), atomically: true, encoding: .utf8)
      let arguments = [
        "grade", assignment == "own" ? path("own.yaml") : assignment, "python3 \(Self.clients)/\(attack).py", "--student",
        student,
        "--secret", path("secret"), "-o", path("grade.json"), "--junit", path("grade.xml"), "--gradescope", path("results"),
      ]
      let run = try Gamekeeper.run(arguments + options, environment: ["SOURCE_DATE_EPOCH": "0"])
      let written = try ["grade.json", "grade.xml", "results"].map { ($0, try String(contentsOfFile: path($0), encoding: .utf8)) }
      return (run, Dictionary(uniqueKeysWithValues: written))
    }
  }

  @Test func fiveAssignmentsAreShipped() throws {
    let names = try Gamekeeper.run("list", "assignments").output.split(separator: "\n").dropFirst(2).map {
      String($0.split(separator: " ")[0])
    }
    #expect(names == Self.course.map(\.0))
    for name in names {
      let told = try Gamekeeper.run("describe", name)
      #expect(told.status == 0 && told.output.contains("to be shown"), "\(told)")
    }
  }

  @Test func theSampleAssignmentIsOne() throws {
    let files = try #require(
      try JSONDecoder().decode(Value.self, from: Data(Gamekeeper.run("describe", "files", "--format", "json").output.utf8)).items)
    let sample = try #require(files.first { $0["title"]?.text == "Assignment" }?["sample"]?.text)
    let run = try runOnFile(sample, ["grade", "{}", "python3 \(Self.clients)/birthday.py"]).run
    #expect(run.status == 0 && run.output.hasSuffix("\n20 of 20 points, met\n"), "\(run)")
  }

  @Test(arguments: course) func theModelSolutionPasses(_ assignment: String, _ solution: String) throws {
    let (run, files) = try grade(assignment, solution)
    #expect(run.status == 0 && run.output.hasSuffix("\n20 of 20 points, met\n"), "\(run)")
    #expect(!run.output.contains("secret:") && files.values.allSatisfy { !$0.contains("secret:") }, "its coins stay unknown")
  }

  /// What `new` writes for the game of the assignment plays, and shows nothing.
  @Test(arguments: course.map(\.0)) func theSkeletonFails(_ assignment: String) throws {
    let game = try #require(
      try Gamekeeper.run("describe", assignment).output.firstMatch(of: /(?m)^(?:game|hop)\s+(\S+)$/)?.1)
    let run = try inScratchFolder { folder in
      try Gamekeeper.shell(
        """
        $G new adversary Mine --language python --game \(game) > /dev/null
        printf 0123456789abcdef > secret
        $G grade \(assignment) 'python3 Mine/mine.py' --secret secret --student Ada --format json > grade; echo $?
        grep -E '"(forfeits|points)"' grade
        """, in: folder)
    }
    #expect(run.output == "1\n  \"forfeits\" : 0,\n  \"points\" : 0,\n", "\(run)")
  }

  @Test(arguments: [("maul", 0), ("guess", 1)]) func allReportsSayTheSame(_ attack: String, _ status: Int32) throws {
    let (run, files) = try grade("own", attack)
    let passes = status == 0
    let points = passes ? 7.5 : 0
    #expect(run.status == status)
    #expect(run.output.contains(passes ? "\n7.5 of 7.5 points, met\n" : "\n0 of 7.5 points, not met: "), "\(run)")
    let json = try #require(JSONSerialization.jsonObject(with: Data((files["grade.json"] ?? "").utf8)) as? [String: Any])
    #expect(json["points"] as? Double == points && json["status"] as? String == (passes ? "met" : "not-met"))
    let demands = try #require(json["demands"] as? [[String: Any]])
    #expect(demands.compactMap { ($0["outcome"] as? [String: Any])?["status"] as? Int } == (passes ? [0, 0] : [1, 1]))
    let junit = try XMLDocument(xmlString: files["grade.xml"] ?? "")
    let suite = try #require(try junit.nodes(forXPath: "//testsuite").first as? XMLElement)
    #expect(suite.attribute(forName: "tests")?.stringValue == "2")
    #expect(suite.attribute(forName: "failures")?.stringValue == (passes ? "0" : "2"))
    #expect(suite.attribute(forName: "name")?.stringValue == "gamekeeper grade")
    let gradescope = try #require(JSONSerialization.jsonObject(with: Data((files["results"] ?? "").utf8)) as? [String: Any])
    #expect(gradescope["score"] as? Double == points)
    let tests = try #require(gradescope["tests"] as? [[String: Any]])
    #expect(tests.map { $0["status"] as? String } == Array(repeating: passes ? "passed" : "failed", count: 2))
    #expect(Set(gradescope.keys) == ["score", "execution_time", "output", "tests"], "what the format knows")
  }

  @Test func theSameNameGivesTheSameGradeAndAnotherOneOtherCoins() throws {
    func seen(_ student: String = "Ada", secret: String = "0123456789abcdef", attempt: String = "1") throws -> String {
      let run = try grade("find-collision", "birthday", student, secret: secret, "--attempt", attempt).run
      return String(run.output.split(separator: "\n").first { $0.hasPrefix("met: advantage") } ?? "")
    }
    let ada = try seen()
    #expect(try ada != "" && ada == seen() && ada != seen(secret: "fedcba9876543210"))
    #expect(try ada != seen("Bob") && ada != seen(attempt: "2"))
  }

  @Test func oneQueryMoreThanAllowedIsAForfeit() throws {
    let text = Self.good.replacing("advantage: 0.5", with: "advantage: 0.5, most-queries: 2")
    let run = try runOnFile(text, ["grade", "{}", "python3 \(Self.clients)/maul.py"]).run
    #expect(run.status == 1 && run.output.contains("every trial was forfeited: the budget `queries` is used up"), "\(run)")
    #expect(
      run.output.hasSuffix(
        "0 of 7.5 points, not met: the run ends with forfeit: every trial was forfeited: the budget `queries` is used up\n"))
  }

  /// Where nothing else shares the error probability, 60 trials can show what they cannot beside a reduction.
  @Test func whatCanJustBeShownIsAskedFor() throws {
    let text = Self.good.replacing("advantage: 0.5", with: "advantage: 0.68")
    let run = try runOnFile(text, ["grade", "{}", "python3 \(Self.clients)/maul.py"]).run
    #expect(run.status == 0, "\(run)")
  }

  /// Nearly all trials are won before the time is up, and it is no pass.
  @Test func whoeverIsSlowHasNotShownIt() throws {
    func graded(limit: Int, sleeps: Bool) throws -> Gamekeeper.Run {
      try inScratchFolder { folder in
        try Self.good.appending("\ntime-limit: \(limit)\n").write(
          to: folder.appending(path: "own.yaml"), atomically: true, encoding: .utf8)
        let maul = try String(contentsOfFile: "\(Self.clients)/maul.py", encoding: .utf8)
        let slow = "def slow(game):\n    import time\n    time.sleep(4 if game.trial > 55 else 0)\n    return maul(game)\n"
        let path = "import sys\nsys.dont_write_bytecode = True\nsys.path.insert(0, '\(Self.clients)')\n"
        try (path + (sleeps ? maul.replacing("\nrun(maul)", with: slow + "run(slow, lanes=1)") : maul)).write(
          to: folder.appending(path: "mine.py"), atomically: true, encoding: .utf8)
        return try Gamekeeper.shell(
          "$G grade own.yaml 'python3 mine.py' --sandbox none; echo $?", in: folder)
      }
    }
    let late = try graded(limit: 2, sleeps: true).output
    #expect(late.contains(/0 of 7.5 points, not met: after 2 s, the time limit, \d+ of 60 trials were played: what was left/))
    #expect(late.hasSuffix(" shows nothing\n1\n") && late.contains("; time limit 2 s\n"), "\(late)")
    #expect(late.contains(", 0 forfeits;"))
    #expect(try graded(limit: 3600, sleeps: false).output.hasSuffix("\n7.5 of 7.5 points, met\n0\n"))
  }

  // MARK: Refusals

  @Test(arguments: [
    ("points: 7.5", "point: 7.5", "unknown key `point` (did you mean `points`?)"),
    ("points: 7.5", "points: many", "line 7, `points`: `many` is not a number"),
    ("trials: 60", "trials: 0", "line 5, `trials`: 0 is not within 1 … 10000000"),
    ("trials: 60\n", "", "the key `trials` is missing"),
    ("trials: 60", "trials: 5", "line 6, `show.advantage`: 5 trials cannot show an advantage of 0.5: the most that they can is"),
    (
      "game: signature-idealization\nsuite: kms\ntrials: 60\nshow: {verdict: advantageShown, advantage: 0.5}",
      "hop: ind_uf\nsuite: kms\ntrials: 60\nshow: {advantage: 0.68}",
      "60 trials cannot show an advantage of 0.68: the most that they can is 0.67"
    ),
    ("trials: 60", "trials: 60\ntime-limit: 0", "0 is not within 1 … 86400"),
    ("advantage: 0.5", "advantage: 1.5", "line 6, `show.advantage`: an advantage of 1.5 cannot be shown"),
    ("advantage: 0.5", "advantage: 0", "an advantage of 0.0 cannot be shown"),
    ("advantage: 0.5", "most-querys: 2", "unknown key `most-querys` (did you mean `most-queries`?)"),
    ("advantage: 0.5", "most-queries: 0", "0 is not within 1 … 1000000"),
    ("{verdict: advantageShown, advantage: 0.5}", "{}", "line 6, `show`: nothing has to be shown"),
    ("advantageShown", "forfeit", "`forfeit` is no verdict about an adversary"),
    ("advantageShown", "withinBound", "line 6, `show.verdict`: `withinBound` compares with a bound, and that of"),
    ("suite: kms", "suite: kmss", "line 3: unknown suite `kmss` (did you mean `kms`?)"),
    ("suite: kms", "set: {tries: 0}", "line 3: parameter `tries=0` is out of range"),
    ("suite: kms", "set: {signatureBits: 8}", "`advantageShown` is no verdict of signature-idealization on calibrated"),
    (
      "suite: kms\ntrials: 60\nshow: {verdict: advantageShown, advantage: 0.5}",
      "trials: 60\nshow: {advantage: 0.5}", "an advantage of 0.5 is more than the bound, 0.00390625"
    ),
    ("game: signature-idealization", "game: signature", "line 3: unknown game `signature`"),
    ("game: signature-idealization", "hop: ind_uff", "line 3: unknown hop `ind_uff` (did you mean `ind_uf`?)"),
    ("assignment: own", "assignment: ../own", "line 1, `assignment`: `../own` is no name"),
    ("points: 7.5", "points: 7.5\nerror-probability: 0.7", "`error-probability`: 0.7 is not between 0 and 0.5"),
  ])
  func whatCannotBeGradedIsRefused(_ find: String, _ replace: String, _ expected: String) throws {
    #expect(Self.good.contains(find))
    let run = try runOnFile(Self.good.replacing(find, with: replace), ["grade", "{}", "python3 \(Self.clients)/maul.py"]).run
    #expect(run.status == 65 && run.output == "", "\(run)")
    #expect(run.error.contains(expected) && run.error.split(separator: "\n").count == 1, "\(run.error)")
  }

  @Test(arguments: [
    (["--student", "a/b"], 64, "`--student a/b` is no name: it could be read as a path"),
    (["--student", "a\u{1B}[1m"], 64, "is no name: it has characters that cannot be seen"),
    (["--secret", "/dev/null"], 64, "`--secret` is for a student's own coins, and there is no `--student`"),
    (["--student", "Ada", "--secret", "/dev/null"], 65, "`/dev/null`: a secret of 0 bytes can be guessed"),
    (["--student", "Ada", "--secret", "/no/such"], 65, "`/no/such`: there is no such file"),
    (["--attempt", "2"], 64, "`--attempt` means nothing without `--secret`"),
    (["--student", "Ada", "--secret", "/dev/null", "--attempt", "0"], 64, "`--attempt 0` is out of range"),
    (["--sandbox", "loose"], 64, "unknown sandbox `loose`"), (["-o", "/no/such/file.xml"], 74, "there is no folder `/no/such`"),
  ]) func whatIsAskedWronglyIsRefused(_ options: [String], _ status: Int32, _ expected: String) throws {
    let run = try Gamekeeper.run(["grade", "maul-ecdsa", "python3 \(Self.clients)/maul.py"] + options)
    #expect(run.status == status && run.output == "" && run.error.contains(expected), "\(run)")
  }

  @Test(arguments: [
    ("maul-ecda", "python3 x.py", 64, "unknown assignment `maul-ecda`"),
    ("no/such.yaml", "python3 x.py", 65, "`no/such.yaml`: there is no such file"),
    ("maul-ecdsa", "python4 x.py", 69, "there is no program `python4`"),
    ("maul-ecdsa", "python3 x.py | cat", 64, "`python3 x.py | cat`: "),
  ]) func whatIsNotThereIsSaid(_ assignment: String, _ command: String, _ status: Int32, _ expected: String) throws {
    let run = try Gamekeeper.run("grade", assignment, command)
    #expect(run.status == status && run.output == "" && run.error.contains(expected), "\(run)")
  }
}
