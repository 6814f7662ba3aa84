@_spi(Harness) internal import Coins
internal import Forms
@_spi(Harness) internal import GameKit
internal import Games
internal import Primitives
internal import Referee

/// What plays the games whose queries cost less than their reading is compiled for them.
private typealias Signatures = SignatureQuery<CalibratedSignature>
private typealias Signed = SignatureAnswer<CalibratedSignature>

/// An adversary at the other end of a conversation.
struct WireAdversary<Query: GameQuery, Answer: Sendable>: Adversary {
  let conversation: Conversation
  let queries: Form<Query>
  let answers: Form<Answer>
  /// What a trial's moves and answers are written to while one is compared; nil else.
  let record: TrialScript

  /// So many texts that are no query end a trial.
  private static var mostRefusals: Int { 100 }
  /// So many credits are heard of a trial.
  private static var mostCredits: Int { 1000 }

  func play(_ oracle: inout some Oracle<Query, Answer>, coins: Coins) throws(Forfeit) -> Bool {
    let lane = conversation.current
    do throws(Forfeit) {
      let bit = try play(&oracle, coins, lane)
      record.ended(lane, "guess \(bit)")
      return bit
    } catch {
      record.ended(lane, error.description)
      throw error
    }
  }

  @_specialize(where Query == Signatures, Answer == Signed, O == ErasedOracle<Signatures, Signed>)
  private func play<O: Oracle<Query, Answer>>(_ oracle: inout O, _ coins: Coins, _ lane: Int) throws(Forfeit) -> Bool {
    do throws(Conversation.Lost) { try conversation.open() } catch { throw .resigned(error.why) }
    let budgets = unusualBudgets(oracle.budget)
    let name = FirstPlay.Name(trial: TrialMark.trial ?? 0, seed: coins.seed, hasUsualBudgets: budgets == nil)
    if conversation.playsOneWorld, conversation.lanes[lane].first.isPlay(of: name) {
      guard let bit = conversation.lanes[lane].first.guess else { throw .resigned("the trial's one play had no end") }
      return !bit
    }
    conversation.tell(lane) { out in
      out.raw("\"start\",")
      out.unsigned(name.trial)
      out.byte(",")
      out.hexWords(coins.seed.x, coins.seed.y)
      if let budgets {
        out.raw(",")
        out.document(budgets)
      }
    }
    conversation.lanes[lane].first.begin(name)
    conversation.lanes[lane].isPlaying = true
    defer { conversation.lanes[lane].isPlaying = false }
    var (refusals, asked, credits) = (0, 0, 0)
    while true {
      switch conversation.move(in: lane) {
      case .guess(let bit):
        if let first = conversation.lanes[lane].first.guesses(bit) { try convict(first, "the guess \(bit ? 1 : 0)") }
        return bit
      case .credit(let attack):
        credits += 1
        guard credits <= Self.mostCredits else {
          let why = "credited an attack \(credits) times"
          end(lane, why)
          throw .resigned(why)
        }
        oracle.credit(attack)
      case .resign(let why): throw .resigned(why)
      case .lost(let why): throw .resigned(why)
      case .ask:
        let query: Query
        do throws(Malformed) { query = try conversation.query(queries) } catch {
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
          continue
        }
        asked += 1
        if let most = conversation.program.mostQueries, asked > most { throw spent(Hello.queries, lane) }
        try ask(query, &oracle, lane)
      }
    }
  }

  /// The budgets of a play, as they are told; nil for those that the first line has told.
  private func unusualBudgets(_ budget: Budget<Query.Kind>) -> Document? {
    if let usual = conversation.usualBudget as? Budget<Query.Kind>,
      Query.Kind.allCases.allSatisfy({ usual[$0] == budget[$0] })
    {
      return nil
    }
    let budgets = Hello.document(budget).limited(to: conversation.program.mostQueries)
    guard budgets == conversation.budgets else { return budgets }
    conversation.usualBudget = budget
    return nil
  }

  @inline(__always)
  private func ask(_ query: Query, _ oracle: inout some Oracle<Query, Answer>, _ lane: Int) throws(Forfeit) {
    let text = conversation.scanner.bytes[conversation.queryText]
    // The same query may be written in two ways.
    if let first = conversation.lanes[lane].first.asks(text), normal(first[...]) != normal(text) {
      let words = first.isEmpty ? "a guess" : "`\(String(decoding: first, as: UTF8.self))`"
      do throws(Forfeit) { try convict(words, "`\(String(decoding: text, as: UTF8.self))`") } catch {
        end(lane, error.description)
        throw error
      }
    }
    let answer: Answer
    do throws(Forfeit) { answer = try oracle.ask(query) } catch {
      record.asked(lane, query, queries)
      if case .overBudget(let symbol) = error { throw spent(symbol, lane) }
      end(lane, error.description)
      throw error
    }
    if record.isWriting {
      record.asked(lane, query, queries)
      record.answered(lane, answer, answers)
    }
    conversation.tell(lane) { out in
      out.raw("\"ok\",")
      let start = out.bytes.count
      answers.write(answer, &out)
      conversation.lanes[lane].first.isAnswered(out.bytes[start...])
    }
  }

  private func spent(_ symbol: String, _ lane: Int) -> Forfeit {
    conversation.tell(lane) { out in
      out.raw("\"spent\",")
      out.string(symbol)
    }
    return .overBudget(symbol)
  }

  private func normal(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    var scanner = Scanner(Array(text))
    var emitter = Emitter()
    guard let query = try? queries.read(&scanner) else { return nil }
    queries.write(query, &emitter)
    return emitter.bytes
  }

  /// A difference in what is asked comes first: so far all answers were the same.
  private func convict(_ first: String, _ second: String) throws(Forfeit) {
    guard !conversation.program.isStateful else { return }
    throw .notItsCoins(
      "first \(first), then \(second) in the same place of trial \(TrialMark.trial ?? 0), after the same answers")
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
