internal import Arena
internal import Coins
internal import Foundation
internal import Pages
internal import Primitives
internal import Records
internal import Referee
internal import Words

/// What the page of a game or a hop asks for, checked.
struct PlayRequest: Sendable {
  static let mostTrials: UInt64 = 10_000_000
  /// Queries and group operations of a trial.
  static let mostSteps: UInt64 = 1_000_000

  let selection: Selection
  let settings: RunSettings
  /// As the form has sent them, less what is as by default.
  let fields: [String: String]
  private let trials: UInt64

  /// - Throws: what is out of range or unknown, in words.
  init(_ entry: Entry, _ ask: Ask, in registry: Registry) throws(CatalogError) {
    let suite = ask["suite"] ?? "calibrated"
    let adversary = ask["adversary"]
    var numbers: [(name: String, value: Int)] = []
    for (name, value) in ask.fields where name.hasPrefix("set-") {
      let name = String(name.dropFirst(4))
      // What the form had for another adversary or suite means nothing here.
      if let parameter = entry.parameters.first(where: { $0.name == name }),
        !(adversary.map(parameter.applies(to:)) ?? true) || !(SuiteName(rawValue: suite).map(parameter.applies(to:)) ?? true)
      {
        continue
      }
      guard let number = Int(value) else {
        throw CatalogError("`\(name)` is `\(value)`, which is no whole number", hint: "see its range beside it")
      }
      numbers.append((name, number))
    }
    let selection = try registry.select(
      entry, adversary: adversary, suite: suite, settings: numbers, twin: ask["twin"].flatMap { $0.isEmpty ? nil : $0 })
    // A run is stopped between two trials only. What the budgets are without settings is played.
    let steps = Self.steps(selection)
    if steps > Self.mostSteps {
      let most = max(Self.mostSteps, Self.steps(try registry.select(entry, adversary: adversary, suite: suite, settings: [])))
      guard steps <= most else {
        throw CatalogError(
          "a trial may have \(steps) steps under these budgets", hint: "\(most) on a page; more on the command line")
      }
    }
    let usual = min(selection.suite.trials, Self.mostTrials)
    let trials = try ask["trials"].map { text throws(CatalogError) in
      guard let number = UInt64(text), (1...Self.mostTrials).contains(number) else {
        throw CatalogError("`trials` is `\(text)`", hint: "1 to \(Self.mostTrials) on a page; more on the command line")
      }
      return number
    }
    guard let seed = ExactNumber.read(ask["seed"] ?? "1") else {
      throw CatalogError("`seed` is `\(ask["seed"] ?? "")`", hint: "a whole number from 0 to 2^64 − 1")
    }
    (self.selection, self.trials) = (selection, trials ?? usual)
    settings = RunSettings(
      source: CoinSource(seed: seed), judge: Judge(alpha: 1e-3), rule: StoppingRule(trials: trials ?? usual),
      threads: ProcessInfo.processInfo.activeProcessorCount, chanceTrials: trials == usual ? nil : trials)
    fields = Self.fields(selection, trials: trials == usual ? nil : trials, seed: seed, guess: ask["guess"])
  }

  private static func steps(_ selection: Selection) -> UInt64 {
    let allowance = selection.allowance
    let (sum, isTooLarge) = allowance.queries.addingReportingOverflow(allowance.groupOperations)
    return isTooLarge ? .max : sum
  }

  private static func fields(_ selection: Selection, trials: UInt64?, seed: UInt64, guess: String?) -> [String: String] {
    let entry = selection.entry
    var fields: [String: String] = [:]
    if selection.adversary != entry.adversaries(on: selection.suite).first { fields["adversary"] = selection.adversary }
    if selection.suite != entry.suite(for: .calibrated) { fields["suite"] = selection.suite.rawValue }
    if let twin = selection.twin { fields["twin"] = twin }
    for parameter in entry.parameters {
      if let value = selection.parameters[parameter.name], value != parameter.value {
        fields["set-\(parameter.name)"] = "\(value)"
      }
    }
    if let trials { fields["trials"] = "\(trials)" }
    if seed != 1 { fields["seed"] = "\(seed)" }
    if let guess = guess.flatMap(Guess.init(rawValue:)) { fields["guess"] = guess.rawValue }
    return fields
  }

  /// The address of the page with these settings.
  var address: String { address(fields) }

  /// What the run is kept under: what was guessed of it does not matter.
  var key: String { address(fields.filter { $0.key != "guess" }) }

  private func address(_ fields: [String: String]) -> String {
    Links.address(Links.path(kind: selection.entry.kind.rawValue, name: selection.entry.name), fields)
  }

  /// What a shell does the same with.
  var command: String {
    let entry = selection.entry
    var words = [entry.kind.verb, entry.name, "-a", selection.adversary]
    if let suite = fields["suite"] { words.append(CommandWords.option("suite", suite)) }
    if let twin = selection.twin { words.append(CommandWords.option("twin", twin)) }
    for parameter in entry.parameters where fields["set-\(parameter.name)"] != nil {
      words.append(CommandWords.setting(parameter.name, selection[parameter.name]))
    }
    if let trials = fields["trials"] { words.append(CommandWords.option("trials", trials)) }
    if let seed = fields["seed"] { words.append(CommandWords.option("seed", seed)) }
    return CommandWords.line(words)
  }

  func state(_ run: PlayState.Run) -> PlayState {
    // In coupled worlds the formula is of the bad event, and what is drawn is the advantage.
    let isExact = if case .coupledWorlds = selection.measure { false } else { true }
    return PlayState(
      fields: fields, adversary: selection.adversary, suite: selection.suite.rawValue, twin: selection.twin,
      parameters: selection.parameters, trials: trials, seed: settings.source.seed, boundValue: selection.boundValue,
      exact: isExact ? selection.formula : nil, command: command, address: address, run: run)
  }
}
