internal import AdversaryBridge
internal import ArgumentParser
internal import Arena
internal import Coins
internal import Primitives
internal import Records
internal import Referee

/// Whoever plays the theorem's games and hops beside the portfolio: an adversary's name, or a command.
struct Rival {
  typealias Request = (Entry, String) throws(CatalogError) -> (Selection, RunSettings)

  let name: String
  /// Nil for a name.
  private let program: AdversaryBridge.Program?

  /// - Parameter text: of `--against`; what is no adversary's name is a command.
  init(_ text: String) throws(CatalogError) {
    name = text
    let isName = Gamekeeper.registry.adversaries.contains { $0.name == text }
    program = isName ? nil : try OutsideOptions.program(text, from: "--against")
  }

  /// The coins of its runs, if nothing else is said.
  var defaultCoins: String { program == nil ? "philox" : "secret" }

  func checkStart() throws(ExitCode) {
    if let program { _ = try OutsideOptions.checkStart(program) }
  }

  /// What it has shown in each of these, or why it does not play it.
  /// - Parameters:
  ///   - alpha: the error probability of the whole table, of which each run has its share already.
  ///   - time: the command's; these are its last runs.
  ///   - request: how an entry is played by an adversary of this name.
  func played(
    _ entries: [Entry], on suite: SuiteName, alpha: Double, time: CommandTime, _ request: Request
  ) async throws -> AgainstRecord {
    var notPlayed: [AgainstRecord.Row] = []
    let runs = try await time.rows(of: entries) { entry, time -> RunRecord? in
      if let why = try Failure.orReport({ () throws(CatalogError) in try refusal(entry, on: suite, request) }) {
        notPlayed.append(.init(name: "\(entry.kind.rawValue) \(entry.name)", why: why))
        return nil
      }
      let (selection, settings) = try Failure.orReport { () throws(CatalogError) in
        try request(program.map { entry.played(by: ProcessOutsider($0) { Failure.say($0) }) } ?? entry, name)
      }
      return await selection.narrated(settings.within(time)).record
    }.compactMap(\.self)
    return AgainstRecord(
      adversary: name, table: HopTableRecord(alpha: alpha, rows: runs, isComplete: !Interrupts.isRaised), notPlayed: notPlayed)
  }

  /// Why it does not play this; nil if it does.
  ///
  /// A command is told the game in its first line, with the form of every query: whether it can play it one trial shows, which is
  /// not counted.
  private func refusal(_ entry: Entry, on suite: SuiteName, _ request: Request) throws(CatalogError) -> String? {
    guard let program else { return entry.adversaries(on: suite).contains(name) ? nil : "it is none of its adversaries" }
    let (probe, _) = try request(entry.played(by: ProcessOutsider(program) { _ in }), name)
    let tally = probe.experiment.run(0..<1, source: CoinSource(seed: 1, secret: .drawn()))
    if case .resigned(let why)? = tally.firstForfeit { return why }
    return nil
  }
}
