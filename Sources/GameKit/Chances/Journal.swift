/// What the services of a game were asked and what they answered, in this order: for a ledger beside the game.
///
/// It is a reference because a service writes and a ledger reads it.
public final class Journal<Entry> {
  private var entries: [Entry] = []

  public init() {}

  public func note(_ entry: Entry) { entries.append(entry) }

  /// Reads what was noted since it was last read.
  public func read(_ body: (Entry) -> Void) {
    for entry in entries { body(entry) }
    removeAll()
  }

  /// Forgets what was noted since it was last read.
  public func removeAll() { entries.removeAll(keepingCapacity: true) }
}

extension Port {
  /// The same service, whose answers are told.
  public func overheard(by tell: @escaping (Query, Answer) -> Void) -> Port {
    Port(
      ask: { query in
        let answer = self.ask(query)
        if let answer { tell(query, answer) }
        return answer
      }, restart: restart, badPlaces: { self.badPlaces }, copy: { self.copy().overheard(by: tell) })
  }
}
