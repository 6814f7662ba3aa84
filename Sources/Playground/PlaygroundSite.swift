public import Arena
internal import Pages
internal import Records
internal import Reports
internal import Scenarios
internal import Teaching
internal import Words

/// The playground as files for a folder or a course's web space: the same pages, with runs that were recorded.
public struct PlaygroundSite: Sendable {
  public struct File: Sendable {
    public let name, text: String
  }

  private let book: Book
  private let router: Router
  private let trials: UInt64

  /// - Parameter trials: of each recorded run.
  public init(registry: Arena.Registry, trials: UInt64) {
    (book, self.trials) = (Book(registry), trials)
    router = Router(book: book) { _ in ShellResult(output: "", ending: .cut("is not played here")) }
  }

  /// All files.
  /// - Parameter progress: what is being made; returns false to end it.
  public func files(progress: (String) -> Bool) async throws(CatalogError) -> [File]? {
    var files = [File(name: "page.css", text: Page.style), File(name: "page.js", text: Page.script)]
    func add(_ path: String, _ page: Page) { files.append(File(name: Links.file(path), text: page.document(.files))) }
    if let theorem = Book.theorem {
      add("/", book.map(theorem, .files))
      for number in Lesson.all.indices { add("/journey/\(number + 1)", book.journey(number, theorem, .files)) }
    }
    add("/intervals", try StackedRuns(book.registry).page(trials: 2000, seed: 1, .files))
    if let matrix = Book.matrix {
      add("/matrix", .matrix(matrix, command: CommandWords.line("matrix"), .files))
      add("/rules", .rules(Book.rules, matrix, .files))
    }
    add("/games", .games(book.entries, .files))
    add("/glossary", .glossary(Book.words))
    add("/findings", .findings(Book.findings.map { ($0.name, $0.title) }, .files))
    for found in Book.findings { add("/findings/\(found.name)", .finding(found.title, text: found.text, .files)) }
    add("/lessons", .lessons(.files))
    for lesson in Lesson.all { add("/lessons/\(lesson.name)", .lesson(lesson, .files)) }
    add("/attack", .attacks(Book.scenarios.map { ($0.name, $0.scenario.title) }, .files))
    for (name, scenario) in Book.scenarios {
      let twin = scenario.twin.map { PolicySelection(without: $0.without, with: $0.with) }
      for policy in [.intact] + (twin.map { [$0] } ?? []) {
        guard progress(name) else { return nil }
        let record = try router.played(scenario, policy, .kms)
        let path = "/attack/\(name)" + (policy.isIntact ? "" : Page.twinEnding)
        add(path, .attack(record, router.choices(name, scenario, record), .files))
        files.append(File(name: Links.file(path + ".svg"), text: record.svg))
      }
    }
    for entry in book.registry.entries {
      guard progress(entry.name) else { return nil }
      let ask = Ask(isPost: false, parts: [], fields: [("trials", "\(trials)")])
      let request = try PlayRequest(entry, ask, in: book.registry)
      let run = await request.selection.run(request.settings)
      let trial = try ReplayToken(run.record.telling, in: book.registry).play(mostSteps: 200)
      add(
        Links.path(kind: entry.kind.rawValue, name: entry.name),
        .play(
          book.facts(request.selection), listing: .named(entry.name),
          request.state(
            .ended(.init(run.record, trial: trial, tape: Tape([]), cut: nil))), .files))
    }
    return files
  }
}
