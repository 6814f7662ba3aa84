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

  @Test func theDigitsAreThereForWhoeverAsks() {
    let text = trial(right: other).text(showsCoins: false, names: TraceNames.none)
    #expect(text.contains("sign(\(key), ") && !text.contains("where"))
  }
}
