internal import ArgumentParser
internal import Arena
internal import CBuild
internal import DomainManagement
internal import Foundation
internal import Pages
internal import Policy
internal import PolicySearch
internal import Primitives
internal import Records
internal import Reports
internal import Scenarios
internal import Words

struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes one page of records: claim, rules, picture, trial, replay token, version and error probability.",
    discussion: """
      The page is one file that needs no other and nothing from a network. A record is what `play`, `hop`, `attack`, `theorem` \
      and `campaign show` print with --format json, also by hand and as a sweep.

      Examples:
        \(Program.name) play hash-idealization -o run.json
        \(Program.name) attack transplant \\
          --without token.wrap-bound-to-trust -o attack.json
        \(Program.name) report run.json attack.json -o report.html

      Exit status: 0 it is written; 65 a file is no such record; 74 it cannot be written.
      """)

  @Argument(help: "Records in JSON; `-` reads standard input.", completion: .file()) var records: [String]

  @Option(
    name: .shortAndLong, help: .init("The page; without it, it goes to standard output.", valueName: "file"), completion: .file())
  var output: String?

  func run() throws {
    if let output, records.contains(where: { $0 != "-" && (try? Destination(output).replaces($0)) == true }) {
      throw Problem.fail("`\(output)` would take the place of a record, which is read", status: Failure.usage)
    }
    let place = try output.flatMap { $0 == "-" ? nil : try Destination($0) }
    let parts = try records.map { file in (file: file, part: try Self.part(try Files.text(file), file)) }
    let page = Page.report(parts, made: Gamekeeper.configuration.version).standalone()
    if let place { try place.write(page) } else { try Descriptor.show(page) }
  }

  /// What a record is told by.
  private struct Kind: Decodable {
    let format: Int?
    let game, scenario, verdict, plan: String?
    let terms, trials, rows, points: Anything?
  }

  /// Whether it is there is what matters.
  private struct Anything: Decodable {
    let isList: Bool
    init(from decoder: any Decoder) throws { isList = (try? decoder.unkeyedContainer()) != nil }
  }

  private static func part(_ text: String, _ file: String) throws -> Page.ReportPart {
    try Problem.report { () throws -> Page.ReportPart in
      func fail(_ why: String) -> InputError { InputError(file: file, why) }
      let kind: Kind
      do { kind = try JSON.read(Kind.self, from: text) } catch { throw fail("it is no record: \(words(error))") }
      if let format = kind.format, format != JSON.format {
        throw fail("it is a record of format \(format), and this program reads format \(JSON.format)")
      }
      do {
        if kind.scenario != nil { return .attack(try JSON.read(ScenarioRecord.self, from: text), rules: ruleWords) }
        if kind.terms?.isList == true { return .theorem(try JSON.read(TheoremRecord.self, from: text)) }
        if kind.plan != nil, kind.rows?.isList == true {
          let record = try JSON.read(CampaignRecord.self, from: text)
          return .campaign(record, rows: record.rows.map { part($0) })
        }
        if kind.points?.isList == true { return .sweep(try JSON.read(SweepRecord.self, from: text)) }
        if kind.game != nil, kind.trials?.isList == true { return .byHand(try JSON.read(HandRecord.self, from: text)) }
        if kind.game != nil, kind.verdict != nil { return part(try JSON.read(RunRecord.self, from: text)) }
      } catch { throw fail("it is no whole record: \(words(error))") }
      throw fail("it is no record of `play`, `hop`, `attack`, `theorem` or `campaign`")
    }
  }

  private static func part(_ run: RunRecord) -> Page.ReportPart {
    let entry = try? Gamekeeper.registry.entry(run.game)
    // A token of a command is not played: nobody has said that it is trusted.
    let token = try? ReplayToken(run.telling, in: Gamekeeper.registry)
    let isOfRun = token.map { token in
      token.selection.entry.name == run.game && token.selection.adversary == run.adversary
        && token.selection.parameters == run.parameters && token.source.seed == run.seed
    }
    let trial = isOfRun == true ? token?.play(mostSteps: 100, showsReduction: true) : nil
    return .run(run, about: entry.map { ($0.title, $0.claim) }, trial: trial)
  }

  private static var ruleWords: [String: String] {
    let catalogue = RuleCatalogue<SymbolicSuite>.self
    return Dictionary(
      (catalogue.rules + catalogue.weaker).map { ($0.facts.identifier, $0.facts.words) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where in the text, and what is wrong there.
  private static func words(_ error: any Error) -> String {
    func place(_ path: [any CodingKey]) -> String {
      path.isEmpty ? "" : " in `\(path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: "."))`"
    }
    switch error {
    case DecodingError.keyNotFound(let key, let context): return "`\(key.stringValue)` is missing\(place(context.codingPath))"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      return "a value of another type\(place(context.codingPath))"
    case DecodingError.dataCorrupted(let context):
      return context.codingPath.isEmpty ? "it is not JSON" : "an unknown value\(place(context.codingPath))"
    default: return "\(error)"
    }
  }
}
