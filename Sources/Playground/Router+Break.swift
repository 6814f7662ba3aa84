internal import AdversaryBridge
internal import Arena
internal import ChildProcesses
internal import Foundation
internal import Grading
internal import Pages
internal import Records
internal import Teaching
internal import Words

extension Router {
  /// What the script of *Break* sends and is sent.
  private struct Begun: Encodable { let run, address: String }

  private struct Said: Decodable {
    let player: Int
    let line: String
  }

  private struct Told: Encodable {
    struct Line: Encodable {
      let player: Int
      let line: String
    }
    struct End: Encodable {
      let player: Int
      let why: String?
    }

    var lines: [Line] = []
    var ends: [End] = []
    var log: [String] = []
    var trials, target: UInt64?
    var isOver = false
  }

  /// What the editor of a game begins with is a file of this name.
  private static let file = "mine.js"

  func bench(_ ask: Ask, _ request: PlayRequest) async throws(CatalogError) -> Reply {
    let entry = request.selection.entry
    let run: Benches.Shown? =
      if let name = ask["run"] { try await benches.shown(name, request.path(.break)) } else { nil }
    let chosen = try ask["assignment"].map { name throws(CatalogError) in try assignment(name, request) }
    let tasks = try Book.assignments.filter { isAbout($0, entry) }.map { assignment throws(CatalogError) in
      try task(assignment, isChosen: assignment.name == chosen?.name, entry)
    }
    let example = Language.javascript.text("mine", try Opponent(entry, in: book.registry))
    return Reply(
      .bench(
        book.facts(request.selection, by: Self.command), listing: Listing.named(entry.name), request.state(.none),
        Page.Bench(
          example: example, file: Self.file, mostTrials: Benches.mostTrials, tasks: tasks,
          run: run.map { ($0.record, $0.trial, $0.grade.map { .init($0.verdictWords, $0.demands.map(\.line), $0.outcome) }) })))
  }

  // MARK: Assignments

  private func isAbout(_ assignment: Assignment, _ entry: Entry) -> Bool {
    assignment.entry == entry.name && (assignment.kind == .game) == (entry.kind == .game)
  }

  /// The settings that an assignment is played with.
  private func request(for assignment: Assignment, _ entry: Entry) throws(CatalogError) -> PlayRequest {
    var fields: [(name: String, value: String)] = [("suite", assignment.suite), ("trials", "\(assignment.trials)")]
    fields += assignment.settings.map { (name: "set-\($0.name)", value: "\($0.value)") }
    return try PlayRequest(entry, Ask(isPost: false, parts: [], fields: fields), in: book.registry)
  }

  private func task(_ assignment: Assignment, isChosen: Bool, _ entry: Entry) throws(CatalogError) -> Page.Task {
    .init(
      name: assignment.name, title: assignment.title, task: assignment.task, isChosen: isChosen,
      address: try request(for: assignment, entry).address(.break, naming: ["assignment": assignment.name]),
      command: CommandWords.line("grade", assignment.name, "'\(Self.command)'"))
  }

  /// The assignment of this name, played as it is to be.
  private func assignment(_ name: String, _ request: PlayRequest) throws(CatalogError) -> Assignment {
    let entry = request.selection.entry
    let known = Book.assignments.filter { isAbout($0, entry) }
    guard let assignment = known.first(where: { $0.name == name }) else {
      throw .unknown("assignment", name, among: known.map(\.name))
    }
    let wanted = try self.request(for: assignment, entry)
    guard wanted.fields.filter({ $0.key != "trials" }) == request.fields.filter({ !["trials", "guess"].contains($0.key) }),
      wanted.settings.rule.trials == request.settings.rule.trials
    else {
      throw CatalogError(
        "assignment `\(name)` is played with other settings",
        hint: "[its own](\(wanted.address(.break, naming: ["assignment": name]))); or leave it, and play with yours")
    }
    return assignment
  }

  /// What is fetched beside the page: the client, for whoever goes on elsewhere.
  static func client(_ name: String) -> Reply? {
    switch name {
    case "gamekeeper.js": .file(Page.client, type: "text/javascript; charset=utf-8", name: name)
    case "package.json": .file(Page.clientPackage, type: "application/json", name: name)
    default: nil
    }
  }

  /// What runs the adversary elsewhere, as tokens name it.
  private static let command = "node \(file)"

  func work(_ verb: String, _ ask: Ask, _ request: PlayRequest) async throws(CatalogError) -> Reply {
    let page = request.path(.break)
    let name = ask["run"] ?? ""
    switch verb {
    case "begin":
      let trials = request.settings.rule.trials
      guard trials <= Benches.mostTrials else {
        throw CatalogError("`trials` is `\(trials)`", hint: "1 to \(Benches.mostTrials) here; more on the command line")
      }
      let chosen = try ask["assignment"].map { name throws(CatalogError) in try assignment(name, request) }
      let relay = Relay()
      let outsider: ProcessOutsider
      do throws(StartFailure) { outsider = try relay.outsider(Self.command, asking: chosen?.mostQueries) } catch {
        throw CatalogError("\(error)", hint: error.hint)
      }
      let selection = try request.game(for: Self.command, in: book.registry).select(outsider)
      guard let run = await benches.begin(relay, selection, trials: trials, for: chosen, on: page, in: book.registry) else {
        return Reply(
          .message("Busy", "\(Benches.most) adversaries play already.", hint: "wait for one of them"), status: 503)
      }
      return try Self.json(Begun(run: run, address: request.address(.break, naming: Self.names(run, chosen))))
    case "relay":
      guard let said = try? JSONDecoder().decode([Said].self, from: Data((ask["said"] ?? "").utf8)) else {
        throw CatalogError("`said` is no list of lines", hint: "the script of the page sends it")
      }
      return try Self.json(Self.told(try await benches.exchange(name, page, said.map { ($0.player, $0.line) })))
    case "stop":
      await benches.stop(name, page)
      return try Self.json(Told(isOver: true))
    default: throw CatalogError("nothing is done at `\(page)/\(verb)`", hint: "the menu has all pages")
    }
  }

  private static func names(_ run: String, _ assignment: Assignment?) -> [String: String] {
    ["run": run].merging(assignment.map { ["assignment": $0.name] } ?? [:]) { $1 }
  }

  private static func told(_ news: Benches.Told) -> Told {
    var told = Told()
    switch news {
    case .ended: told.isOver = true
    case .playing(let news, let progress):
      (told.trials, told.target) = (progress?.trials, progress?.target)
      for item in news {
        switch item {
        case .line(let player, let line): told.lines.append(.init(player: player, line: line))
        case .end(let player, let why): told.ends.append(.init(player: player, why: why))
        case .log(let words): told.log.append(words)
        }
      }
    }
    return told
  }

  private static func json(_ value: some Encodable) throws(CatalogError) -> Reply {
    guard let text = try? JSON.line(value) else { throw CatalogError("the answer cannot be written") }
    return Reply(text, type: "application/json")
  }
}
