import Foundation
import Statistics
import Testing

@Suite struct ClosedFormulaTests {
  @Test func bothFormsOfTheBirthdayAgree() {
    // 4096 queries are summed, 4097 use the closed form; the step must be that of one more query.
    for bits in [20, 24, 40, 64, 128] {
      let summed = ClosedFormula.birthday(bits: bits, queries: 4096), closed = ClosedFormula.birthday(bits: bits, queries: 4097)
      let expected = summed + (1 - summed) * 4096 * pow(2, -Double(bits))
      #expect(abs(closed / expected - 1) < 1e-12, "\(bits) bits")
    }
  }

  @Test func staysBelowTheUnionBound() {
    for (bits, tries) in [(1, 1), (8, 256), (16, 300), (64, 1 << 40), (128, 3)] {
      #expect(ClosedFormula.forgery(bits: bits, tries: tries) <= ClosedFormula.forgeryUnionBound(bits: bits, tries: tries))
      #expect(ClosedFormula.birthday(bits: bits, queries: tries) <= ClosedFormula.birthdayUnionBound(bits: bits, queries: tries))
    }
  }

  @Test func reachesItsEnds() {
    #expect(ClosedFormula.forgery(bits: 0, tries: 1) == 1)
    #expect(ClosedFormula.forgery(bits: 8, tries: 0) == 0)
    #expect(ClosedFormula.birthday(bits: 8, queries: 1) == 0)
    #expect(ClosedFormula.birthday(bits: 8, queries: 257) == 1)
    #expect(ClosedFormula.birthday(bits: 13, queries: 8192) == 1)
    #expect(ClosedFormula.birthday(bits: 1, queries: 2) == 0.5)
  }
}
