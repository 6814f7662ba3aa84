package import ChildProcesses
internal import Synchronization

/// A program that somebody else runs, and whose lines they carry: a page, with a worker for each process that there would be.
package final class Relay: Sendable {
  /// What is to be carried to the other side.
  package enum News: Sendable {
    /// For this player; the first line begins it.
    case line(player: Int, String)
    /// This player is not needed any more: why, where it was its fault.
    case end(player: Int, why: String?)
    /// For people.
    case log(String)
  }

  private struct State {
    var news: [News] = []
    var players: [Int: RelayPeer] = [:]
    var count = 0
    var isStopped = false
    var lastSeen = ContinuousClock.now
  }

  /// Whoever carries nothing for so long is gone. A browser wakes a page that nobody sees once a minute.
  private static let patience = Duration.seconds(90)
  /// So many trials are played at once.
  private static let lanes = 16
  /// So many remarks are kept for whoever carries them.
  private static let mostNews = 1000

  private let state = Mutex(State())

  package init() {}

  /// The adversary that plays through it.
  /// - Parameters:
  ///   - command: what runs the program elsewhere, for replay tokens.
  ///   - most: so many queries of any kind it may ask in a trial; nil for what the budgets allow.
  package func outsider(_ command: String, asking most: Int? = nil) throws(StartFailure) -> ProcessOutsider {
    var program = Program(try Command(command))
    (program.lanes, program.mostQueries) = (Self.lanes, most)
    program.isInterrupted = { [self] in isOver }
    return ProcessOutsider(program, say: { [self] in add(.log($0)) }) { [self] () throws(StartFailure) in begin() }
  }

  /// Carries lines both ways, and waits a second for some.
  package func exchange(_ said: [(player: Int, line: String)]) async -> [News] {
    let players = state.withLock { state in
      state.lastSeen = .now
      return state.players
    }
    for (player, line) in said { players[player]?.hear(Array(line.utf8)) }
    for _ in 0..<500 {
      let news = state.withLock { state in
        defer { state.news = [] }
        return state.news
      }
      if !news.isEmpty || isOver { return news }
      try? await Task.sleep(for: .milliseconds(2))
    }
    return []
  }

  /// Nothing more is carried.
  package func stop() { state.withLock { $0.isStopped = true } }

  /// Whether nothing more is carried.
  var isOver: Bool { state.withLock { $0.isStopped || ContinuousClock.now - $0.lastSeen > Self.patience } }

  private func begin() -> RelayPeer {
    state.withLock { state in
      state.count += 1
      let peer = RelayPeer(number: state.count, self)
      state.players[state.count] = peer
      return peer
    }
  }

  func end(_ player: Int, why: String?) {
    state.withLock { $0.players[player] = nil }
    add(.end(player: player, why: why))
  }

  func add(_ news: News) { state.withLock { if $0.news.count < Self.mostNews { $0.news.append(news) } } }
}
