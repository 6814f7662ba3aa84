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
    router = Router(
      book: book, assets: { $0.shipped }, shell: { _ in ShellResult(output: "", ending: .cut("is not played here")) })
  }

  /// All files.
  /// - Parameter progress: what is being made; returns false to end it.
  public func files(progress: (String) -> Bool) async throws(CatalogError) -> [File]? {
    var files = [Asset.style, .script].map { File(name: $0.rawValue, text: $0.shipped) }
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
    add("/findings", .findings(Finding.all.map { ($0.name, $0.title) }, .files))
    for found in Finding.all { add("/findings/\(found.name)", .finding(found, .files)) }
    add("/lessons", .lessons(.files))
    for lesson in Lesson.all { add("/lessons/\(lesson.name)", .lesson(lesson, .files)) }
    for path in Page.sources { if let page = Page.source(path) { add("/source/\(path)", page) } }
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
      let trial = try ReplayToken(run.record.telling, in: book.registry).play(mostSteps: 200, showsReduction: true)
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
