internal import AdversaryBridge
internal import Arena
internal import ChildProcesses
internal import Foundation
internal import Pages
internal import Records
internal import Teaching

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
    let run: (record: RunRecord, trial: TrialRecord?)? =
      if let name = ask["run"] { try await benches.shown(name, request.path(.break)) } else { nil }
    let example = Language.javascript.text("mine", try Opponent(entry, in: book.registry))
    return Reply(
      .bench(
        book.facts(request.selection, by: Self.command), listing: Listing.named(entry.name), request.state(.none),
        Page.Bench(example: example, file: Self.file, mostTrials: Benches.mostTrials, run: run)))
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
      let relay = Relay()
      let outsider: ProcessOutsider
      do throws(StartFailure) { outsider = try relay.outsider(Self.command) } catch {
        throw CatalogError("\(error)", hint: error.hint)
      }
      let selection = try request.game(for: Self.command, in: book.registry).select(outsider)
      guard let run = await benches.begin(relay, selection, trials: trials, on: page, in: book.registry) else {
        return Reply(
          .message("Busy", "\(Benches.most) adversaries play already.", hint: "wait for one of them"), status: 503)
      }
      return try Self.json(Begun(run: run, address: request.address(.break, naming: ("run", run))))
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
