package import Arena

/// A family of the catalogue: one file with a row for each of its attacks, games and hops.
package struct Family {
  /// The adversaries that it brings, in the order in which they are listed.
  package let attacks: [AttackFacts]
  package let games, hops: [Entry]

  package init(attacks: [AttackFacts], games: [Entry] = [], hops: [Entry] = []) {
    (self.attacks, self.games, self.hops) = (attacks, games, hops)
  }
}

/// What has a name in the lists.
package protocol Row {
  var name: String { get }
}

extension AttackFacts: Row {}

extension Attack: Row {
  package var name: String { facts.name }
}

extension Array where Element: Row {
  /// With these at the front: the first is the natural one to start with.
  package func first(_ names: String...) -> [Element] {
    expect(names)
    return names.flatMap { name in filter { $0.name == name } } + filter { !names.contains($0.name) }
  }

  package func without(_ names: String...) -> [Element] {
    expect(names)
    return filter { !names.contains($0.name) }
  }

  private func expect(_ names: [String]) {
    for name in names { precondition(contains { $0.name == name }, "no row is called \(name)") }
  }
}
