internal import Words

/// The lists of what there is: games, hops, adversaries and planted defects. It is a value: a program begins with the catalogue's
/// and adds what packages of their own bring.
public struct Registry: Sendable {
  /// Every game and hop, in the order of the proof; then those of other packages.
  public internal(set) var entries: [Entry]
  /// Every adversary once.
  public internal(set) var adversaries: [AttackFacts]
  /// The planted defects that are no rules left out: a twin by the name of a rule is the game without it.
  public internal(set) var twins: [TwinFacts]

  /// - Parameter adversaries: in the order in which they are listed; those of the entries that are missing follow.
  public init(entries: [Entry], adversaries: [AttackFacts] = [], twins: [TwinFacts] = []) {
    (self.entries, self.adversaries, self.twins) = (entries, [], twins)
    for attack in adversaries + entries.flatMap(\.attacks) { list(attack) }
  }

  mutating func list(_ attack: AttackFacts) {
    if !adversaries.contains(where: { $0.name == attack.name }) { adversaries.append(attack) }
  }

  public var games: [Entry] { entries.filter { $0.kind == .game } }
  public var hops: [Entry] { entries.filter { $0.kind == .hop } }

  /// Finds a game or a hop by its name.
  /// - Throws: an error with the nearest name.
  public func entry(_ name: String, kind: Entry.Kind) throws(CatalogError) -> Entry {
    let candidates = entries.filter { $0.kind == kind }
    if let entry = candidates.first(where: { $0.name == name }) { return entry }
    if let other = entries.first(where: { $0.name == name }) {
      throw CatalogError(
        "`\(name)` is a \(other.kind.rawValue), not a \(kind.rawValue)", hint: CommandWords.line(other.kind.verb, name))
    }
    throw .unknown(kind.rawValue, name, among: candidates.map(\.name))
  }

  /// Finds a game or a hop, whichever it is, by its name.
  /// - Throws: an error with the nearest name.
  public func entry(_ name: String) throws(CatalogError) -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw .unknown("game or hop", name, among: entries.map(\.name))
    }
    return entry
  }
}
