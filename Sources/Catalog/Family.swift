import Arena

/// A family of the catalogue: one file with a row for each of its attacks, games and hops.
struct Family {
  /// The adversaries that it brings, in the order in which they are listed.
  var attacks: [AttackFacts]
  var games: [Entry] = []
  var hops: [Entry] = []
}

/// What has a name in the lists.
protocol Row {
  var name: String { get }
}

extension AttackFacts: Row {}

extension Attack: Row {
  var name: String { facts.name }
}

extension Array where Element: Row {
  /// With these at the front: the first is the natural one to start with.
  func first(_ names: String...) -> [Element] {
    for name in names { precondition(contains { $0.name == name }, "no row is called \(name)") }
    return names.flatMap { name in filter { $0.name == name } } + filter { !names.contains($0.name) }
  }

  func without(_ names: String...) -> [Element] { filter { !names.contains($0.name) } }
}
