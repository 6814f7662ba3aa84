internal import Arena
internal import Coins
internal import Forms
internal import GameKit
internal import Referee

/// Where somebody sits who plays move by move: what passes between the game's code, which waits in a fiber, and whoever moves.
///
/// `@unchecked Sendable`: one thread has it, that of the `AgentServer`, and the fibers run on that thread.
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
    case over(Forfeit)
  }

  /// A trial that is over: its queries as they were asked, and how it ended.
  struct Script {
    var queries: [[UInt8]] = []
    var ending = Result<Bool, Forfeit>.success(false)
  }

  let command = "agent"
  var spoken: SpokenGame?
  var move = Move.guess(false)
  var reply = Reply.none
  var budgets = Document.null
  /// What has been played of this trial.
  var script = Script()
  /// What the trial has shown, once it is over.
  var played = Tally()
  /// Of the worlds of a trial one is played: the others, and what a reduction makes of them, hear nothing.
  var hasPlayed = false
  /// What is played again; nil while somebody plays.
  var replayed: Script?

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
      if let script = seat.replayed { return try replay(script, &oracle) }
      guard !seat.hasPlayed else { return false }
      seat.hasPlayed = true
      while true {
        seat.budgets = Hello.document(oracle.budget)
        Fiber.wait()
        switch seat.move {
        case .guess(let bit):
          seat.script.ending = .success(bit)
          return bit
        case .ask(let text): try ask(text, &oracle)
        }
      }
    }

    private func ask(_ text: [UInt8], _ oracle: inout some Oracle<Query, Answer>) throws(Forfeit) {
      let query: Query
      do throws(Malformed) { query = try read(text) } catch {
        seat.reply = .refused(error)
        return
      }
      do throws(Forfeit) {
        let answer = try oracle.ask(query)
        seat.script.queries.append(text)
        seat.reply = .answer(answers.document(of: answer))
      } catch {
        seat.script.ending = .failure(error)
        seat.reply = .over(error)
        throw error
      }
    }

    private func read(_ text: [UInt8]) throws(Malformed) -> Query {
      var scanner = Scanner(text)
      let query = try queries.read(&scanner)
      try scanner.end()
      return query
    }

    private func replay(_ script: Script, _ oracle: inout some Oracle<Query, Answer>) throws(Forfeit) -> Bool {
      for text in script.queries {
        if let query = try? read(text) { _ = try oracle.ask(query) }
      }
      return try script.ending.get()
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
