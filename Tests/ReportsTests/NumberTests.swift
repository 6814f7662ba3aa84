import Reports
import Testing

@Suite struct NumberTests {
  @Test(arguments: [
    (0, "0"), (1, "1"), (0.5, "0.5"), (0.1, "0.1"), (1.0 / 3, "0.3333"), (0.0001, "0.0001"), (0.00001, "1.000e-05"),
    (2202010, "2202010"), (12345.6, "12346"),
    (1e7, "1.000e+07"), (-0.25, "-0.25"), (0.99996, "1 − 4.0e-05"), (1 - 1e-9, "1 − 1.0e-09"), (1.00001, "1 + 1.0e-05"),
    (.leastNonzeroMagnitude, "4.941e-324"), (999.96, "1000"),
    (.infinity, "inf"), (2, "2"), (10, "10"), (1234, "1234"), (0.99995, "1 − 5.0e-05"), (0.9999, "0.9999"),
  ]) func aNumberIsRoundedAndNeverToACertainty(_ number: Double, _ text: String) { #expect(Number.text(number) == text) }

  @Test func anIntervalIsRoundedOutward() {
    #expect(Number.interval(1.0 / 3, 2.0 / 3) == "[0.3333, 0.6667]")
    #expect(Number.interval(2.0 / 3, 1.0 / 3) == "[0.6666, 0.3334]", "each end by itself")
    #expect(Number.interval(0, 1) == "[0, 1]" && Number.interval(0.5, 0.5) == "[0.5, 0.5]")
    #expect(Number.interval(0.99996, 0.999962) == "[0.9999, 1 − 3.7e-05]")
    #expect(Number.interval(-0.33333, -0.1) == "[-0.3334, -0.1]")
    #expect(Number.text(0.0099996, .up) == "0.01" && Number.text(0.00999999, .down) == "0.009999")
    #expect(Number.text(9999.5, .up) == "10000" && Number.text(9999.5, .down) == "9999")
  }

  /// What is printed is a number that covers what was meant.
  @Test func whatIsPrintedCoversWhatWasMeant() throws {
    var x = 1.0
    for step in 1...2000 {
      x *= 0.987 + Double(step % 7) * 1e-4
      let (low, high) = (try #require(Double(Number.text(x, .down))), try #require(Double(Number.text(x, .up))))
      #expect(low <= x && x <= high && high - low <= x * 1e-3, "\(x)")
    }
  }

  @Test(arguments: [
    (2.5e-4, "0.99975"), (5e-4, "0.9995"), (0.025, "0.975"), (1e-3 / 6, "0.99983"), (1e-3, "0.999"), (0.5, "0.5"),
    (2.5e-301, "1 − 2.5e-301"), (1e-9, "1 − 1.0e-09"),
  ]) func aConfidenceIsNeverOne(_ error: Double, _ text: String) { #expect(Number.confidence(error: error) == text) }

  @Test func aPercentageIsZeroOrHundredOnlyWhereItIs() {
    #expect(
      Number.percent(0.346) == "34.6 %" && Number.percent(0.5) == "50 %" && Number.percent(0) == "0 %"
        && Number.percent(1) == "100 %")
    #expect(Number.percent(0.0004) == "0.04 %" && Number.percent(0.99999999) == "under 100 %")
    #expect(Number.percent(0.12345, .down) == "12.3 %" && Number.percent(0.12345, .up) == "12.4 %")
  }

  @Test func countsAreGrouped() {
    #expect([0, 999, 1000, 1_234_567].map { Number.grouped($0) } == ["0", "999", "1,000", "1,234,567"])
  }
}
