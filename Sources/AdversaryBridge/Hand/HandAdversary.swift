internal import Coins
internal import Forms
internal import GameKit
internal import Words

/// A person, the first time that a trial is played; then the same queries again.
struct HandAdversary<Query: GameQuery, Answer: Sendable>: Adversary {
  let hand: Hand
  let queries: Form<Query>
  let answers: Form<Answer>
  let hasTwoWorlds: Bool

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let played = hand.state.withLock { state in state.ending.map { HandScript(queries: state.queries, ending: $0) } }
    if let played { return try played.play(&oracle, queries) }
    let ending: Ending
    do throws(Forfeit) { ending = .bit(try converse(&oracle)) } catch { ending = .forfeit(error) }
    hand.state.withLock { $0.ending = ending }
    return try ending.bit
  }

  private func converse(_ oracle: inout some Oracle<Query, Answer>) throws(Forfeit) -> Bool {
    let known = HandQuery.all(of: queries.schema)
    help(known, oracle.budget)
    while true {
      let given = hand.state.withLock(\.answers)
      switch hand.read("\(given.count + 1)> ") {
      case .ended: throw unfinished(.inputEnded, "the input ended")
      case .interrupted: throw unfinished(.interrupted, "interrupted")
      case .line(let text):
        switch HandLine(text, known, answers: given, hasTwoWorlds: hasTwoWorlds) {
        case .nothing: break
        case .help: help(known, oracle.budget)
        case .queries: list(known)
        case .budgets: budgets(oracle.budget)
        case .undo:
          hand.say(
            "an answer that was heard cannot be unheard: to take a query back would be to ask more than the budgets allow. "
              + "`resign` ends the trial, and the same \(CommandWords.option("seed")) with "
              + "\(CommandWords.option("coins", "philox")) begins it anew"
          )
        case .guess(let bit): return bit
        case .resign(let why): throw .resigned(why)
        case .unclear(let words): hand.say("not asked, and nothing is charged: \(words)")
        case .query(let document): try ask(document, &oracle)
        }
      }
    }
  }

  private func ask(_ document: Document, _ oracle: inout some Oracle<Query, Answer>) throws(Forfeit) {
    let query: Query
    do throws(Malformed) { query = try queries.read(document.line) } catch {
      return hand.say("not asked, and nothing is charged: `\(document.line)` is no query, \(error)")
    }
    guard oracle.budget[query.kind] > 0 else {
      return hand.say(
        "not asked: the budget \(query.kind.symbol) is used up; ask what is paid by another one, or \(end)")
    }
    let answer = try oracle.ask(query)
    let (asked, answered) = (queries.line(query), answers.document(answer))
    let number = hand.state.withLock { state in
      state.queries.append(asked)
      state.answers.append(answered)
      return state.answers.count
    }
    let left = oracle.budget[query.kind]
    hand.say(
      "#\(number) \(answered.spoken)   (\(query.kind.symbol): \(left == Int(UInt32.max) ? "no limit" : "\(left) left"))")
  }

  private func unfinished(_ why: Hand.Unfinished, _ words: String) -> Forfeit {
    hand.state.withLock { $0.unfinished = why }
    return .resigned(words)
  }

  // MARK: Words

  private var end: String { hasTwoWorlds ? "end with `guess left` or `guess right`" : "end with `done`" }

  private func help(_ known: [HandQuery], _ budget: Budget<Query.Kind>) {
    list(known)
    budgets(budget)
    hand.say(
      "Ask by a line: a query with its fields, as above, or in JSON. `#1` stands for answer 1, `#1.key` for a field of it. When "
        + "you know enough, \(end). Also: help, queries, budgets, resign; there is no undo.")
  }

  private func list(_ known: [HandQuery]) {
    hand.say("Queries:")
    for query in known { hand.say("  \(query.usage)") }
  }

  private func budgets(_ budget: Budget<Query.Kind>) {
    let left = Hello.document(budget).members.map { "\($0.key) \($0.value == .null ? "no limit" : $0.value.line)" }
    hand.say("Budgets left: \(left.joined(separator: ", "))")
  }
}

extension Form {
  func read(_ text: String) throws(Malformed) -> Value {
    var scanner = Scanner(Array(text.utf8))
    let value = try read(&scanner)
    try scanner.end()
    return value
  }

  /// On one line.
  func line(_ value: Value) -> String {
    var emitter = Emitter()
    write(value, &emitter)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }

  fileprivate func document(_ value: Value) -> Document { (try? Document(Array(line(value).utf8))) ?? .null }
}
