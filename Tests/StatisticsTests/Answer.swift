/// What a checker computed for one key of a vector's expectation.
enum Answer {
  case real(Double)
  case reals([Double])
  case integer(Int?)
  case flags([Bool])

  /// The error in units of the tolerance, at most 1 if the answer is accepted; infinite where an exact answer differs.
  func error(against expected: JSONValue, tolerance: ReferenceVector.Tolerance) -> Double {
    switch self {
    case .real(let got):
      guard let want = expected.double else { return .infinity }
      if got == want { return 0 }
      let allowed = tolerance.abs + tolerance.rel * abs(want)
      return allowed > 0 && got.isFinite ? abs(got - want) / allowed : .infinity
    case .reals(let got):
      guard got.count == expected.elements.count else { return .infinity }
      return zip(got, expected.elements).map { Answer.real($0).error(against: $1, tolerance: tolerance) }.max() ?? 0
    case .integer(let got):
      return (got.map { .number(Double($0)) } ?? .null) == expected ? 0 : .infinity
    case .flags(let got):
      return .array(got.map { .bool($0) }) == expected ? 0 : .infinity
    }
  }
}
