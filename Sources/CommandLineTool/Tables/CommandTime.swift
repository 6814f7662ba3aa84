internal import Arena
internal import Referee

/// The time of `--budget`, which is the command's: each of the runs of its table gets an equal part of what is left, so that one
/// that is done early leaves the others more.
struct CommandTime {
  let end: ContinuousClock.Instant?

  /// Begins a table: the time runs from now on, an interrupt ends the table and not the command, and progress counts its rows.
  /// - Parameter rows: how many runs the whole table has.
  static func begin(_ time: Duration?, rows: Int) -> CommandTime {
    Interrupts.listen()
    Progress.expect(rows: rows)
    return CommandTime(end: time.map { .now + $0 })
  }

  /// The runs of these, one after another, until an interrupt: fewer rows than items if there is one.
  /// - Parameters:
  ///   - others: how many runs come after them.
  ///   - play: what a row is, in the time that it may take; nil without a limit.
  func rows<Item, Row>(
    of items: [Item], before others: Int = 0, _ play: (Item, Duration?) async throws -> Row
  ) async rethrows -> [Row] {
    var rows: [Row] = []
    for (number, item) in items.enumerated() where !Interrupts.isRaised {
      rows.append(try await play(item, share(among: items.count - number + others)))
    }
    return rows
  }

  private func share(among runs: Int) -> Duration? { end.map { max(.zero, ($0 - .now) / max(1, runs)) } }
}

extension RunSettings {
  /// The same within this time.
  func within(_ time: Duration?) -> RunSettings {
    var settings = self
    settings.rule.time = time
    return settings
  }
}
