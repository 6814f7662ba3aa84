public import Primitives
public import Records
internal import Words

/// A planted defect of a game or a hop, and a request under which a run notices it.
public struct PlantedDefect: Sendable {
  public let name: String
  public let adversary: String
  public let suite: SuiteName
  public let settings: [(name: String, value: Int)]
  public let meaning: TwinMeaning
  /// Whether it exists on the calibrated suite only.
  public let isCalibratedOnly: Bool
  /// The entry in which it shows, where no adversary can see it in the one that lists it.
  public let elsewhere: (kind: Entry.Kind, name: String)?

  /// Whether an adversary of the entry that lists it notices it.
  public let effect: Effect

  public enum Effect: Sendable {
    case shows
    /// Nobody does, for the reason that these words give.
    case hidden(String)

    public var isHidden: Bool { if case .hidden = self { true } else { false } }
  }

  /// The twin of every hop that has a bad event, made by `Wiring.hop`: what should count as the bad event does not.
  public static let unflagged = "unflagged"

  public init(
    _ name: String, by adversary: String, on suite: SuiteName = .calibrated, with settings: [(name: String, value: Int)] = [],
    calibratedOnly: Bool = false, meaning: TwinMeaning = .plantedDefect, elsewhere: (kind: Entry.Kind, name: String)? = nil,
    effect: Effect = .shows
  ) {
    (self.name, self.adversary, self.suite, self.settings) = (name, adversary, suite, settings)
    (isCalibratedOnly, self.meaning, self.elsewhere, self.effect) = (calibratedOnly, meaning, elsewhere, effect)
  }

  /// One of the primitives.
  public init(
    _ defect: PrimitiveDefect, by adversary: String, on suite: SuiteName = .calibrated,
    with settings: [(name: String, value: Int)] = [], calibratedOnly: Bool = false
  ) {
    self.init(defect.rawValue, by: adversary, on: suite, with: settings, calibratedOnly: calibratedOnly)
  }

  /// The request, ready to be run.
  /// - Parameter entry: which lists it.
  public func selection(in entry: Entry, of registry: Registry) throws(CatalogError) -> Selection {
    var seen = entry
    if let elsewhere { seen = try registry.entry(elsewhere.name, kind: elsewhere.kind) }
    return try registry.select(seen, adversary: adversary, suite: suite.rawValue, settings: settings, twin: name)
  }

  /// The request as a command.
  public func command(in entry: Entry) -> String {
    let (kind, place) = elsewhere ?? (entry.kind, entry.name)
    let suite = suite.isCalibrated ? [] : [CommandWords.option("suite", suite.rawValue)]
    return CommandWords.line(
      [kind.verb, place, "-a \(adversary)", CommandWords.option("twin", name)] + suite
        + settings.map { CommandWords.setting($0.name, $0.value) })
  }
}
