internal import AdversaryBridge
internal import Arena
internal import Pages
internal import Records
internal import Reports

/// Those who play by hand in a page. Their games wait in the middle of a trial, on the one thread that they began on.
actor Hands {
  /// At once.
  static let most = 16
  /// A session that nobody uses so long is ended.
  static let patience = Duration.seconds(900)
  /// The error probability of what is said of a session.
  static let alpha = 1e-3

  private struct Seat {
    /// The address of the page on which it is played.
    let page: String
    let session: AgentSession
    var opened: HandRecord.Trial?
    var lastSeen = ContinuousClock.now
  }

  private let thread: OneThread
  private var seats: [String: Seat] = [:]

  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  init() {
    thread = OneThread()
    thread.begin()
  }

  deinit { thread.end() }

  /// Begins a trial in a new session.
  /// - Returns: its name; nil if there is no room for another one.
  func begin(_ game: HandGame, on page: String) throws(CatalogError) -> String? {
    for (name, seat) in seats where ContinuousClock.now - seat.lastSeen > Self.patience { leave(name, seat.page) }
    guard seats.count < Self.most else { return nil }
    let session = try AgentSession("", game, alpha: Self.alpha, refusesUnpaid: true)
    let name = String(UInt64.random(in: 1 << 60...UInt64.max), radix: 16)
    seats[name] = Seat(page: page, session: session)
    try again(name, page)
    return name
  }

  func state(_ name: String, _ page: String) throws(CatalogError) -> HandState {
    let session = try session(name, page)
    let stage: HandState.Stage =
      seats[name]?.opened.map { .opened($0) }
      ?? .asking(
        session.queries.map { query in
          .init(
            name: query.name,
            fields: query.fields.map {
              .init(name: $0.name, shape: $0.shape, choices: $0.choices, isRequired: $0.isRequired)
            })
        }, references: session.references)
    return HandState(
      session: name, trial: session.isPlaying ? session.trial : session.trial - 1,
      budgets: session.budgetsLeft.map { ($0.symbol, $0.left) }, rows: session.rows, stage: stage,
      standing: Self.words(session))
  }

  /// - Returns: why it was not asked; nil if it was.
  func ask(
    _ name: String, _ page: String, _ query: String, _ values: [(name: String, value: String)]
  ) throws(CatalogError) -> HandState.Fault? {
    let session = try session(name, page)
    do throws(AgentError) { try session.ask(query, values) } catch {
      // A trial that has ended by this is shown as it ended.
      if session.isPlaying {
        return .init(
          query: query, field: error.field, words: error.text,
          values: Dictionary(values.map { ($0.name, $0.value) }) { $1 })
      }
    }
    if !session.isPlaying { try open(name, session) }
    return nil
  }

  func guess(_ name: String, _ page: String, _ bit: Bool) throws(CatalogError) {
    let session = try session(name, page)
    guard session.isPlaying else { return }
    try Self.rethrowing { () throws(AgentError) in _ = try session.guess(bit) }
    try open(name, session)
  }

  /// The next trial; the one that is under way, if there is one.
  func again(_ name: String, _ page: String) throws(CatalogError) {
    let session = try session(name, page)
    guard !session.isPlaying else { return }
    try Self.rethrowing(session.start)
    seats[name]?.opened = nil
  }

  func leave(_ name: String, _ page: String) {
    guard let seat = seats[name], seat.page == page else { return }
    seat.session.leave()
    seats[name] = nil
  }

  private static func words(_ session: AgentSession) -> String? {
    let (trials, good, lower, upper) = session.standing
    guard trials > 0 else { return nil }
    return "Played \(trials), \(session.selection.hasTwoWorlds ? "right" : "won") \(good): the advantage lies in "
      + "\(Number.interval(lower, upper))."
  }

  private func open(_ name: String, _ session: AgentSession) throws(CatalogError) {
    seats[name]?.opened = try session.opened()
  }

  private func session(_ name: String, _ page: String) throws(CatalogError) -> AgentSession {
    guard let seat = seats[name], seat.page == page else {
      throw CatalogError(
        "this trial is over: it was left, or not used for a quarter of an hour", hint: "[begin another](\(page))")
    }
    seats[name]?.lastSeen = .now
    return seat.session
  }

  private static func rethrowing(_ body: () throws(AgentError) -> Void) throws(CatalogError) {
    do throws(AgentError) { try body() } catch { throw CatalogError(error.text) }
  }
}
