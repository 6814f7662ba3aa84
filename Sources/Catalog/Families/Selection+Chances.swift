package import Arena

extension Selection {
  /// The chance of distinct guesses, so many as one parameter says, of a value of as many bits as another says.
  package func chance(of tries: String, guesses bits: String) -> Double { min(1, Double(self[tries]) / .two(to: self[bits])) }
}

extension Double {
  package static func two(to exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }
}
