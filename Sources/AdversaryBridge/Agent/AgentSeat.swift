internal import Arena
internal import Coins
internal import Forms
internal import GameKit
internal import Referee

/// Where somebody sits who plays move by move: what passes between the game's code, which waits in a fiber, and whoever moves.
///
/// `@unchecked Sendable`: one thread has it, that of whoever has the `AgentSession`, and the fibers run on that thread.
final class AgentSeat: Outsider, @unchecked Sendable {
  enum Move {
    case ask([UInt8])
    case guess(Bool)
  }

  /// What became of the last move.
  enum Reply {
    case none
    case answer(Document)
    case refused(Malformed)
    /// The budget of this symbol is used up, and the query was not asked.
    case unpaid(String)
    case over(Forfeit)
  }

  let command = AgentSession.command
  /// Whether a query beyond its budget is refused, and does not end the trial.
  let refusesUnpaid: Bool
  var spoken: SpokenGame?
  var move = Move.guess(false)
  var reply = Reply.none
  var budgets = Document.null
  /// What has been asked in this trial, a line of JSON each, and what was answered.
  var asked: [(query: String, answer: Document)] = []
  /// How it ended; nil before it has.
  var ending: Ending?
  /// What the trial has shown, once it is over.
  var played = Tally()
  /// Of the worlds of a trial one is played: the others, and what a reduction makes of them, hear nothing.
  var hasPlayed = false

  init(refusesUnpaid: Bool) { self.refusesUnpaid = refusesUnpaid }

  /// What was said in this trial.
  var script: HandScript {
    HandScript(queries: asked.map(\.query), ending: ending ?? .forfeit(.resigned("was not asked")))
  }

  func experiment<Query: GameQuery, Answer: Sendable>(
    _ selection: Selection, _ game: @escaping @Sendable (ErasedAdversary<Query, Answer>) -> AnyExperiment
  ) -> AnyExperiment {
    guard let queries = Form.of(Query.self), let answers = Form.of(Answer.self) else { return game(ErasedAdversary(Idle())) }
    spoken = SpokenGame(queries, answers, budgets: .null)
    return game(ErasedAdversary(Player(seat: self, queries: queries, answers: answers)))
  }

  private struct Player<Query: GameQuery, Answer: Sendable>: Adversary {
    let seat: AgentSeat
    let queries: Form<Query>
    let answers: Form<Answer>

    func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
      guard !seat.hasPlayed else { return false }
      seat.hasPlayed = true
      while true {
        seat.budgets = Hello.document(oracle.budget)
        Fiber.wait()
        switch seat.move {
        case .guess(let bit):
          seat.ending = .bit(bit)
          return bit
        case .ask(let text): try ask(text, &oracle)
        }
      }
    }

    private func ask(_ text: [UInt8], _ oracle: inout some Oracle<Query, Answer>) throws(Forfeit) {
      let query: Query
      do throws(Malformed) { query = try queries.read(String(decoding: text, as: UTF8.self)) } catch {
        seat.reply = .refused(error)
        return
      }
      if seat.refusesUnpaid, oracle.budget[query.kind] == 0 {
        seat.reply = .unpaid(query.kind.symbol)
        return
      }
      do throws(Forfeit) {
        let answer = try oracle.ask(query)
        let document = answers.document(of: answer)
        seat.asked.append((queries.line(query), document))
        seat.reply = .answer(document)
      } catch {
        seat.ending = .forfeit(error)
        seat.reply = .over(error)
        throw error
      }
    }
  }
}

extension Form {
  /// The value as a document.
  func document(of value: Value) -> Document {
    var emitter = Emitter()
    write(value, &emitter)
    guard let document = try? Document(emitter.bytes) else { preconditionFailure("what is written can be read") }
    return document
  }
}
