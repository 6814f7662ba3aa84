import Statistics
import Testing

@Suite struct QuorumRiskTests {
  /// Reference values: scipy.stats.binom.sf(n − 1, N, p).
  @Test(arguments: [(5, 2, 0.01, 0.0009801496), (7, 3, 0.05, 0.00375704296875), (10, 4, 0.1, 0.0127951984), (3, 1, 0.5, 0.875)])
  func isTheBinomialTail(operators: Int, quorum: Int, p: Double, expected: Double) {
    let risk = QuorumRisk(operators: operators, quorum: quorum, probability: p)
    #expect(abs(risk.failure - expected) < 1e-12 * expected)
  }

  /// 3p² and p³ at a probability that has no reciprocal.
  @Test(arguments: [(2, 1.584962500721156 - 2140), (3, -3210)]) func goesOnWhereNumbersEnd(quorum: Int, log2: Double) throws {
    let risk = QuorumRisk(operators: 3, quorum: quorum, probability: 0x1p-1070)
    #expect(risk.failure == 0)
    #expect(abs(try #require(risk.log10Failure) - log2 * 0.30102999566398120) < 1e-9)
  }

  @Test func theRestToOneHasALogarithmOfItsOwn() throws {
    let complement = try #require(QuorumRisk(operators: 40, quorum: 1, probability: 0.5).log10Complement)
    #expect(abs(complement - 40 * -0.30102999566398120) < 1e-9)
    #expect(QuorumRisk(operators: 2, quorum: 1, probability: 0).log10Failure == nil)
    #expect(QuorumRisk(operators: 2, quorum: 1, probability: 1).log10Complement == nil)
  }
}
