public import GameKit
public import Records
public import Referee

/// An adversary that is no part of this program, such as a command: it plays every game whose queries and answers can be told to
/// it.
public protocol Outsider: Sendable {
  /// As reports and tokens name it.
  var command: String { get }
  /// How it is treated, and how it has fared so far; nil where there is nothing to say.
  var record: OutsideRecord? { get }

  /// The experiment with this adversary in it.
  /// - Parameter game: makes it, once for each process that plays.
  func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment
}

extension Outsider {
  public var record: OutsideRecord? { nil }
}

extension Entry {
  /// The entry with one more adversary, which has no row in any list.
  public func played(by outsider: any Outsider) -> Entry {
    var entry = self
    entry.attacks.append(AttackFacts(outsider))
    return entry
  }
}

extension AttackFacts {
  fileprivate init(_ outsider: any Outsider) {
    self.init(outsider.command, "plays from outside", expects: "unknown")
    self.outsider = outsider
  }
}
