internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import ChildProcesses
internal import Coins
internal import Foundation
internal import Grading
internal import Records
internal import Referee
internal import Reports
internal import Scenarios
internal import Words

struct Grade: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Grades an adversary in any language by what it shows: text, JUnit, JSON, Gradescope's results.json.",
    discussion: """
      An assignment says what is played and what has to be shown: a verdict, a least advantage, at most so many queries. Points \
      are given for all of it or not at all, and a solution that does not have what is asked for passes with the assignment's \
      error probability at most. `\(Program.name) list assignments` names a course of five, `\(Program.name) describe files` \
      has every key of a file of your own, and docs/grading.md tells a teacher what to do.

      The command is confined as \(CommandWords.option("sandbox")) says. Without \(CommandWords.option("secret")) each run has \
      fresh coins; with it they are a student's own, derived one-way from the file, the assignment, the name and the attempt, so \
      that a grade can be given again, and nobody without the file computes them.

      Examples:
        \(Program.name) grade forge-short-signatures 'python3 mine.py'
        \(Program.name) grade find-collision handed-in/ada --student Ada \\
          --secret ~/teacher/secret --attempt 2
        \(Program.name) grade own.yaml 'node mine.js' --format gradescope > results.json

      Exit status: 0 all that was asked for is shown; 1 it is not; 2 too few trials to tell; 65 the assignment cannot be read, \
      or nobody could show what it asks for; 69 the command cannot be started; 130 interrupted. All formats say the same.
      """)

  @Argument(help: "The assignment: a file, or the name of a shipped one.", completion: Completions.assignments)
  var assignment: String
  @Argument(help: "The adversary: a command in one argument, as for `play --adversary-command`.") var command: String

  @Option(help: "Whose adversary it is, for the reports and for --secret.") var student: String?
  @Option(
    help: .init("The teacher's file, from which coins of the student's own are derived.", valueName: "file"),
    completion: .file()) var secret: String?
  @Option(parsing: .unconditional, help: "With --secret: which submission it is; each has other coins. (default: 1)")
  var attempt: Int?
  @Option(
    help: "How the command is confined: require, best, none. (default: best)",
    completion: .list(Sandbox.Demand.allCases.map(\.rawValue)))
  var sandbox: String?

  @OptionGroup var output: OutputOptions<Format>
  @Option(help: .init("As -o, whatever the ending: JUnit XML.", valueName: "file"), completion: .file()) var junit: String?
  @Option(help: .init("As -o, whatever the ending: Gradescope's results.json.", valueName: "file"), completion: .file())
  var gradescope: String?
  @OptionGroup var progress: ProgressOptions

  enum Format: String, ResultFormat { case text, json, junit, gradescope }

  func run() async throws {
    let began = try ReportTime()
    let assignment = try Files.assignment(self.assignment)
    let program = try Failure.orReport { () throws(CatalogError) in
      try OutsideOptions.program(command, sandbox: sandbox, from: nil)
    }
    let student = try Failure.orReport(studentName)
    let source = try Problem.report { try self.source(of: student, in: assignment) }
    let limit = TimeLimit(seconds: assignment.timeLimit)
    let outsider = ProcessOutsider(limit.ending(program.asking(atMost: assignment.mostQueries))) { Failure.say($0) }
    let attempt = secret == nil ? nil : attempt ?? 1
    let judge = assignment.judge(attempt: attempt)
    let selection = try Problem.report { try assignment.selection(by: outsider, judge) }
    let outputs = try output.outputs(
      (.junit, junit), (.gradescope, gradescope), reading: [secret].compactMap(\.self) + [self.assignment])
    try Failure.orReport(checkSecret)
    let confinement = try OutsideOptions.checkStart(program)
    if secret != nil, !confinement.rungs.contains(.landlock) {
      Failure.say("warning: the command can read the files of this user, the secret among them: `landlock` does not stand here")
    }

    Interrupts.listen()
    limit.begin()
    let settings = RunSettings(
      source: source, judge: judge, rule: StoppingRule(trials: assignment.trials, time: limit.time),
      threads: ProcessInfo.processInfo.activeProcessorCount, chances: .off)
    let (clock, start) = (ContinuousClock(), ContinuousClock.now)
    let run = await selection.narrated(settings).record
    let grade = GradeRecord(
      assignment, by: command, run, student: student.map { ($0, attempt) },
      confinement: confinement.description, seconds: began.isFixed ? 0 : (clock.now - start) / .seconds(1))
    let folder = FileManager.default.currentDirectoryPath
    try outputs.write { format in
      switch format {
      case .text: grade.text
      case .json: try grade.json
      case .junit: grade.junit(from: folder, timestamp: began.text)
      case .gradescope: try grade.gradescope
      }
    }
    try grade.outcome.status.end()
  }

  private func studentName() throws(CatalogError) -> StudentName? {
    if student == nil, secret != nil {
      throw CatalogError("`--secret` is for a student's own coins, and there is no `--student`", hint: "name one")
    }
    if let attempt {
      if secret == nil { throw CatalogError("`--attempt` means nothing without `--secret`", hint: "coins are fresh anyway") }
      guard (1...1_000_000).contains(attempt) else {
        throw CatalogError("`--attempt \(attempt)` is out of range", hint: "1 to 1000000")
      }
    }
    guard let student else { return nil }
    do throws(StudentName.Fault) { return try StudentName(student) } catch {
      throw CatalogError("`--student \(student)` is no name: \(error.words)", hint: "for example --student 'Ada Lovelace'")
    }
  }

  /// What stands beside a program may belong to it, so it is let read it.
  private func checkSecret() throws(CatalogError) {
    guard let secret else { return }
    func folder(_ path: String) -> String {
      URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
    }
    for word in command.split(separator: " ").map(String.init) where FileManager.default.fileExists(atPath: word) {
      guard (folder(secret) + "/").hasPrefix(folder(word) + "/") else { continue }
      throw CatalogError(
        "`--secret \(secret)` lies beside `\(word)`, where the command may read",
        hint: "keep it in a folder that has nothing else")
    }
  }

  private func source(of student: StudentName?, in assignment: Assignment) throws -> CoinSource {
    guard let secret, let student else { return CoinSource(seed: 1, secret: .drawn()) }
    let seeds = try StudentSeed(secret: Array(try Files.text(secret).utf8), file: secret)
    return seeds.source(for: student, in: assignment.name, attempt: attempt ?? 1)
  }
}

extension Assignment {
  /// What is played, if all of it exists and what is asked for can be shown.
  func selection(by outsider: any Outsider, _ judge: Judge) throws(InputError) -> Selection {
    let selection: Selection
    do throws(CatalogError) {
      let entry = try Gamekeeper.registry.entry(entry, kind: kind == .game ? .game : .hop)
      selection = try Gamekeeper.registry.select(
        entry.played(by: outsider), adversary: outsider.command, suite: suite, settings: settings)
    } catch { throw self.error(error.message, hint: error.hint) }
    try checkPossible(for: selection, judge)
    return selection
  }
}
