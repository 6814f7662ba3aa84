import Records
import Reports
import Testing

@Suite struct QuorumTextTests {
  private func text(_ failure: Double, _ log10Failure: Double?, _ log10Complement: Double?) -> String {
    QuorumRecord.Row(quorum: 1, failure: failure, log10Failure: log10Failure, log10Complement: log10Complement, spare: 0)
      .failureText
  }

  @Test func certaintyIsSaidOfWhatIsCertainOnly() {
    #expect(text(0, nil, 0) == "0" && text(1, 0, nil) == "1")
    #expect(text(1, 0, 40 * -0.30102999566398120) == "1 − 9.09495e-13")
    #expect(text(0.9375, -0.02802872360024360, -1.2041199826559248) == "0.9375")
  }

  @Test func numbersGoOnWhereDoublesEnd() {
    #expect(text(0, -643.7, 0).hasSuffix("e-644") && text(0, -966.4, 0).hasSuffix("e-967"))
  }
}
