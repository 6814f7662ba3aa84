import Testing

/// The comparison itself must be able to fail.
@Suite struct AnswerTests {
  private let tolerance = ReferenceVector.all.first { $0.tol.rel == 2e-12 }!.tol

  @Test func wrongAnswersExceedTheTolerance() {
    #expect(Answer.real(1 + 3e-12).error(against: .string("1.0"), tolerance: tolerance) <= 1)
    #expect(Answer.real(1 + 5e-12).error(against: .string("1.0"), tolerance: tolerance) > 1)
    #expect(Answer.real(.nan).error(against: .string("1.0"), tolerance: tolerance) > 1)
    #expect(Answer.real(.infinity).error(against: .string("1.0"), tolerance: tolerance) > 1)
    #expect(Answer.real(1).error(against: .null, tolerance: tolerance) > 1)
    #expect(Answer.integer(3).error(against: .number(3), tolerance: tolerance) == 0)
    #expect(Answer.integer(3).error(against: .number(4), tolerance: tolerance) > 1)
    #expect(Answer.integer(nil).error(against: .number(4), tolerance: tolerance) > 1)
    #expect(Answer.integer(4).error(against: .null, tolerance: tolerance) > 1)
    #expect(Answer.reals([1]).error(against: .array([]), tolerance: tolerance) > 1)
    #expect(Answer.flags([true]).error(against: .array([.bool(false)]), tolerance: tolerance) > 1)
  }
}
