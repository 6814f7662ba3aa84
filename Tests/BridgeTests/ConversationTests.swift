import AdversaryBridge
import Arena
import Catalog
import ChildProcesses
import Coins
import Forms
import Foundation
import Referee
import Synchronization
import Testing

/// What becomes of trials when whoever plays them is somebody else.
@Suite struct ConversationTests {
  /// Counts of so many trials against a stand-in, and what was said to people.
  private func played(
    _ trials: Range<UInt64> = 0..<200, lanes: Int = 8, isStrict: Bool = false, isStateful: Bool = false, ready: String? = nil,
    _ reaction: @escaping @Sendable () -> Reaction
  ) throws -> (tally: Tally, said: [String]) {
    let said = Mutex<[String]>([])
    var program = Program(try Command("stand-in"))
    (program.lanes, program.isStrict, program.isStateful) = (lanes, isStrict, isStateful)
    let outsider = ProcessOutsider(program, say: { line in said.withLock { $0.append(line) } }) {
      standIn(lanes: lanes, ready: ready, reaction)
    }
    let entry = try Catalog.registry.entry("signature-forgery-one-key").played(by: outsider)
    let selection = try Catalog.registry.select(
      entry, adversary: outsider.command, suite: "calibrated", settings: [("signatureBits", 4), ("tries", 2)])
    return (selection.experiment.run(trials, source: CoinSource(seed: 1)), said.withLock { $0 })
  }

  /// Has a key made and guesses one signature, which is right in one trial of 16.
  private static let guesser: @Sendable () -> Reaction = {
    { lane, verb, value, _ in
      switch (verb, value["key"]?["key"]?.text) {
      case ("start", _): [#"[\#(lane),"ask",{"keygen":{}}]"#]
      case ("ok", let key?):
        [
          #"[\#(lane), "credit", "guess"]"#,
          #"[\#(lane), "ask", {"verify": {"signature": "0000000000000003", "message": "\#(message)", "key": "\#(key)"}}]"#,
        ]
      default: [#"[\#(lane),"guess",\#(value["accepted"] != nil)]"#]
      }
    }
  }
  private static let message = String(repeating: "0", count: 32)

  @Test(arguments: [1, 7, 64]) func theCountsDoNotDependOnTheLanes(_ lanes: Int) throws {
    let (tally, said) = try played(lanes: lanes, Self.guesser)
    #expect(tally == (try played(lanes: 8, Self.guesser).tally))
    #expect(tally.trials == 200 && tally.forfeits == 0 && said == [])
    // 200/16, give or take three deviations.
    #expect((3...24).contains(tally.bad))
  }

  @Test func whatIsNoQueryIsRefusedAndPlayGoesOn() throws {
    let refusals = Mutex<[String]>([])
    let (tally, _) = try played(0..<10, isStateful: true) {
      { lane, verb, value, _ in
        if verb == "refused" { refusals.withLock { $0.append(value.text ?? "") } }
        return [verb == "start" ? #"[\#(lane),"ask",{"sing":{}}]"# : #"[\#(lane),"guess",0]"#]
      }
    }
    #expect(tally.trials == 10 && tally.forfeits == 0)
    #expect(refusals.withLock { $0 }.count == 10)
    #expect(refusals.withLock { $0 }.allSatisfy { $0.contains("one of keygen, sign, verify") })
  }

  @Test func whoeverAsksNoQueryForeverForfeits() throws {
    let (tally, _) = try played(0..<3) { { lane, _, _, _ in [#"[\#(lane),"ask",1]"#] } }
    #expect(tally.forfeits == 3)
    #expect("\(try #require(tally.firstForfeit))".hasPrefix("asked 100 times what is no query"))
  }

  @Test func aBudgetThatIsUsedUpEndsTheTrial() throws {
    let spent = Mutex<Set<String>>([])
    let (tally, _) = try played(0..<10) {
      { lane, verb, value, _ in
        if verb == "spent" { spent.withLock { _ = $0.insert(value.text ?? "") } }
        return verb == "start" || verb == "ok" ? [#"[\#(lane),"ask",{"keygen":{}}]"#] : []
      }
    }
    #expect(tally.forfeits == 10 && tally.firstForfeit == .overBudget("q_gen"))
    #expect(spent.withLock { $0 } == ["q_gen"])
  }

  @Test func aForfeitIsALossWhereItIsToBe() throws {
    let resigns: @Sendable () -> Reaction = { { lane, _, _, _ in [#"[\#(lane),"resign","no idea"]"#] } }
    let (counted, _) = try played(0..<10, resigns)
    #expect(counted.forfeits == 10 && counted.firstForfeit == .resigned("no idea"))
    let (lost, _) = try played(0..<10, isStrict: true, resigns)
    #expect(lost.forfeits == 0 && lost.trials == 10 && lost.bad == 0)
  }

  /// With the right world first, whoever ends in one of the two worlds alone has lost the trial, and no bits contradict
  /// each other.
  @Test(arguments: [1, 2]) func aForfeitInOneWorldIsALossToo(_ play: Int) throws {
    let ends: @Sendable () -> Reaction = {
      var plays: [String: Int] = [:]
      return { lane, _, _, seed in
        plays[seed, default: 0] += 1
        return [plays[seed] == play ? #"[\#(lane),"resign","no idea"]"# : #"[\#(lane),"guess",1]"#]
      }
    }
    let lost = try playedInBoth(isStateful: true, isStrict: true, ends)
    #expect(lost.trials == 40 && lost.forfeits == 0 && lost.violations == 0)
    #expect(lost.bits.neither == 40, "no bit of the other world counts")
    let counted = try playedInBoth(isStateful: true, ends)
    #expect(counted.forfeits == 40 && counted.violations == 0 && counted.bits.neither == 0)
  }

  @Test func aLineThatIsNoneForfeitsWhatIsUnderWay() throws {
    // Once: later the process is another one, and does it no more.
    let hasSpoken = Mutex(false)
    let (tally, said) = try played(0..<100, lanes: 4, isStateful: true) {
      let react = Self.guesser()
      return { lane, verb, value, seed in
        let isFirst =
          verb == "start" && value == 20
          && hasSpoken.withLock { spoken in
            defer { spoken = true }; return !spoken
          }
        return isFirst ? ["Traceback: oops"] : react(lane, verb, value, seed)
      }
    }
    #expect(tally.trials == 100 && (1...4).contains(tally.forfeits))
    let why = "\(try #require(tally.firstForfeit))"
    #expect(why.contains("was it meant for standard error?") && why.contains("`Traceback: oops`"))
    #expect(said == ["`stand-in` is started again (1 of 3)"])
  }

  @Test func itIsStartedAgainThreeTimes() throws {
    let (tally, said) = try played(0..<50, lanes: 1) { { _, _, _, _ in ["END"] } }
    #expect(tally.forfeits == 50)
    #expect(said == (1...3).map { "`stand-in` is started again (\($0) of 3)" })
  }

  /// In one line, or in two, of which the second came before the next trial was begun, and is not its guess.
  @Test(arguments: ["", " "]) func whoeverSpeaksTwiceForfeits(_ apart: String) throws {
    let hasSpoken = Mutex(false)
    let (tally, _) = try played(0..<40, lanes: 4) {
      { lane, verb, value, _ in
        let guess = apart + #"[\#(lane),"guess",0]"#
        let isFirst =
          value == 7
          && hasSpoken.withLock { spoken in
            defer { spoken = true }; return !spoken
          }
        return verb == "start" && isFirst ? [guess, guess] : verb == "start" ? [guess] : []
      }
    }
    #expect(tally.trials == 40 && (1...4).contains(tally.forfeits))
    #expect("\(try #require(tally.firstForfeit))".contains("before it is told the answer to what was said last"))
  }

  @Test func whoeverLearnsFromOneTrialForTheNextIsConvicted() throws {
    let learner: @Sendable () -> Reaction = {
      var trials = 0
      return { lane, verb, _, _ in
        if verb == "start" { trials += 1 }
        return verb == "start" && trials % 2 == 0 ? [#"[\#(lane),"ask",{"keygen":{}}]"#] : [#"[\#(lane),"guess",0]"#]
      }
    }
    // Of these trials eight are played again.
    let (tally, _) = try played(0..<400, lanes: 1, learner)
    #expect(tally.trials == 400 && (1...8).contains(tally.forfeits))
    #expect("\(try #require(tally.firstForfeit))".hasPrefix("not a function of its coins: in trial "))
    let (allowed, _) = try played(0..<400, lanes: 1, isStateful: true, learner)
    #expect(allowed.forfeits == 0)
  }

  /// Two lines about other lanes, one after the other, are as good as one.
  @Test func answersMayComeInAsManyLinesAsThereAreLanes() throws {
    let (tally, said) = try played(lanes: 4) {
      let react = Self.guesser()
      return { lane, verb, value, seed in
        let items = react(lane, verb, value, seed)
        return items.count == 1 ? [" " + items[0]] : items
      }
    }
    #expect(tally.trials == 200 && tally.forfeits == 0 && said == [])
  }

  @Test func aVersionThatIsNotSpokenIsSaid() throws {
    let (tally, _) = try played(0..<2, ready: #"{"ready":{"protocol":2}}"#, Self.guesser)
    #expect(tally.firstForfeit == .resigned("`stand-in` speaks protocol 2, and this program speaks 1"))
  }

  @Test func silenceIsAForfeit() throws {
    let (tally, _) = try played(0..<1) { { _, _, _, _ in [] } }
    #expect(tally.firstForfeit == .resigned("`stand-in` wrote no line within 5 s, after a line of answers"))
  }

  /// Counts of a game with two worlds, where the right one is always played first.
  private func playedInBoth(
    twin: String? = nil, isStateful: Bool = false, isStrict: Bool = false, _ reaction: @escaping @Sendable () -> Reaction
  ) throws -> Tally {
    var program = Program(try Command("stand-in"))
    (program.lanes, program.isStateful, program.isStrict) = (4, isStateful, isStrict)
    let outsider = ProcessOutsider(program, say: { _ in }) { standIn(lanes: 4, reaction) }
    let entry = try Catalog.registry.entry("signature-idealization").played(by: outsider)
    let selection = try Catalog.registry.select(
      entry, adversary: outsider.command, suite: "calibrated", settings: [("signatureBits", 10)], twin: twin)
    return selection.experiment.run(0..<40, source: CoinSource(seed: 1), order: .rightFirst)
  }

  @Test func whoAsksOtherwiseAfterTheSameAnswersIsConvicted() throws {
    // It counts its plays; the second one of a trial, in the other world, begins with another query.
    let counter: @Sendable () -> Reaction = {
      var plays: [String: Int] = [:]
      return { lane, verb, _, seed in
        if verb == "over" { return [] }
        if verb == "start" { plays[seed, default: 0] += 1 }
        let second = plays[seed] == 2
        return verb == "start"
          ? [#"[\#(lane),"ask",{"\#(second ? "rogue-keygen" : "keygen")":{}}]"#] : [#"[\#(lane),"guess",0]"#]
      }
    }
    for isStrict in [false, true] {
      let tally = try playedInBoth(isStrict: isStrict, counter)
      #expect(tally.trials == 40 && tally.forfeits == 40 && tally.violations == 0)
      #expect(
        "\(try #require(tally.firstForfeit))".contains(
          #"first `{"keygen":{}}`, then `{"rogue-keygen":{}}` in the same place of trial"#))
    }
    let allowed = try playedInBoth(isStateful: true, counter)
    #expect(allowed.forfeits == 0)
  }

  /// After a challenge whose ciphertexts differ it says whether it has seen this trial before: in both worlds with coins that
  /// everybody knows, in one of them with secret ones.
  @Test func whoeverRemembersTheOtherWorldLearnsNothingFromIt() throws {
    func advantage(_ source: CoinSource) throws -> Double {
      var program = Program(try Command("stand-in"))
      (program.lanes, program.isStateful) = (1, true)
      let outsider = ProcessOutsider(program, say: { _ in }) {
        standIn(lanes: 1) {
          var plays: [String: Int] = [:]
          var current = ""
          return { lane, verb, value, seed in
            if verb == "start" {
              current = seed
              plays[seed, default: 0] += 1
              return [#"[\#(lane),"ask",{"new-key":{}}]"#]
            }
            if let key = value["key"]?["key"]?.integer {
              return [#"[\#(lane),"ask",{"lor":{"key":\#(key),"left":"00","right":"01","data":""}}]"#]
            }
            return verb == "ok" ? [#"[\#(lane),"guess",\#(plays[current] == 2)]"#] : []
          }
        }
      }
      let entry = try Catalog.registry.entry("aead").played(by: outsider)
      let selection = try Catalog.registry.select(entry, adversary: outsider.command, suite: "calibrated", settings: [])
      let tally = selection.experiment.run(0..<400, source: source)
      #expect(tally.trials == 400 && tally.forfeits == 0, "\(String(describing: tally.firstForfeit))")
      return (Double(tally.bits.onlySecond) - Double(tally.bits.onlyFirst)) / 400
    }
    #expect(try advantage(CoinSource(seed: 1)) == 1)
    let secret = try #require(CoinSource(kind: "secret:" + String(repeating: "7", count: 64), seed: 1))
    // Four deviations.
    #expect(abs(try advantage(secret)) < 0.2)
  }

  @Test func theSameQueryInOtherWordsConvictsNobody() throws {
    let tally = try playedInBoth {
      var plays: [String: Int] = [:]
      return { lane, verb, value, seed in
        if verb == "start" { plays[seed, default: 0] += 1 }
        let blank = plays[seed] == 2 ? " " : ""
        return verb == "start" ? [#"[\#(lane),"ask",{"keygen":\#(blank){}}]"#] : [#"[\#(lane),"guess",0]"#]
      }
    }
    #expect(tally.trials == 40 && tally.forfeits == 0 && tally.violations == 0)
  }

  @Test func anotherGuessAfterTheSameAnswersConvicts() throws {
    let tally = try playedInBoth {
      var plays: [String: Int] = [:]
      return { lane, verb, _, seed in
        guard verb == "start" else { return [] }
        plays[seed, default: 0] += 1
        return [#"[\#(lane),"guess",\#(plays[seed] == 2)]"#]
      }
    }
    #expect(tally.forfeits == 40 && tally.violations == 0)
    #expect("\(try #require(tally.firstForfeit))".contains("first the guess 0, then the guess 1"))
  }

  @Test func whoeverEndsInOneWorldAloneHasForfeitedAndRefutedNothing() throws {
    let tally = try playedInBoth {
      var plays: [String: Int] = [:]
      return { lane, _, _, seed in
        plays[seed, default: 0] += 1
        return [plays[seed] == 2 ? "END" : #"[\#(lane),"guess",1]"#]
      }
    }
    #expect(tally.trials == 40 && tally.forfeits == 40 && tally.violations == 0)
  }

  @Test func answersThatDifferBeforeTheBadEventConvictTheHop() throws {
    // What was signed is presented: the planted ideal world has forgotten it.
    let presenter: @Sendable () -> Reaction = {
      var keys: [Int: String] = [:]
      return { lane, verb, value, _ in
        if verb == "start" { return [#"[\#(lane),"ask",{"keygen":{}}]"#] }
        if let key = value["key"]?["key"]?.text {
          keys[lane] = key
          return [#"[\#(lane),"ask",{"sign":{"key":"\#(key)","message":"\#(Self.message)"}}]"#]
        }
        guard let signature = value["signature"]?["signature"]?.text else {
          return [#"[\#(lane),"guess",\#(value["accepted"] == nil)]"#]
        }
        return [
          #"[\#(lane),"ask",{"verify":{"key":"\#(keys[lane] ?? "")","message":"\#(Self.message)","signature":"\#(signature)"}}]"#
        ]
      }
    }
    let tally = try playedInBoth(twin: "forgetful", presenter)
    #expect(tally.forfeits == 0 && tally.violations == 40)
    let intact = try playedInBoth(presenter)
    #expect(intact.forfeits == 0 && intact.violations == 0)
  }
}
