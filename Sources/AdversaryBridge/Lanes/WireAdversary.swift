@_spi(Harness) internal import Coins
internal import Forms
internal import GameKit
internal import Referee

/// An adversary at the other end of a conversation.
struct WireAdversary<Query: GameQuery, Answer: Sendable>: Adversary {
  let conversation: Conversation
  let queries: Form<Query>
  let answers: Form<Answer>
  /// What a trial's moves and answers are written to while one is compared; nil else.
  let record: TrialScript

  /// So many texts that are no query end a trial.
  private static var mostRefusals: Int { 100 }

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let lane = conversation.current
    do throws(Forfeit) {
      let bit = try play(&oracle, coins, lane)
      record.ended(lane, "guess \(bit)")
      return bit
    } catch {
      record.ended(lane, error.description)
      if conversation.program.isStrict { return false }
      throw error
    }
  }

  private func play(_ oracle: inout some Oracle<Query, Answer>, _ coins: Coins, _ lane: Int) throws(Forfeit) -> Bool {
    do throws(Conversation.Lost) { try conversation.open() } catch { throw .resigned(error.why) }
    let budgets = Hello.document(oracle.budget).limited(to: conversation.program.mostQueries)
    let trial = TrialMark.trial ?? 0
    conversation.tell(lane) { out in
      out.raw("\"start\",")
      out.unsigned(trial)
      out.raw(",\"")
      out.bytes.append(contentsOf: coins.seedText.utf8)
      out.raw("\"")
      if budgets != conversation.budgets {
        out.raw(",")
        out.document(budgets)
      }
    }
    conversation.lanes[lane].isPlaying = true
    defer { conversation.lanes[lane].isPlaying = false }
    var (refusals, asked) = (0, 0)
    while true {
      switch conversation.move(in: lane) {
      case .guess(let bit): return bit
      case .credit(let attack): oracle.credit(attack)
      case .resign(let why): throw .resigned(why)
      case .lost(let why): throw .resigned(why)
      case .ask:
        switch conversation.query(queries) {
        case .success(let query):
          asked += 1
          if let most = conversation.program.mostQueries, asked > most { throw spent(Hello.queries, lane) }
          try ask(query, &oracle, lane)
        case .failure(let error):
          refusals += 1
          guard refusals < Self.mostRefusals else {
            let why = "asked \(refusals) times what is no query; the last: \(error)"
            end(lane, why)
            throw .resigned(why)
          }
          conversation.tell(lane) { out in
            out.raw("\"refused\",")
            out.string("no query \(error)")
          }
        }
      }
    }
  }

  private func ask(_ query: Query, _ oracle: inout some Oracle<Query, Answer>, _ lane: Int) throws(Forfeit) {
    let answer: Answer
    do throws(Forfeit) { answer = try oracle.ask(query) } catch {
      record.asked(lane, query, queries)
      if case .overBudget(let symbol) = error { throw spent(symbol, lane) }
      end(lane, error.description)
      throw error
    }
    record.asked(lane, query, queries)
    record.answered(lane, answer, answers)
    conversation.tell(lane) { out in
      out.raw("\"ok\",")
      answers.write(answer, &out)
    }
  }

  private func spent(_ symbol: String, _ lane: Int) -> Forfeit {
    conversation.tell(lane) { out in
      out.raw("\"spent\",")
      out.string(symbol)
    }
    return .overBudget(symbol)
  }

  private func end(_ lane: Int, _ why: String) {
    conversation.tell(lane) { out in
      out.raw("\"over\",")
      out.string(why)
    }
  }
}

extension Coins {
  /// The seed as 32 hexadecimal digits, the lower word first, each most significant digit first.
  var seedText: String {
    [seed.x, seed.y].map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
