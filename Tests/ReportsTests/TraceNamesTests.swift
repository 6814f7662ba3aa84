import Records
import Reports
import Testing

/// A trial is told by names.
@Suite struct TraceNamesTests {
  private let key = "a251a5bb3368f865", other = "b251a5bb3368f866"

  private func trial(right: String) -> TrialRecord {
    TrialRecord(
      trial: 3, worlds: ["left", "right"],
      steps: [
        .init(query: "keygen()", left: key, rightQuery: nil, right: right),
        .init(
          query: "sign(\(key), 00000000000000000000000000000001)", left: "00000000000000ff", rightQuery: nil,
          right: "00000000000000ff"),
        .init(query: "verify(\(key), 01)", left: "accepted", rightQuery: nil, right: "accepted"),
      ], endings: ["bit 0", "bit 0"], badAt: nil, violation: nil, coins: [])
  }

  @Test func aValueIsCalledByWhatItCameFrom() {
    let text = trial(right: key).text(showsCoins: false)
    #expect(text.contains("1. keygen()\n     k1\n") && text.contains("2. sign(k1, x1)\n     s1\n"))
    #expect(text.contains("3. verify(k1, 01)"), "short values stay")
    #expect(text.contains("where\n  k1 = \(key)\n"))
  }

  @Test func aDifferenceStaysOne() {
    let text = trial(right: other).text(showsCoins: false)
    #expect(text.contains("left:  k1\n     right: k2\n"))
    #expect(text.contains("k2 = \(other)"))
  }

  /// `d1` is a value of two digits and would be the first digest's name.
  @Test(arguments: [("d1", "d2"), ("(d1, d2)", "d3"), ("old1", "d2"), ("d0", "d1")])
  func noNameIsWhatAnotherValueIsWrittenAs(_ short: String, _ name: String) {
    let trial = TrialRecord(
      trial: 0, worlds: ["left", "right"],
      steps: [.init(query: "hash()", left: key, rightQuery: nil, right: short)], endings: ["bit 0", "bit 0"], badAt: nil,
      violation: nil, coins: [])
    #expect(trial.text(showsCoins: false).contains("left:  \(name)\n     right: \(short)\n"))
  }

  @Test(arguments: [
    ("addKey(HSM 0, token 1, handle 2)", "HSM 0 adds the key of handle 2 to token 1"),
    ("addKey(HSM 0, token 1, handle 2, for [HSM 0, HSM 3])", "HSM 0 adds the key of handle 2 to token 1, for [HSM 0, HSM 3]"),
    ("found(HSM 0, trust 0, by [0, 1])", "HSM 0 founds a domain with trust 0, by [0, 1]"),
    ("update(HSM 0, token 2, [trust 1 by [2, 3]])", "HSM 0 moves token 2 to [trust 1 by [2, 3]]"),
    ("install(host 0, trust 0)", "host 0 installs trust 0"), ("authorise(operator 1, trust 0)", "operator 1 signs trust 0"),
    ("advance(host 0, [trust 0 by [2]])", "host 0 moves to [trust 0 by [2]]"), ("trust(parent none)", "trust(parent none)"),
    ("sign(00, 01)", "sign(00, 01)"),
  ]) func aCommandOfTheProtocolIsASentence(_ query: String, _ sentence: String) {
    let trial = TrialRecord(
      trial: 0, worlds: ["game"], steps: [.init(query: query, left: "done", rightQuery: nil, right: nil)], endings: ["bit 0"],
      badAt: nil, violation: nil, coins: [])
    #expect(trial.text(showsCoins: false).contains("1. \(sentence)\n"))
    #expect(trial.text(showsCoins: false, names: TraceNames.none).contains("1. \(query)\n"))
  }

  @Test func theDigitsAreThereForWhoeverAsks() {
    let text = trial(right: other).text(showsCoins: false, names: TraceNames.none)
    #expect(text.contains("sign(\(key), ") && !text.contains("where"))
  }
}
