public import Arena
public import Coins
public import Records
public import Referee

/// A game as somebody plays it by hand, whoever carries what they say.
public struct HandGame: Sendable {
  public let registry: Registry
  public let entry: Entry
  /// The adversary that is played on the same coins, for comparison; nil for the first that there is.
  public let adversary: String?
  public let suite: String
  public let settings: [(name: String, value: Int)]
  public let twin: String?
  public let coupling: Coupling?

  public init(
    _ entry: Entry, in registry: Registry, adversary: String? = nil, suite: String, settings: [(name: String, value: Int)],
    twin: String? = nil, coupling: Coupling? = nil
  ) {
    (self.entry, self.registry, self.adversary, self.suite) = (entry, registry, adversary, suite)
    (self.settings, self.twin, self.coupling) = (settings, twin, coupling)
  }

  /// Of the other adversary so many steps are shown.
  private static let otherSteps = 40

  /// With the adversary of the catalogue.
  public var compared: Selection {
    get throws(CatalogError) {
      try registry.select(entry, adversary: adversary, suite: suite, settings: settings, twin: twin, coupling: coupling)
    }
  }

  /// With this one in its place, under the settings that mean something to it.
  public func select(_ outsider: some Outsider) throws(CatalogError) -> Selection {
    let command = outsider.command
    return try registry.select(
      entry.played(by: outsider), adversary: command, suite: suite,
      settings: settings.filter { setting in
        entry.parameters.first { $0.name == setting.name }?.applies(to: command) ?? true
      }, twin: twin, coupling: coupling)
  }

  /// A trial with its coins opened, by the code of a replay.
  public func opened(_ script: HandScript, trial: UInt64, source: CoinSource) throws(CatalogError) -> HandRecord.Trial {
    let selection = try select(script)
    let token = ReplayToken(selection, source: source, trial: trial)
    let trace = token.play()
    let other = try compared
    let otherToken = ReplayToken(other, source: source, trial: trial)
    let world = selection.hasTwoWorlds ? Hand.world(of: trial, source) : nil
    func words(_ isRight: Bool) -> String { isRight ? "right" : "left" }
    let guess: Bool? = if case .bit(let bit) = script.ending { bit } else { nil }
    return HandRecord.Trial(
      world: world.map { words($0 == .rightFirst) }, guess: world == nil ? nil : guess.map(words),
      isWon: world.map { guess == ($0 == .rightFirst) } ?? (trace.badAt != nil), trace: trace, replay: token.text,
      other: .init(
        adversary: other.adversary, trace: otherToken.play(mostSteps: Self.otherSteps), replay: otherToken.text))
  }
}
